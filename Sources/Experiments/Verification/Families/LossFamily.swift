import Queueing

/// M/M/c/c: `erlang_b`, and `erlang_b_inverse` at the tabulated load.
enum LossFamily {
  static let given = ModelFamily { rows in
    let parameters = rows[0].parameters
    let system = try system(
      servers: try parameters.whole("c"), load: try parameters.number("a"))
    return system.experiment(
      rows.map { row in
        switch row.metric {
        case "blocking": Query(Question(.share, row.value), blocking)
        case "busy_servers":
          Query(Question(.mean, row.value)) { $0.overTime($0.stations[0].busyServers) }
        default: nil
        }
      })
  }

  /// Each row is a system of its own, at the tabulated load.
  ///
  /// What is compared is its blocking with the target.
  static let inverse = ModelFamily(usesValue: true) { rows in
    let parameters = rows[0].parameters
    let target = try parameters.number("target_blocking")
    let system = try system(servers: try parameters.whole("c"), load: rows[0].value)
    let question = Question(.share, target, quantity: "blocking at the tabulated load")
    return system.experiment(rows.map { _ in Query(question, blocking) })
  }

  private typealias Query = SteadySystem.Query

  private static let blocking: @Sendable (NetworkStatistics) -> Reading = {
    Reading($0.visits.balked, per: $0.visits.offered)
  }

  private static func system(servers: Int, load: Double) throws -> SteadySystem {
    let network = try SteadySystem.poissonStation(
      rate: load, servers: servers, service: .exponential(mean: 1)
    ) { $0.capacity = servers }
    let count = Double(servers)
    return SteadySystem(
      network: network,
      relaxation: Relaxation.limited(
        servers: count, places: count, arrivalRate: load, serviceRate: 1),
      filling: Relaxation.filling(
        servers: count, places: count, arrivalRate: load, serviceRate: 1),
      eventRate: load + min(load, count))
  }
}
