import Queueing

/// Systems that start empty, simulated as many independent runs: `mm1_transient`, `mt_mmc`.
enum TransientFamily {
  /// The fewest runs put together in one replication.
  private static let leastRuns = 50.0

  static let mm1 = ModelFamily { rows in
    let parameters = rows[0].parameters
    let customers = try parameters.whole("n")
    let network = try SteadySystem.poissonNetwork(
      .constant(parameters.number("lambda")), servers: 1,
      meanService: 1 / parameters.number("mu"))
    return Experiment(
      questions: rows.map { Question(.mean, $0.value) },
      eventsPerUnit: 2 * Double(customers) + runOverhead, warmUpUnits: 0, leastUnits: leastRuns
    ) { run in
      var readings = rows.map { _ in Reading(0, per: 0) }
      let isDone = try repeated(run) { options in
        options.recordedCustomers = customers
        var simulation = try NetworkSimulation(network, options: options)
        try simulation.runUntilRecorded()
        let waits = simulation.recordedWaits
        for (index, row) in rows.enumerated() {
          readings[index].numerator +=
            row.metric == "mean_delay_nth"
            ? waits[customers - 1] : waits.reduce(0, +) / Double(customers)
          readings[index].denominator += 1
        }
      }
      return isDone ? readings : nil
    }
  }

  static let mtMMC = ModelFamily { rows in
    let parameters = rows[0].parameters
    let time = try parameters.number("t")
    let blocks = try parameters.matrix("blocks").map {
      ArrivalRate.Block(rate: $0[0], duration: $0[1])
    }
    let servers = try parameters.whole("c")
    let network = try SteadySystem.poissonNetwork(
      .blocks(blocks, repeats: false), servers: servers,
      meanService: 1 / parameters.number("mu"))
    let arrivals = expectedArrivals(blocks, until: time)
    return Experiment(
      questions: rows.map { question($0) }, eventsPerUnit: 2 * arrivals + runOverhead,
      warmUpUnits: 0, leastUnits: leastRuns
    ) { run in
      var readings = rows.map { _ in Reading(0, per: 0) }
      let isDone = try repeated(run) { options in
        options.observationTimes = [time]
        var simulation = try NetworkSimulation(network, options: options)
        try simulation.run(until: time)
        guard let state = simulation.observations.first?.stations[0] else { return }
        for (index, row) in rows.enumerated() {
          readings[index].numerator += value(row.metric, state, arrivals)
          readings[index].denominator += 1
        }
      }
      return isDone ? readings : nil
    }
  }

  /// What setting up a run costs, in events.
  private static let runOverhead = 20.0

  /// So many runs with a number each; false when told to give up.
  private static func repeated(
    _ run: Experiment.Run, _ body: (inout NetworkOptions) throws -> Void
  ) throws -> Bool {
    // A replication has 2²⁰ numbers for its runs, and a study up to 2¹² replications.
    let count = min(UInt32(max(1, min(run.units, 0x1p20))), 1 << 20)
    for index in 0..<count {
      var options = NetworkOptions(
        seed: run.seed, replication: run.replication << 20 | index)
      try body(&options)
      if run.isOver() { return false }
    }
    return true
  }

  private static func expectedArrivals(_ blocks: [ArrivalRate.Block], until end: Double) -> Double {
    var (sum, start) = (0.0, 0.0)
    for block in blocks where start < end {
      sum += block.rate * min(block.duration, end - start)
      start += block.duration
    }
    return sum
  }

  private static func question(_ row: TruthRow) -> Question {
    Question(row.metric == "p_all_busy" ? .share : .mean, row.value)
  }

  private static func value(
    _ metric: String, _ state: NetworkObservation.Station, _ expectedArrivals: Double
  ) -> Double {
    switch metric {
    case "mean_in_queue": Double(state.waiting)
    case "mean_in_system": Double(state.waiting + state.busy)
    case "p_all_busy": state.busy >= state.servers ? 1 : 0
    default: expectedArrivals > 0 ? state.queueArea / expectedArrivals : 0
    }
  }
}
