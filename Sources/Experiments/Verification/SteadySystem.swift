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
  private static let leastUnits = 30.0
  /// Events in the least unit: a system in which little happens takes time to show anything.
  private static let leastEvents = 10.0
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

  /// The unit in which lengths are counted.
  var span: Double { max(relaxation, Self.leastEvents / eventRate) }

  func experiment(_ queries: [Query?]) -> Experiment {
    Experiment(
      questions: queries.map { $0?.question },
      eventsPerUnit: span * eventRate,
      warmUpUnits: Self.warmUpUnits + filling / span, leastUnits: Self.leastUnits
    ) { run in
      guard let statistics = try measure(run) else { return nil }
      return queries.map { $0?.read(statistics) }
    }
  }

  private func measure(_ run: Experiment.Run) throws -> NetworkStatistics? {
    var options = NetworkOptions(seed: run.seed, replication: run.replication)
    options.thresholds = thresholds
    options.measuresVirtualWaits = measuresVirtualWaits
    let start = run.warmUp * (Self.warmUpUnits * span + filling)
    let end = start + run.units * span
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
