import Queueing

/// Priority classes, without interruption and with it.
enum PriorityFamily {
  static let mmc = ModelFamily(asking: ["cls"]) { rows in
    let parameters = rows[0].parameters
    let servers = try parameters.whole("c")
    let rates = try parameters.numbers("lambdas")
    let mean = 1 / (try parameters.number("mu"))
    let plan = QueueNetwork.StationPlan(
      "station", servers: servers, service: try .exponential(mean: mean))
    let system = try system(plan, rates, means: rates.map { _ in mean }, greatestSCV: 1)
    return system.experiment(try rows.map(query))
  }

  static let mg1 = ModelFamily(asking: ["cls"]) { rows in
    var (rates, laws) = ([Double](), [Distribution]())
    for case .list(let parts) in try rows[0].parameters.list("classes") {
      guard parts.count == 3, case .number(let rate) = parts[0],
        case .number(let mean) = parts[1], case .text(let name) = parts[2]
      else { throw NotSimulated(description: "classes are not [rate, mean, service]") }
      rates.append(rate)
      laws.append(try law(name, mean: mean))
    }
    let plan = QueueNetwork.StationPlan("station", servers: 1, services: laws)
    let system = try system(
      plan, rates, means: laws.map(\.mean), greatestSCV: laws.map(\.scv).max() ?? 1)
    return system.experiment(try rows.map(query))
  }

  static let preemptive = ModelFamily(asking: ["cls"]) { rows in
    let parameters = rows[0].parameters
    let rates = try parameters.numbers("lambdas")
    let means = try parameters.numbers("mus").map { 1 / $0 }
    var plan = QueueNetwork.StationPlan(
      "station", servers: 1, services: try means.map { try .exponential(mean: $0) })
    plan.discipline = .preemptiveResume
    return try system(plan, rates, means: means, greatestSCV: 1).experiment(try rows.map(query))
  }

  private typealias Query = SteadySystem.Query

  private static func law(_ name: String, mean: Double) throws -> Distribution {
    if name == "det" { return try .deterministic(mean) }
    if name == "exp" { return try .exponential(mean: mean) }
    guard name.hasPrefix("erlang"), let stages = Int(name.dropFirst(6)) else {
      throw NotSimulated(description: "no sampler for \(name)")
    }
    return try .erlang(stages: stages, mean: mean)
  }

  /// All classes together make one queue; its relaxation bounds that of each.
  private static func system(
    _ plan: QueueNetwork.StationPlan, _ rates: [Double], means: [Double], greatestSCV: Double
  ) throws -> SteadySystem {
    let sources = rates.indices.filter { rates[$0] > 0 }.map {
      QueueNetwork.SourcePlan(.poisson(.constant(rates[$0])), priorityClass: $0)
    }
    let network = try QueueNetwork(
      stations: [plan], sources: sources, classes: rates.count)
    let total = rates.reduce(0, +)
    let work = zip(rates, means).reduce(0) { $0 + $1.0 * $1.1 }
    // The mixture of all classes varies more than any of them.
    let second = zip(rates, means).reduce(0) { $0 + $1.0 * $1.1 * $1.1 * (1 + greatestSCV) }
    let mean = work / total
    let scv = max(greatestSCV, second / total / (mean * mean) - 1)
    let relaxation = Relaxation.delay(
      servers: Double(plan.servers), arrivalRate: total, meanService: mean, serviceSCV: scv)
    return SteadySystem(
      network: network, relaxation: relaxation + (means.max() ?? 0), eventRate: 2 * total)
  }

  private static func query(_ row: TruthRow) throws -> Query? {
    let mean = Question(.mean, row.value)
    switch row.metric {
    case "wq":
      let own = try row.parameters.whole("cls")
      return Query(mean) { Reading($0.stations[0].classes[own].wait) }
    case "w":
      let own = try row.parameters.whole("cls")
      return Query(mean) { Reading($0.stations[0].classes[own].sojourn) }
    case "wq_all": return Query(mean) { Reading($0.visits.wait) }
    case "p_wait": return Query(Question(.share, row.value)) { $0.delayedShare }
    case "utilization":
      return Query(.utilization(row.value)) { $0.utilization(servers: 1) }
    default: return nil
    }
  }
}
