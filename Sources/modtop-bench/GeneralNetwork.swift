import Queueing

/// The priority network as a configuration of `QueueNetwork`: the model `network`.
///
/// Not written for speed: what a user pays who writes no loop, with all statistics.
enum GeneralNetwork {
  static func run(customers: Int, seed: UInt64) throws -> Outcome {
    let service = try Distribution.exponential(mean: 1)
    let plans = (0..<25).map { index in
      var plan = QueueNetwork.StationPlan("station \(index)", servers: 4, service: service)
      plan.routing = [Double](repeating: 0.5 / 25, count: 25)
      return plan
    }
    var sources: [QueueNetwork.SourcePlan] = []
    for station in 0..<25 {
      for (priorityClass, share) in [0.2, 0.3, 0.5].enumerated() {
        sources.append(
          QueueNetwork.SourcePlan(
            .poisson(.constant(1.7 * share)), station: station, priorityClass: priorityClass))
      }
    }
    let network = try QueueNetwork(stations: plans, sources: sources, classes: 3)
    var simulation = try NetworkSimulation(network, options: NetworkOptions(seed: seed))
    try simulation.run(untilDepartures: customers)
    let seen = simulation.statistics
    var waits = RunningMoments()
    var events = seen.arrivals
    for station in seen.stations {
      waits.merge(station.total.wait)
      events += station.total.served
    }
    return Outcome(events: events, metric: waits.mean)
  }
}
