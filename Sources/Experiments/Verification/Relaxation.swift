#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How long queues remember: the time in which the distance from the steady state falls to
/// 1/e, or an upper estimate of it.
///
/// For one exponential server it is 1 / (√μ − √λ)², P. M. Morse, "Stochastic properties of
/// waiting lines", doi:10.1287/opre.3.3.255; with other variances, that of the reflected
/// Brownian motion of the same drift and variance.
enum Relaxation {
  /// A queue with c servers in which all wait: the diffusion's time and that of a service.
  static func delay(
    servers: Double, arrivalRate: Double, arrivalSCV: Double = 1, meanService: Double,
    serviceSCV: Double = 1
  ) -> Double {
    let capacity = servers / meanService
    let drift = capacity - arrivalRate
    let variance = arrivalRate * arrivalSCV + capacity * serviceSCV
    return meanService * (1 + serviceSCV) + 2 * variance / (drift * drift)
  }

  /// A queue with limited places, at any load: by reflection at both ends.
  static func limited(
    servers: Double, places: Double, arrivalRate: Double, serviceRate: Double
  ) -> Double {
    let capacity = servers * serviceRate
    let drift = capacity - arrivalRate
    let variance = arrivalRate + capacity
    let room = places - servers + 1
    let queue = min(2 * variance / (drift * drift), 2 * room * room / variance)
    return 1 / serviceRate + queue
  }

  /// The time in which an overloaded queue fills from empty, by its fluid limit, and in
  /// which those who came meanwhile have been served: their waits are too short.
  static func filling(
    servers: Double, places: Double, arrivalRate: Double, serviceRate: Double
  ) -> Double {
    let drift = arrivalRate - servers * serviceRate
    let room = places - servers
    let toServers = log1p(servers * serviceRate / arrivalRate) / serviceRate
    return drift > 0 ? toServers + room / drift + room / (servers * serviceRate) : 0
  }
}
