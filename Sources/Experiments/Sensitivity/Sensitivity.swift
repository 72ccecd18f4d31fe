import Moderation
import Queueing
import Session
import Simulation

/// What a number of a scenario's outcome owes to each of its uncertain parameters.
///
/// One parameter at a time goes to either end of its plausible range while the others stay;
/// all runs see the same seeds, so their differences are the parameter's (common random
/// numbers).
package struct Sensitivity: Sendable {
  /// The effect of one parameter.
  package struct Effect: Sendable {
    package let path: String
    package let grade: Grade
    package let value: Double
    package let range: ClosedRange<Double>
    /// The metric with the parameter at the lower and the upper end; nil where the scenario
    /// would contradict itself.
    package let atLower: ConfidenceInterval?
    package let atUpper: ConfidenceInterval?
    /// The difference to the base, run by run, at either end.
    package let lowerChange: ConfidenceInterval?
    package let upperChange: ConfidenceInterval?

    /// How far the metric swings between the ends.
    package var swing: Double {
      let changes = [lowerChange?.estimate ?? 0, upperChange?.estimate ?? 0, 0]
      return (changes.max() ?? 0) - (changes.min() ?? 0)
    }
  }

  package let base: ConfidenceInterval
  /// From the greatest swing down.
  package let effects: [Effect]

  /// Runs a scenario with each of its ranged parameters at both ends.
  ///
  /// - Parameters:
  ///   - replications: runs for each point, two at least.
  ///   - end: the instant at which the metric is read.
  ///   - progress: called after each run, on any thread, with how many there are in all.
  package init(
    of metric: RegimeMetric, in scenario: Scenario, replications: Int, seed: UInt64,
    until end: Microseconds, progress: @Sendable (Int) -> Void = { _ in }
  ) {
    let entries = scenario.provenance.filter { $0.range != nil }
    var points: [[String: Double]] = [[:]]
    for entry in entries {
      guard let range = entry.range else { continue }
      points.append([entry.path: range.lowerBound])
      points.append([entry.path: range.upperBound])
    }
    let worlds = points.map { try? scenario.changed(by: $0) }
    let count = points.count * replications
    let values = parallelMap(count: count) { index -> Double? in
      defer { progress(count) }
      guard let world = worlds[index / replications] else { return nil }
      let own = seed &+ UInt64(index % replications)
      var core = SessionCore(source: RegimeSimulation(world, seed: own), facts: world.facts)
      core.finish(at: end)
      return core.stop == nil ? RegimeMetrics(of: core.projection)[metric] : nil
    }
    func runs(_ point: Int) -> [Double]? {
      let own = values[(point * replications)..<((point + 1) * replications)]
      let known = own.compactMap { $0 }
      return known.count == own.count ? known : nil
    }
    let baseRuns = runs(0) ?? []
    base = Self.interval(baseRuns)
    effects = entries.enumerated().map { index, entry in
      let lower = runs(2 * index + 1)
      let upper = runs(2 * index + 2)
      func change(_ runs: [Double]?) -> ConfidenceInterval? {
        runs.map { Self.interval(zip($0, baseRuns).map { $0 - $1 }) }
      }
      return Effect(
        path: entry.path, grade: entry.grade, value: Double(entry.value) ?? .nan,
        range: entry.range ?? 0...0, atLower: lower.map(Self.interval),
        atUpper: upper.map(Self.interval), lowerChange: change(lower),
        upperChange: change(upper))
    }.sorted { $0.swing > $1.swing }
  }

  private static func interval(_ values: [Double]) -> ConfidenceInterval {
    var moments = RunningMoments()
    for value in values { moments.add(value) }
    return moments.interval()
  }
}
