/// M^[b]/M/1: batches of a fixed size arrive by a Poisson process at one exponential server.
///
/// Gross et al. (2008), section 3.1, doi:10.1002/9781118625651.
package struct BatchMM1Queue: Sendable {
  package let batchSize: Int
  package let batchRate: Double
  package let serviceRate: Double
  package let utilization: Double

  /// Throws `ModelError.unstable` for a load of one or more.
  package init(batchSize: Int, batchRate: Double, serviceRate: Double) throws(ModelError) {
    self.batchSize = try Check.count(batchSize, "batch")
    self.batchRate = try Check.positive(batchRate, "batch_rate")
    self.serviceRate = try Check.positive(serviceRate, "mu")
    utilization = try Check.stable(
      utilization: Double(batchSize) * batchRate / serviceRate, "batch_rate")
  }

  /// Customers per unit of time.
  package var arrivalRate: Double { Double(batchSize) * batchRate }

  /// Mean number in the system, L.
  package var numberInSystem: Double { arrivalRate * sojournTime }

  /// Mean time in the system, W.
  package var sojournTime: Double {
    Double(batchSize + 1) / (2 * serviceRate * (1 - utilization))
  }

  /// Mean wait before service, Wq.
  package var waitingTime: Double {
    (Double(batchSize - 1) + 2 * utilization) / (2 * serviceRate * (1 - utilization))
  }
}
