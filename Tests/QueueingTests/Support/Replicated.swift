import Queueing

/// An interval of a quantity over independent replications of a network.
func replicated(
  _ network: QueueNetwork, warmUp: Double, duration: Double, replications: UInt32 = 12,
  options: NetworkOptions = NetworkOptions(seed: 2016),
  _ quantity: (NetworkStatistics) -> Double
) throws -> ConfidenceInterval {
  var moments = RunningMoments()
  for replication in 0..<replications {
    var options = options
    options.replication = replication
    var simulation = try NetworkSimulation(network, options: options)
    try simulation.run(until: warmUp)
    simulation.restartStatistics()
    try simulation.run(until: warmUp + duration)
    moments.add(quantity(simulation.statistics))
  }
  return moments.interval(confidence: 0.999)
}
