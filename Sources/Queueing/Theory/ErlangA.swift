/// M/M/c+M (Erlang-A): customers who wait leave after an exponential patience.
///
/// Always stable. /// C. Palm, "Research on telephone traffic carried by full availability groups" (1957);
/// A. Mandelbaum and S. Zeltyn, "Service engineering in action: the Palm/Erlang-A queue" (2007),
/// doi:10.1007/978-3-540-29860-1_2. A customer with j ahead in the queue moves up or leaves in
/// exponential stages, which gives every conditional mean as a sum of positive terms.
/// Time: O(c + j) with j the queue lengths that matter, about (λ − cμ)/θ in overload.
package struct ErlangA: Sendable {
  /// The longest queue for which the sums are run.
  package static let longestQueue = 20_000_000.0

  package let servers: Int
  package let arrivalRate: Double
  package let serviceRate: Double
  /// θ: one over the mean patience.
  package let abandonmentRate: Double
  /// The share of customers who find all servers busy.
  package let waitingProbability: Double
  /// The share served at once, exact even where nearly all wait.
  package let immediateShare: Double
  package let abandonmentOfWaiting: Double
  /// Mean wait of all customers, Wq.
  package let waitingTime: Double
  package let waitingTimeOfServed: Double
  package let waitingTimeOfAbandoned: Double
  /// The share of customers who are served.
  package let servedShare: Double

  package init(
    servers: Int, arrivalRate: Double, serviceRate: Double, abandonmentRate: Double
  ) throws(ModelError) {
    self.servers = try Check.count(servers, "c")
    self.arrivalRate = try Check.positive(arrivalRate, "lambda")
    self.serviceRate = try Check.positive(serviceRate, "mu")
    self.abandonmentRate = try Check.positive(abandonmentRate, "theta")
    let capacity = Double(servers) * serviceRate
    // Terms up to the likeliest queue, and those that a normal or a geometric law needs beyond it.
    let overload = max(0, (arrivalRate - capacity) / abandonmentRate)
    let normal = 10 * (arrivalRate / abandonmentRate).squareRoot()
    let geometric = arrivalRate < capacity ? 60 * capacity / (capacity - arrivalRate) : .infinity
    guard overload + min(normal, geometric) < Self.longestQueue else {
      throw .invalid(
        parameter: "theta", value: "\(abandonmentRate)",
        expected: "a patience that keeps the queue below \(Int(Self.longestQueue))")
    }
    let sums = Sums(
      arrivalRate: arrivalRate, capacity: capacity, abandonmentRate: abandonmentRate)
    let (blocked, accepted) = ErlangB.shares(
      servers: servers, offeredLoad: arrivalRate / serviceRate)
    let waiting = sums.all * blocked
    var total = waiting
    total += WideDouble(accepted)
    waitingProbability = waiting / total
    immediateShare = WideDouble(accepted) / total
    abandonmentOfWaiting = sums.abandoned / sums.all
    waitingTime = waitingProbability * (sums.abandoned / sums.all) / abandonmentRate
    servedShare = immediateShare + waitingProbability * (sums.served / sums.all)
    waitingTimeOfServed = waitingProbability * (sums.waitOfServed / sums.all) / servedShare
    waitingTimeOfAbandoned = sums.waitOfAbandoned / sums.abandoned
  }

  package var offeredLoad: Double { arrivalRate / serviceRate }

  package var abandonmentProbability: Double { waitingProbability * abandonmentOfWaiting }

  /// Mean number waiting, Lq.
  package var queueLength: Double { arrivalRate * waitingTime }

  /// The share of time a server is busy.
  package var utilization: Double {
    arrivalRate * servedShare / (Double(servers) * serviceRate)
  }
}

extension ErlangA {
  /// Sums over the queue length j that an arrival finds while all servers are busy.
  ///
  /// Relative to the state with an empty queue; probabilities and means are per state.
  private struct Sums {
    var all = WideDouble.zero
    var abandoned = WideDouble.zero
    var served = WideDouble.zero
    var waitOfServed = WideDouble.zero
    var waitOfAbandoned = WideDouble.zero

    init(arrivalRate: Double, capacity: Double, abandonmentRate: Double) {
      var weight = WideDouble(1)
      var served = 0.0
      var abandoned = 0.0
      var position = 1.0
      while true {
        // The customer himself counts among those who may leave.
        let rate = capacity + position * abandonmentRate
        served += 1 / rate
        abandoned += position / rate
        let term = weight * (1 / rate)
        all += weight
        self.abandoned += term * (position * abandonmentRate)
        self.served += term * capacity
        waitOfServed += term * (capacity * served)
        waitOfAbandoned += term * (abandonmentRate * abandoned)
        let ratio = arrivalRate / rate
        if ratio < 1, weight / all < 1e-24 * (1 - ratio) * (1 - ratio) { return }
        weight *= ratio
        position += 1
      }
    }
  }
}
