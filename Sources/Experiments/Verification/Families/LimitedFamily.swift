import Queueing

/// M/M/c/K.
enum LimitedFamily {
  static let mmck = ModelFamily { rows in
    let parameters = rows[0].parameters
    let (servers, places) = (try parameters.whole("c"), try parameters.whole("K"))
    let rate = try parameters.number("lambda")
    let serviceRate = try parameters.number("mu")
    let network = try SteadySystem.poissonStation(
      rate: rate, servers: servers, service: .exponential(mean: 1 / serviceRate)
    ) { $0.capacity = places }
    let (c, k) = (Double(servers), Double(places))
    let system = SteadySystem(
      network: network,
      relaxation: Relaxation.limited(
        servers: c, places: k, arrivalRate: rate, serviceRate: serviceRate),
      filling: Relaxation.filling(
        servers: c, places: k, arrivalRate: rate, serviceRate: serviceRate),
      eventRate: rate + min(rate, c * serviceRate))
    return system.experiment(rows.map(query))
  }

  private static func query(_ row: TruthRow) -> SteadySystem.Query? {
    typealias Query = SteadySystem.Query
    let mean = Question(.mean, row.value)
    let share = Question(.share, row.value)
    return switch row.metric {
    case "blocking": Query(share) { Reading($0.visits.balked, per: $0.visits.offered) }
    case "lq": Query(mean) { $0.overTime($0.stations[0].queueLength) }
    case "wq_accepted": Query(mean) { Reading($0.visits.wait) }
    case "p_wait_accepted": Query(share) { $0.delayedShare }
    case "throughput":
      Query(mean) { Reading(Double($0.visits.served), per: $0.duration) }
    default: nil
    }
  }
}
