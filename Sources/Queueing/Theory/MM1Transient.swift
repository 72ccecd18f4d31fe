/// The first n customers of M/M/1 that starts empty; a load of one or more is allowed.
///
/// E Wₙ = Σ E(Sᵢ)⁺ / i over i < n with Sᵢ the sum of i services less i times between arrivals:
/// F. Spitzer, "A combinatorial lemma and its application to probability theory" (1956),
/// doi:10.1090/S0002-9947-1956-0079851-X. The parts have central binomial coefficients with a
/// recurrence of one step each. Time: O(n).
package struct MM1Transient: Sendable {
  /// The most customers for which the sum is run.
  package static let mostCustomers = 100_000_000

  package let arrivalRate: Double
  package let serviceRate: Double
  package let customers: Int
  /// Mean wait before service of customer n, the first being number one.
  package let meanDelayOfLast: Double
  /// Mean wait before service over customers 1 to n.
  package let meanDelay: Double

  package init(arrivalRate: Double, serviceRate: Double, customers: Int) throws(ModelError) {
    self.arrivalRate = try Check.positive(arrivalRate, "lambda")
    self.serviceRate = try Check.positive(serviceRate, "mu")
    self.customers = try Check.count(customers, "n", to: Self.mostCustomers)
    let arrivalFirst = arrivalRate / (arrivalRate + serviceRate)
    let serviceFirst = serviceRate / (arrivalRate + serviceRate)
    // The chance that i services outlast i times between arrivals, and C(2i, i) (pq)ⁱ.
    var outlasts = arrivalFirst
    var central = 2 * arrivalFirst * serviceFirst
    let drift = (serviceRate - arrivalRate) / (arrivalRate * serviceRate)
    let spread = 0.5 * (serviceRate + arrivalRate) / (arrivalRate * serviceRate)
    let tilt = 0.5 * (arrivalRate - serviceRate) / (arrivalRate + serviceRate)
    var delay = 0.0
    var total = 0.0
    for index in 1..<max(customers, 1) {
      delay += central * spread - outlasts * drift
      total += delay
      outlasts += central * tilt
      let i = Double(index)
      central *= 2 * (2 * i + 1) / (i + 1) * arrivalFirst * serviceFirst
    }
    meanDelayOfLast = delay
    meanDelay = total / Double(customers)
  }
}
