/// M/M/c: Poisson arrivals, c servers, exponential service, first come first served, all wait.
///
/// A. K. Erlang (1917); the forms used are in D. Gross, J. F. Shortle, J. M. Thompson and
/// C. M. Harris, "Fundamentals of Queueing Theory", 4th ed. (2008), section 2.3,
/// doi:10.1002/9781118625651. Written without differences of nearly equal numbers.
/// Times are in the unit of the rates. Time: O(c) once, O(1) for each metric.
package struct MMCQueue: Sendable {
  package let servers: Int
  package let arrivalRate: Double
  package let serviceRate: Double
  /// The share of time a server is busy, ρ.
  package let utilization: Double
  /// The share of customers who wait (Erlang-C).
  package let waitingProbability: Double
  /// The share who do not, exact even where nearly all wait.
  package let immediateShare: Double
  /// c μ − λ: the rate at which the wait of those who wait decays.
  package let spareRate: Double

  /// Throws `ModelError.unstable` for a load of one or more.
  package init(servers: Int, arrivalRate: Double, serviceRate: Double) throws(ModelError) {
    self.servers = try Check.count(servers, "c")
    self.arrivalRate = try Check.positive(arrivalRate, "lambda")
    self.serviceRate = try Check.positive(serviceRate, "mu")
    let capacity = Double(servers) * serviceRate
    utilization = try Check.stable(utilization: arrivalRate / capacity, "lambda")
    spareRate = capacity - arrivalRate
    let load = arrivalRate / serviceRate
    let (blocked, accepted) = ErlangB.shares(servers: servers, offeredLoad: load)
    let scale = 1 / (spareRate + arrivalRate * blocked)
    waitingProbability = capacity * blocked * scale
    immediateShare = spareRate * accepted * scale
  }

  package var offeredLoad: Double { arrivalRate / serviceRate }

  /// Mean wait before service, Wq.
  package var waitingTime: Double { waitingProbability / spareRate }

  /// Mean wait of those who wait.
  package var waitingTimeOfWaiting: Double { 1 / spareRate }

  /// Mean time in the system, W.
  package var sojournTime: Double { waitingTime + 1 / serviceRate }

  /// Mean number waiting, Lq.
  package var queueLength: Double { arrivalRate * waitingTime }

  /// Mean number in the system, L.
  package var numberInSystem: Double { queueLength + offeredLoad }

  package var waitingTimeVariance: Double {
    waitingProbability * (1 + immediateShare) / (spareRate * spareRate)
  }

  /// The share of customers who wait longer than `time`.
  package func waitingTail(_ time: Double) throws(ModelError) -> Double {
    waitingProbability * RealMath.exp(-spareRate * (try Check.notNegative(time, "t")))
  }

  /// The share of customers who wait at most `time`.
  package func serviceLevel(within time: Double) throws(ModelError) -> Double {
    let decay = RealMath.expMinusOne(-spareRate * (try Check.notNegative(time, "t")))
    return immediateShare - waitingProbability * decay
  }

  /// The share of customers whose wait and service together take longer than `time`.
  package func sojournTail(_ time: Double) throws(ModelError) -> Double {
    let time = try Check.notNegative(time, "t")
    let slow = min(spareRate, serviceRate)
    let gap = abs(spareRate - serviceRate)
    // (e^{−δt} − e^{−μt}) / (μ − δ), which is t e^{−μt} when the two rates meet.
    let spread = gap * time < 1e-300 ? time : -RealMath.expMinusOne(-gap * time) / gap
    return RealMath.exp(-serviceRate * time)
      + waitingProbability * serviceRate * RealMath.exp(-slow * time) * spread
  }

  /// The wait that a share `q` of the customers does not exceed.
  package func waitingQuantile(_ q: Double) throws(ModelError) -> Double {
    guard q >= 0, q < 1 else {
      throw .invalid(parameter: "q", value: "\(q)", expected: "a share from 0 to below 1")
    }
    guard q > immediateShare else { return 0 }
    return max(0, RealMath.log(waitingProbability / (1 - q)) / spareRate)
  }
}

/// Staffing of a call centre by Erlang-C: calls counted per interval, handling time in minutes.
///
/// The rule of thumb of work-force management: M/M/c with the calls of one interval as a steady
/// arrival rate. N. Gans, G. Koole and A. Mandelbaum, "Telephone call centers" (2003),
/// doi:10.1287/msom.5.2.79.16071.
package struct ErlangCStaffing: Sendable {
  package let queue: MMCQueue
  package let targetSeconds: Double

  package init(
    servers: Int, calls: Double, intervalMinutes: Double, handlingMinutes: Double,
    targetSeconds: Double
  ) throws(ModelError) {
    let calls = try Check.positive(calls, "calls")
    let interval = try Check.positive(intervalMinutes, "interval_min")
    let handling = try Check.positive(handlingMinutes, "aht_min")
    self.targetSeconds = try Check.notNegative(targetSeconds, "target_s")
    let servers = try Check.count(servers, "c")
    let load = calls * handling / (interval * Double(servers))
    _ = try Check.stable(utilization: load, "calls")
    queue = try MMCQueue(
      servers: servers, arrivalRate: calls / interval, serviceRate: 1 / handling)
  }

  /// The share of calls answered within the target.
  package var serviceLevel: Double {
    queue.immediateShare - queue.waitingProbability
      * RealMath.expMinusOne(-queue.spareRate * targetSeconds / 60)
  }

  /// Average speed of answer, in seconds.
  package var meanWaitSeconds: Double { queue.waitingTime * 60 }

  package var utilization: Double { queue.utilization }
}
