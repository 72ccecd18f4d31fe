import Queueing

/// M/M/c in which all wait: `mmc`, and `erlang_c_staffing` in minutes.
enum DelayFamily {
  static let mmc = ModelFamily(asking: ["t", "q"]) { rows in
    let parameters = rows[0].parameters
    let servers = try parameters.whole("c")
    // The instants that rows ask about: t itself, or the tabulated quantile.
    var thresholds: [Double] = []
    var queries: [SteadySystem.Query?] = []
    for row in rows {
      let instant =
        row.metric == "wait_quantile" ? max(0, row.value) : try? row.parameters.number("t")
      if let instant, !thresholds.contains(instant) { thresholds.append(instant) }
      let index = instant.flatMap { thresholds.firstIndex(of: $0) } ?? 0
      queries.append(try query(row, servers: servers, threshold: index))
    }
    var system = try system(
      servers: servers, rate: parameters.number("lambda"), serviceRate: parameters.number("mu"))
    system.thresholds = thresholds
    return system.experiment(queries)
  }

  static let staffing = ModelFamily { rows in
    let parameters = rows[0].parameters
    let servers = try parameters.whole("c")
    let rate = try parameters.number("calls") / parameters.number("interval_min")
    var system = try system(
      servers: servers, rate: rate, serviceRate: 1 / parameters.number("aht_min"))
    system.thresholds = [try parameters.number("target_s") / 60]
    return system.experiment(
      rows.map { row in
        switch row.metric {
        case "service_level":
          Query(Question(.share, row.value)) { startedWithin($0, threshold: 0) }
        case "asa_s":
          Query(Question(.mean, row.value)) {
            Reading($0.visits.wait.sum * 60, per: Double($0.visits.wait.count))
          }
        case "occupancy":
          Query(.utilization(row.value)) { $0.utilization(servers: servers) }
        default: nil
        }
      })
  }

  private typealias Query = SteadySystem.Query

  static func system(
    servers: Int, rate: Double, serviceRate: Double
  ) throws -> SteadySystem {
    SteadySystem(
      network: try SteadySystem.poissonStation(
        rate: rate, servers: servers, service: .exponential(mean: 1 / serviceRate)),
      relaxation: Relaxation.delay(
        servers: Double(servers), arrivalRate: rate, meanService: 1 / serviceRate),
      eventRate: 2 * rate)
  }

  private static func startedWithin(
    _ statistics: NetworkStatistics, threshold: Int
  ) -> Reading {
    let visits = statistics.visits
    return Reading(visits.startedWithin[threshold], per: visits.wait.count)
  }

  private static func query(
    _ row: TruthRow, servers: Int, threshold: Int
  ) throws -> SteadySystem.Query? {
    let mean = Question(.mean, row.value)
    let share = Question(.share, row.value)
    switch row.metric {
    case "p_wait": return Query(share) { $0.delayedShare }
    case "wq": return Query(mean) { Reading($0.visits.wait) }
    case "w": return Query(mean) { Reading($0.visits.sojourn) }
    case "lq": return Query(mean) { $0.overTime($0.stations[0].queueLength) }
    case "l": return Query(mean) { $0.overTime($0.inSystem) }
    case "utilization": return Query(.utilization(row.value)) { $0.utilization(servers: servers) }
    case "wq_given_wait":
      return Query(mean) { Reading($0.visits.wait.sum, per: Double($0.visits.delayed)) }
    case "wait_variance":
      return Query(Question(.variance, row.value)) { Reading($0.visits.wait) }
    case "p_wait_gt_t":
      return Query(share) { Reading($0.visits.waitAbove[threshold], per: $0.visits.wait.count) }
    case "service_level": return Query(share) { startedWithin($0, threshold: threshold) }
    case "p_sojourn_gt_t":
      return Query(share) { Reading($0.visits.sojournAbove[threshold], per: $0.visits.served) }
    case "wait_quantile": return try quantile(row, threshold: threshold)
    default: return nil
    }
  }

  /// The share that waits no longer than the tabulated quantile should be q; of those who
  /// do not wait at all, it may be more.
  private static func quantile(_ row: TruthRow, threshold: Int) throws -> Query {
    let kind = row.value == 0 ? Question.Kind.shareAtLeast : .share
    let question = Question(
      kind, try row.parameters.number("q"), quantity: "share waiting at most the quantile")
    return Query(question) { startedWithin($0, threshold: threshold) }
  }
}
