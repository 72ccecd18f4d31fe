import Queueing

/// M/M/1 with arrivals in batches.
enum BatchFamily {
  static let mm1 = ModelFamily { rows in
    let parameters = rows[0].parameters
    let size = try parameters.number("batch")
    let (rate, serviceRate) = (
      try parameters.number("batch_rate"), try parameters.number("mu")
    )
    let plan = QueueNetwork.StationPlan(
      "station", servers: 1, service: try .exponential(mean: 1 / serviceRate))
    let source = QueueNetwork.SourcePlan(
      .poisson(.constant(rate)), batch: try .deterministic(size))
    let system = SteadySystem(
      network: try QueueNetwork(stations: [plan], sources: [source]),
      relaxation: Relaxation.delay(
        servers: 1, arrivalRate: rate * size, arrivalSCV: size, meanService: 1 / serviceRate)
        + 1 / rate,
      eventRate: rate * (1 + size))
    return system.experiment(
      rows.map { row in
        let mean = Question(.mean, row.value)
        return switch row.metric {
        case "l": Query(mean) { $0.overTime($0.inSystem) }
        case "w": Query(mean) { Reading($0.visits.sojourn) }
        case "wq": Query(mean) { Reading($0.visits.wait) }
        case "utilization":
          Query(.utilization(row.value)) { $0.utilization(servers: 1) }
        default: nil
        }
      })
  }

  private typealias Query = SteadySystem.Query
}
