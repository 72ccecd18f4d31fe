/// M/G/1: Poisson arrivals, one server, any service time, first come first served.
///
/// The Pollaczek–Khinchine formulas: F. Pollaczek (1930), doi:10.1007/BF01194620; L. Takács, "A
/// single-server queue with Poisson input" (1962), doi:10.1287/opre.10.3.388, for the variance.
/// Times are in the unit of the arrival rate.
package struct MG1Queue: Sendable {
  package let arrivalRate: Double
  package let service: ServiceLaw
  package let utilization: Double

  /// Throws `ModelError.unstable` for a load of one or more.
  package init(arrivalRate: Double, service: ServiceLaw) throws(ModelError) {
    self.arrivalRate = try Check.positive(arrivalRate, "lambda")
    self.service = try service.validated()
    utilization = try Check.stable(utilization: arrivalRate * service.mean, "lambda")
  }

  /// The share of customers who wait.
  package var waitingProbability: Double { utilization }

  /// Mean wait before service, Wq.
  package var waitingTime: Double {
    arrivalRate * service.secondMoment / (2 * (1 - utilization))
  }

  package var sojournTime: Double { waitingTime + service.mean }

  /// Mean number waiting, Lq.
  package var queueLength: Double { arrivalRate * waitingTime }

  package var waitingTimeVariance: Double {
    waitingTime * waitingTime + arrivalRate * service.thirdMoment / (3 * (1 - utilization))
  }

  /// The share of customers who wait longer than `time`.
  ///
  /// The method follows the service time, each of them with a relative error below 1e-9 and most
  /// near 1e-13. Erlang and hyperexponential: uniformization. Deterministic: a renewal sequence.
  /// Uniform: the renewal equation by collocation. Lognormal and gamma: inversion of the Laplace
  /// transform; there a lognormal tail loses digits below 1e-4, and below 1e-12 is an error.
  package func waitingTail(_ time: Double) throws(ModelError) -> Double {
    let time = try Check.notNegative(time, "t")
    if time == 0 { return utilization }
    switch service {
    case .deterministic(let length):
      return try DeterministicTail(utilization: utilization, serviceTime: length)
        .probability(time)
    case .exponential(let mean):
      return utilization * RealMath.exp(-(1 - utilization) * time / mean)
    case .erlang(let stages, let mean):
      return try PhaseTail(utilization: utilization, stages: stages, mean: mean)
        .probability(time)
    case .hyperexponential(let probabilities, let rates):
      return try PhaseTail(utilization: utilization, probabilities: probabilities, rates: rates)
        .probability(time)
    case .uniform(let low, let high):
      return try UniformTail(arrivalRate: arrivalRate, low: low, high: high).probability(time)
    case .gamma(let mean, let scv):
      let stages = (1 / scv).rounded()
      if stages >= 1, stages <= 1_000, abs(stages * scv - 1) < 1e-15 {
        return try PhaseTail(utilization: utilization, stages: Int(stages), mean: mean)
          .probability(time)
      }
      return try GammaTail(utilization: utilization, mean: mean, scv: scv).probability(time)
    case .lognormal(let mean, let scv):
      return try LognormalTail(utilization: utilization, mean: mean, scv: scv).probability(time)
    }
  }
}
