import Queueing

/// M/M/c with a population that comes back, the machine-repair model.
enum FiniteSourceFamily {
  static let repair = ModelFamily { rows in
    let parameters = rows[0].parameters
    let servers = try parameters.whole("c")
    let size = try parameters.number("N")
    let (rate, serviceRate) = (
      try parameters.number("lambda_each"), try parameters.number("mu")
    )
    let plan = QueueNetwork.StationPlan(
      "station", servers: servers, service: try .exponential(mean: 1 / serviceRate))
    let source = QueueNetwork.SourcePlan(
      .population(size: Int(size), timeOutside: try .exponential(mean: 1 / rate)))
    let network = try QueueNetwork(stations: [plan], sources: [source])
    // One customer more means this much less arrival rate, at least.
    let contraction = Double(servers) >= size ? rate + serviceRate : rate
    let capacity = Double(servers) * serviceRate
    let system = SteadySystem(
      network: network, relaxation: 1 / contraction,
      // Those who came while the queue filled have waited too little, until they are served.
      filling: size * rate > capacity ? size / capacity : 0,
      eventRate: 2 * min(size * rate, capacity))
    return system.experiment(
      rows.map { row in
        let mean = Question(.mean, row.value)
        return switch row.metric {
        case "l": Query(mean) { $0.overTime($0.stations[0].inSystem) }
        case "throughput":
          Query(mean) { Reading(Double($0.visits.served), per: $0.duration) }
        case "wq": Query(mean) { Reading($0.visits.wait) }
        case "utilization":
          Query(.utilization(row.value)) { $0.utilization(servers: servers) }
        default: nil
        }
      })
  }

  private typealias Query = SteadySystem.Query
}
