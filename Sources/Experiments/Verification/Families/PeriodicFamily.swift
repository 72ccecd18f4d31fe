import Queueing

/// M(t)/M/∞ with a sinusoidal rate, seen once in one or more periods.
enum PeriodicFamily {
  /// Service times after which the empty start does not count: e⁻³⁰.
  private static let settling = 30.0

  static let infinite = ModelFamily { rows in
    let parameters = rows[0].parameters
    let mean = try parameters.number("lambda_bar")
    let amplitude = try parameters.number("amplitude")
    let (frequency, service) = (
      try parameters.number("gamma"), 1 / (try parameters.number("mu"))
    )
    // Enough servers that all of them are never busy: twelve deviations above the peak.
    let peak = (mean + abs(amplitude)) * service
    let network = try SteadySystem.poissonNetwork(
      .sinusoid(mean: mean, amplitude: amplitude, angularFrequency: frequency),
      servers: Int((peak + 12 * peak.squareRoot() + 40).rounded(.up)), meanService: service)
    let period = frequency > 0 ? 2 * Double.pi / frequency : service
    // Sightings two service times apart know little of each other.
    let stride = period * max(1, (2 * service / period).rounded(.up))
    let time = try parameters.number("t")
    let phase = time - period * (time / period).rounded(.down)
    let first = phase + period * (settling * service / period).rounded(.up)
    return Experiment(
      questions: rows.map { Question(.mean, $0.value) },
      eventsPerUnit: 2 * mean * stride, warmUpUnits: first / stride, leastUnits: 20
    ) { run in
      let count = max(1, Int(run.units))
      let seen = try sightings(
        network, run, at: (0..<count).map { first * run.warmUp + Double($0) * stride })
      return seen.map { sum in rows.map { _ in Reading(sum, per: Double(count)) } }
    }
  }

  /// The sum of the numbers in the system at the instants; nil when told to give up.
  private static func sightings(
    _ network: QueueNetwork, _ run: Experiment.Run, at times: [Double]
  ) throws -> Double? {
    var options = NetworkOptions(seed: run.seed, replication: run.replication)
    options.observationTimes = times
    var simulation = try NetworkSimulation(network, options: options)
    for time in times {
      try simulation.run(until: time)
      if run.isOver() { return nil }
    }
    return simulation.observations.reduce(0) {
      $0 + Double($1.stations[0].busy + $1.stations[0].waiting)
    }
  }
}

extension SteadySystem {
  /// A station without company and its Poisson stream of a varying rate; may be overloaded.
  static func poissonNetwork(
    _ rate: ArrivalRate, servers: Int, meanService: Double
  ) throws -> QueueNetwork {
    let plan = QueueNetwork.StationPlan(
      "station", servers: servers, service: try .exponential(mean: meanService))
    return try QueueNetwork(
      stations: [plan], sources: [QueueNetwork.SourcePlan(.poisson(rate))], allowsOverload: true)
  }
}
