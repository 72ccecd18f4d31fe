import Queueing

/// A network in the long run: warmed up from empty, then measured.
struct SteadySystem: Sendable {
  /// What a row asks, and where the statistics have it.
  struct Query: Sendable {
    let question: Question
    let read: @Sendable (NetworkStatistics) -> Reading

    init(_ question: Question, _ read: @escaping @Sendable (NetworkStatistics) -> Reading) {
      self.question = question
      self.read = read
    }
  }

  /// Relaxation times after which what is left of the empty start does not count: e⁻¹⁰.
  private static let warmUpUnits = 10.0
  /// The least measured span, in relaxation times.
  private static let leastUnits = 20.0
  /// How often a run asks whether to give up.
  private static let slices = 64

  let network: QueueNetwork
  /// In the unit of the network's time, as the rest.
  let relaxation: Double
  /// The time in which an overloaded system fills; comes before the warm-up.
  var filling = 0.0
  /// How many events happen in a unit of time.
  let eventRate: Double
  var thresholds: [Double] = []
  var measuresVirtualWaits = false

  func experiment(_ queries: [Query?]) -> Experiment {
    Experiment(
      questions: queries.map { $0?.question },
      eventsPerUnit: max(1, relaxation * eventRate),
      warmUpUnits: Self.warmUpUnits + filling / relaxation, leastUnits: Self.leastUnits
    ) { run in
      guard let statistics = try measure(run) else { return nil }
      return queries.map { $0?.read(statistics) }
    }
  }

  private func measure(_ run: Experiment.Run) throws -> NetworkStatistics? {
    var options = NetworkOptions(seed: run.seed, replication: run.replication)
    options.thresholds = thresholds
    options.measuresVirtualWaits = measuresVirtualWaits
    let start = run.warmUp * (Self.warmUpUnits * relaxation + filling)
    let end = start + run.units * relaxation
    var simulation = try NetworkSimulation(network, options: options)
    for slice in 1...Self.slices {
      try simulation.run(until: start * Double(slice) / Double(Self.slices))
      if run.isOver() { return nil }
    }
    simulation.restartStatistics()
    for slice in 1...Self.slices {
      try simulation.run(until: start + (end - start) * Double(slice) / Double(Self.slices))
      if run.isOver() { return nil }
    }
    return simulation.statistics
  }
}
