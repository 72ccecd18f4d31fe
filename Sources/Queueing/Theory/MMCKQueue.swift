/// M/M/c/K: c servers and room for K customers in all; who finds it full is turned away (balks).
///
/// Gross et al. (2008), section 2.5, doi:10.1002/9781118625651. Sums of positive terms only, scaled
/// to the largest, so overload and thousands of places are exact. Time: O(K).
package struct MMCKQueue: Sendable {
  package let servers: Int
  package let places: Int
  package let arrivalRate: Double
  package let serviceRate: Double
  /// The share of customers turned away.
  package let blockingProbability: Double
  /// The share of customers who enter.
  package let acceptedShare: Double
  /// Mean number waiting, Lq.
  package let queueLength: Double
  /// The share of those who enter who must wait.
  package let waitingProbabilityOfAccepted: Double

  package init(
    servers: Int, places: Int, arrivalRate: Double, serviceRate: Double
  ) throws(ModelError) {
    self.servers = try Check.count(servers, "c")
    self.places = try Check.count(places, "K", from: servers)
    self.arrivalRate = try Check.positive(arrivalRate, "lambda")
    self.serviceRate = try Check.positive(serviceRate, "mu")
    let load = arrivalRate / serviceRate
    let (blocked, accepted) = ErlangB.shares(servers: servers, offeredLoad: load)
    let ratio = load / Double(servers)
    // The states with all servers busy, relative to the first of them.
    var weight = WideDouble(1)
    var waiting = WideDouble.zero
    var busyBelowFull = WideDouble.zero
    for queued in 0..<(places - servers) {
      busyBelowFull += weight
      weight *= ratio
      waiting += weight * Double(queued + 1)
    }
    let entering = busyBelowFull * blocked
    var below = entering
    below += WideDouble(accepted)
    var total = below
    total += weight * blocked
    blockingProbability = (weight * blocked) / total
    acceptedShare = below / total
    queueLength = (waiting * blocked) / total
    waitingProbabilityOfAccepted = entering / below
  }

  /// Customers who enter, and so are served, per unit of time.
  package var throughput: Double { arrivalRate * acceptedShare }

  /// Mean wait of those who enter.
  package var waitingTimeOfAccepted: Double { queueLength / throughput }

  package var utilization: Double { throughput / (Double(servers) * serviceRate) }
}
