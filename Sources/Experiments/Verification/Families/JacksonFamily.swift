import Queueing

/// Open networks of M/M/c stations.
enum JacksonFamily {
  static let open = ModelFamily(asking: ["station"]) { rows in
    let parameters = rows[0].parameters
    let plan = try parameters.has("stations") ? equal(parameters) : routed(parameters)
    let sources = plan.external.indices.filter { plan.external[$0] > 0 }.map {
      QueueNetwork.SourcePlan(.poisson(.constant(plan.external[$0])), station: $0)
    }
    let network = try QueueNetwork(stations: plan.stations, sources: sources)
    let system = try system(network, external: plan.external.reduce(0, +))
    return system.experiment(
      try rows.map { row in
        // Equal stations are as good as each other, so all of them count.
        let own =
          row.parameters.has("station")
          ? [try row.parameters.whole("station")] : Array(network.stations.indices)
        return query(row, own, servers: network.stations[own[0]].servers)
      })
  }

  private typealias Query = SteadySystem.Query
  private typealias Plan = (stations: [QueueNetwork.StationPlan], external: [Double])

  private static func routed(_ parameters: TheoryParameters) throws -> Plan {
    let (servers, rates) = (try parameters.numbers("c"), try parameters.numbers("mu"))
    let stations = try parameters.matrix("routing").enumerated().map { index, row in
      var plan = QueueNetwork.StationPlan(
        "station \(index)", servers: Int(servers[index]),
        service: try .exponential(mean: 1 / rates[index]))
      plan.routing = row
      return plan
    }
    return (stations, try parameters.numbers("ext"))
  }

  private static func equal(_ parameters: TheoryParameters) throws -> Plan {
    let count = try parameters.whole("stations")
    let going = (1 - (try parameters.number("leave"))) / Double(count)
    var plan = QueueNetwork.StationPlan(
      "station", servers: try parameters.whole("c"),
      service: try .exponential(mean: 1 / parameters.number("mu")))
    plan.routing = Array(repeating: going, count: count)
    return (
      Array(repeating: plan, count: count),
      Array(repeating: try parameters.number("ext_each"), count: count)
    )
  }

  /// The slowest station, and the time that customers spend on their way.
  private static func system(_ network: QueueNetwork, external: Double) throws -> SteadySystem {
    var (slowest, services, flows) = (0.0, 0.0, 0.0)
    for (plan, load) in zip(network.stations, try network.loads()) {
      let mean = plan.services[0].mean
      let flow = load * Double(plan.servers) / mean
      slowest = max(
        slowest,
        Relaxation.delay(
          servers: Double(plan.servers), arrivalRate: flow, meanService: mean))
      services += flow / external * mean
      flows += flow
    }
    return SteadySystem(
      network: network, relaxation: 2 * slowest + services, eventRate: external + flows)
  }

  private static func query(_ row: TruthRow, _ own: [Int], servers: Int) -> Query? {
    let mean = Question(.mean, row.value)
    let share = Question(.share, row.value)
    let count = Double(own.count)
    @Sendable func sum(
      _ statistics: NetworkStatistics, _ part: (VisitStatistics) -> Double
    ) -> Double {
      own.reduce(0) { $0 + part(statistics.stations[$1].classes[0]) }
    }
    @Sendable func average(
      _ statistics: NetworkStatistics, _ part: (NetworkStatistics.Station) -> Double
    ) -> Reading {
      statistics.overTime(own.reduce(0) { $0 + part(statistics.stations[$1]) } / count)
    }
    return switch row.metric {
    case "throughput":
      Query(mean) { Reading(sum($0) { Double($0.served) } / count, per: $0.duration) }
    case "wq":
      Query(mean) { Reading(sum($0) { $0.wait.sum }, per: sum($0) { Double($0.wait.count) }) }
    case "p_wait":
      Query(share) { Reading(sum($0) { Double($0.delayed) }, per: sum($0) { Double($0.offered) }) }
    case "l": Query(mean) { average($0) { $0.inSystem } }
    case "utilization":
      Query(.utilization(row.value)) { average($0) { $0.busyServers / Double(servers) } }
    case "total_sojourn": Query(mean) { Reading($0.sojourn) }
    case "total_l": Query(mean) { $0.overTime($0.inSystem) }
    default: nil
    }
  }
}
