import Queueing

/// M/M/c+M, Erlang-A.
enum AbandonmentFamily {
  static let erlangA = ModelFamily(asking: ["t"]) { rows in
    let parameters = rows[0].parameters
    let servers = try parameters.whole("c")
    var thresholds: [Double] = []
    var queries: [SteadySystem.Query?] = []
    for row in rows {
      let instant = try? row.parameters.number("t")
      if let instant, !thresholds.contains(instant) { thresholds.append(instant) }
      let index = instant.flatMap { thresholds.firstIndex(of: $0) } ?? 0
      queries.append(query(row, servers: servers) ?? tail(row, threshold: index))
    }
    var system = try system(
      servers: servers, rate: parameters.number("lambda"), serviceRate: parameters.number("mu"),
      abandonmentRate: parameters.number("theta"))
    system.thresholds = thresholds
    system.measuresVirtualWaits = rows.contains { $0.metric == "virtual_wait_gt_t" }
    return system.experiment(queries)
  }

  private typealias Query = SteadySystem.Query

  private static func system(
    servers: Int, rate: Double, serviceRate: Double, abandonmentRate: Double
  ) throws -> SteadySystem {
    let patience = try Distribution.exponential(mean: 1 / abandonmentRate)
    let network = try SteadySystem.poissonStation(
      rate: rate, servers: servers, service: .exponential(mean: 1 / serviceRate)
    ) { $0.patience = [patience] }
    // Each customer more means at least this much more departure rate, so the process
    // contracts at it; without abandonment it would settle no faster than this, if at all.
    var relaxation = 1 / min(serviceRate, abandonmentRate)
    if rate < Double(servers) * serviceRate {
      let delay = Relaxation.delay(
        servers: Double(servers), arrivalRate: rate, meanService: 1 / serviceRate)
      relaxation = min(relaxation, delay)
    }
    return SteadySystem(network: network, relaxation: relaxation, eventRate: 2 * rate)
  }

  private static func query(_ row: TruthRow, servers: Int) -> Query? {
    let mean = Question(.mean, row.value)
    let share = Question(.share, row.value)
    return switch row.metric {
    case "p_wait": Query(share) { $0.delayedShare }
    case "p_abandon": Query(share) { Reading($0.visits.reneged, per: $0.visits.offered) }
    case "p_abandon_given_wait":
      Query(share) { Reading($0.visits.reneged, per: $0.visits.delayed) }
    case "wq": Query(mean) { Reading($0.visits.wait) }
    case "wq_served": Query(mean) { Reading($0.visits.servedWait) }
    case "wq_abandoned": Query(mean) { Reading($0.visits.renegedWait) }
    case "lq": Query(mean) { $0.overTime($0.stations[0].queueLength) }
    case "utilization": Query(.utilization(row.value)) { $0.utilization(servers: servers) }
    default: nil
    }
  }

  private static func tail(_ row: TruthRow, threshold: Int) -> Query? {
    let share = Question(.share, row.value)
    return switch row.metric {
    case "p_wait_gt_t":
      Query(share) { Reading($0.visits.waitAbove[threshold], per: $0.visits.wait.count) }
    case "served_within_t":
      Query(share) { Reading($0.visits.startedWithin[threshold], per: $0.visits.wait.count) }
    case "virtual_wait_gt_t":
      Query(share) {
        Reading($0.visits.virtualWaitAbove[threshold], per: $0.visits.virtualWaits)
      }
    default: nil
    }
  }
}
