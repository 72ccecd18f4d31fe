/// M/D/c: Poisson arrivals, c servers, a constant service time.
///
/// C. D. Crommelin, "Delay probability formulae when the holding times are constant" (1932), and
/// F. Spitzer's identity for the queue seen every service time. A. J. E. M. Janssen and J. S. H. van
/// Leeuwaarden, "Back to the roots of the M/D/s queue and the works of Erlang, Crommelin and
/// Pollaczek" (2008), doi:10.1111/j.1467-9574.2008.00395.x, compare the two forms used here.
package struct MDCQueue: Sendable {
  package let servers: Int
  package let arrivalRate: Double
  package let serviceTime: Double
  package let utilization: Double
  /// Mean number waiting, Lq.
  package let queueLength: Double

  /// Throws `ModelError.unstable` for a load of one or more.
  package init(servers: Int, arrivalRate: Double, serviceTime: Double) throws(ModelError) {
    self.servers = try Check.count(servers, "c")
    self.arrivalRate = try Check.positive(arrivalRate, "lambda")
    self.serviceTime = try Check.positive(serviceTime, "d")
    let load = arrivalRate * serviceTime
    utilization = try Check.stable(utilization: load / Double(servers), "lambda")
    // Terms of the series fall by e^{−c(ρ − 1 − ln ρ)}: near saturation the roots are cheaper.
    let decay = -Double(servers) * RealMath.logOnePlusMinus(utilization - 1)
    queueLength =
      decay > 0.04
      ? Self.series(servers: servers, load: load) : Self.roots(servers: servers, load: load)
  }

  /// Mean wait before service, Wq.
  package var waitingTime: Double { queueLength / arrivalRate }

  package var sojournTime: Double { waitingTime + serviceTime }

  /// Lq = Σ E(Nᵢ − ic)⁺ / i with Nᵢ Poisson of mean i times the load; positive terms only.
  static func series(servers: Int, load: Double) -> Double {
    let utilization = load / Double(servers)
    let decay = RealMath.logOnePlusMinus(utilization - 1)
    var sum = 0.0
    var period = 1.0
    while true {
      let places = period * Double(servers)
      let mass =
        RealMath.exp(places * decay - PoissonLaw.stirlingError(places))
        / (2 * .pi * places).squareRoot()
      var excess = 1.0
      var weight = mass
      var mean = 0.0
      while true {
        weight *= period * load / (places + excess)
        let term = weight * excess
        mean += term
        if term <= 1e-18 * mean * (1 - utilization) || term == 0 { break }
        excess += 1
      }
      sum += mean / period
      if mean <= 1e-18 * sum * -RealMath.expMinusOne(Double(servers) * decay) || mean == 0 {
        return sum
      }
      period += 1
    }
  }

  /// Lq from the roots of zᶜ = e^{a(z − 1)} inside the unit circle.
  static func roots(servers: Int, load: Double) -> Double {
    let count = Double(servers)
    let utilization = load / count
    let spare = 1 - utilization
    var sum = 1 / (2 * spare) - (count + load) / 2
    // The roots come in conjugate pairs, z = e^{2πik/c} e^{ρ(z − 1)}, with 1/(1 − z) summed.
    for k in 1..<max(servers / 2 + 1, 1) where servers > 1 {
      let angle = 2 * .pi * Double(k) / count
      let term = (Complex(1) / (Complex(1) - root(angle: angle, utilization: utilization))).re
      sum += 2 * k == servers ? term : 2 * term
    }
    return sum
  }

  /// Newton's method for v = iφ + ρ(eᵛ − 1), the logarithm of a root.
  private static func root(angle: Double, utilization: Double) -> Complex {
    var z = Complex(RealMath.cosine(angle), RealMath.sine(angle))
    var log = Complex(-(1 - utilization) * 0.5, angle)
    for _ in 0..<100 {
      z = log.exponential
      let error = log - Complex(0, angle) - utilization * (z - Complex(1))
      let step = error / (Complex(1) - utilization * z)
      log = log - step
      if step.squaredMagnitude < 1e-32 * max(log.squaredMagnitude, 1e-30) { break }
    }
    return log.exponential
  }
}
