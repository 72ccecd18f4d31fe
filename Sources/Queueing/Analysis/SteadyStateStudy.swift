/// A long run of a network that ends when a quantity is known well enough.
///
/// The run is cut into windows. When there are 40 of them, the start is deleted by MSER,
/// the rest forms batches, and if their interval is too wide or neighbours are still
/// correlated, windows are joined in pairs and the run goes on. A network whose
/// population keeps growing yields a verdict and no number.
package struct SteadyStateStudy: Sendable {
  package enum Outcome: Equatable, Sendable {
    /// The quantity; `isPrecise` tells whether the interval is as short as was asked for.
    case estimate(ConfidenceInterval, warmUp: Double, duration: Double, isPrecise: Bool)
    /// The population grows: with the statistics of the trend.
    case unstable(StabilityCheck)
  }

  package var network: QueueNetwork
  package var options: NetworkOptions
  package var relativeHalfWidth = 0.02
  package var confidence = 0.95
  /// The length of the first windows, in the unit of the network.
  package var window: Double
  /// The run ends at this instant at the latest.
  package var longest: Double

  private static let windows = 40
  private static let batches = 20

  /// Creates a study.
  ///
  /// - Throws: ``NetworkError/invalid(parameter:value:requirement:)`` when a length is not
  ///   positive or the longest run has fewer than 40 windows.
  package init(
    _ network: QueueNetwork, options: NetworkOptions = .init(), window: Double, longest: Double
  ) throws(NetworkError) {
    guard window > 0, window < .infinity else {
      throw .invalid(parameter: "window", value: window, requirement: "positive and finite")
    }
    guard longest >= Double(Self.windows) * window, longest < .infinity else {
      throw .invalid(
        parameter: "longest", value: longest, requirement: "finite and at least 40 windows")
    }
    self.network = network
    self.options = options
    self.window = window
    self.longest = longest
  }

  /// Runs until the quantity is known or the run is over.
  ///
  /// - Parameter quantity: Computed from the statistics of a batch.
  /// - Returns: The estimate, or the verdict that there is none.
  /// - Throws: ``NetworkError`` when the clock overflows or an option is not valid. Too
  ///   many customers at once are an outcome, `unstable`.
  package func run(
    _ quantity: (NetworkStatistics) -> Double
  ) throws(NetworkError) -> Outcome {
    var simulation = try NetworkSimulation(network, options: options)
    var seen: [NetworkStatistics] = []
    var length = window
    while true {
      while seen.count < Self.windows {
        do { try simulation.run(until: simulation.now + length) } catch .crowded(_) {
          return .unstable(StabilityCheck(seen.map(\.inSystem)))
        } catch { throw error }
        seen.append(simulation.statistics)
        simulation.restartStatistics()
      }
      let isLast = simulation.now * 1.5 > longest
      if let outcome = assess(seen, isLast: isLast, quantity) { return outcome }
      seen = stride(from: 0, to: seen.count, by: 2).map { seen[$0].joined(with: seen[$0 + 1]) }
      length *= 2
    }
  }

  /// The outcome after some windows, or nil when the run should go on.
  private func assess(
    _ seen: [NetworkStatistics], isLast: Bool, _ quantity: (NetworkStatistics) -> Double
  ) -> Outcome? {
    let check = StabilityCheck(seen.map(\.inSystem))
    guard let deleted = WarmUp.mser(seen.map(\.inSystem)), check.verdict == .settled else {
      return isLast ? .unstable(check) : nil
    }
    let kept = seen[deleted...]
    let size = kept.count / Self.batches
    let front = kept.count - size * Self.batches
    let values = (0..<Self.batches).map { batch -> Double in
      let start = kept.startIndex + front + batch * size
      let joined = kept[(start + 1)..<(start + size)].reduce(kept[start]) { $0.joined(with: $1) }
      return quantity(joined)
    }
    let batches = BatchMeans(values, batches: Self.batches)
    let interval = batches.interval(confidence: confidence)
    let goal = relativeHalfWidth / (1 + relativeHalfWidth)
    let isPrecise = interval.relativeHalfWidth <= goal && batches.areIndependent
    if !isPrecise && !isLast { return nil }
    let warmUp = seen[..<(deleted + front)].reduce(0) { $0 + $1.duration }
    let duration = kept.dropFirst(front).reduce(0) { $0 + $1.duration }
    return .estimate(interval, warmUp: warmUp, duration: duration, isPrecise: isPrecise)
  }
}
