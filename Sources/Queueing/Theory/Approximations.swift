/// The mean wait in GI/G/c after Allen and Cunneen: an approximation, no oracle for a simulation.
///
/// The wait of M/M/c scaled by the mean of the two squared coefficients of variation. A. O. Allen,
/// "Probability, Statistics, and Queueing Theory" (1990), section 5.4; exact for M/M/c and M/G/1.
package struct AllenCunneenApproximation: Sendable {
  private let queue: MMCQueue
  package let variability: Double

  package init(
    servers: Int, utilization: Double, arrivalSCV: Double, serviceSCV: Double, serviceRate: Double
  ) throws(ModelError) {
    let utilization = try Check.positive(utilization, "rho")
    _ = try Check.stable(utilization: utilization, "rho")
    let servers = try Check.count(servers, "c")
    let mu = try Check.positive(serviceRate, "mu")
    variability =
      (try Check.notNegative(arrivalSCV, "ca2") + Check.notNegative(serviceSCV, "cs2")) / 2
    queue = try MMCQueue(
      servers: servers, arrivalRate: utilization * Double(servers) * mu, serviceRate: mu)
  }

  /// Mean wait before service, Wq.
  package var waitingTime: Double { queue.waitingTime * variability }
}

/// The mean wait in GI/G/1 after Kingman: an approximation, no oracle for a simulation.
///
/// J. F. C. Kingman, "The single server queue in heavy traffic" (1961),
/// doi:10.1017/S0305004100036094.
package struct KingmanApproximation: Sendable {
  package let utilization: Double
  package let serviceRate: Double
  package let variability: Double

  package init(
    utilization: Double, arrivalSCV: Double, serviceSCV: Double, serviceRate: Double
  ) throws(ModelError) {
    let utilization = try Check.positive(utilization, "rho")
    self.utilization = try Check.stable(utilization: utilization, "rho")
    self.serviceRate = try Check.positive(serviceRate, "mu")
    variability =
      (try Check.notNegative(arrivalSCV, "ca2") + Check.notNegative(serviceSCV, "cs2")) / 2
  }

  /// Mean wait before service, Wq.
  package var waitingTime: Double {
    utilization / (1 - utilization) * variability / serviceRate
  }
}
