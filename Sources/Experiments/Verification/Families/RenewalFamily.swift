import Queueing

/// GI/M/1.
enum RenewalFamily {
  static let gim1 = ModelFamily(asking: ["t"]) { rows in
    let parameters = rows[0].parameters
    let (law, serviceRate) = (try law(parameters), try parameters.number("mu"))
    // p_wait_gt_2 asks about 2 whatever t is.
    var thresholds = [2.0]
    var queries: [SteadySystem.Query?] = []
    for row in rows {
      let instant = row.metric == "p_wait_gt_t" ? try row.parameters.number("t") : 2
      if !thresholds.contains(instant) { thresholds.append(instant) }
      queries.append(query(row, threshold: thresholds.firstIndex(of: instant) ?? 0))
    }
    let plan = QueueNetwork.StationPlan(
      "station", servers: 1, service: try .exponential(mean: 1 / serviceRate))
    let network = try QueueNetwork(
      stations: [plan], sources: [QueueNetwork.SourcePlan(.renewal(law))])
    let rate = 1 / law.mean
    let relaxation = Relaxation.delay(
      servers: 1, arrivalRate: rate, arrivalSCV: law.scv, meanService: 1 / serviceRate)
    // The phase of the arrivals is remembered as well.
    let system = SteadySystem(
      network: network, relaxation: relaxation + law.mean * (1 + law.scv), eventRate: 2 * rate,
      thresholds: thresholds)
    return system.experiment(queries)
  }

  private static func law(_ parameters: TheoryParameters) throws -> Distribution {
    let name = try parameters.text("arrivals")
    switch name {
    case "deterministic": return try .deterministic(1 / parameters.number("lambda"))
    case "poisson": return try .exponential(mean: 1 / parameters.number("lambda"))
    case "erlang":
      return try .erlang(
        stages: parameters.whole("k"), mean: 1 / parameters.number("lambda"))
    case "hyperexp":
      return try .hyperexponential(
        probabilities: parameters.numbers("p"), means: parameters.numbers("rates").map { 1 / $0 })
    default: throw NotSimulated(description: "no sampler for \(name)")
    }
  }

  private static func query(_ row: TruthRow, threshold: Int) -> SteadySystem.Query? {
    typealias Query = SteadySystem.Query
    let mean = Question(.mean, row.value)
    let share = Question(.share, row.value)
    return switch row.metric {
    // The geometric ratio of the law that arrivals see is the share of those who wait.
    case "sigma", "p_wait": Query(share) { $0.delayedShare }
    case "wq": Query(mean) { Reading($0.visits.wait) }
    case "w": Query(mean) { Reading($0.visits.sojourn) }
    case "utilization": Query(.utilization(row.value)) { $0.utilization(servers: 1) }
    case "p_wait_gt_2", "p_wait_gt_t":
      Query(share) { Reading($0.visits.waitAbove[threshold], per: $0.visits.wait.count) }
    default: nil
    }
  }
}
