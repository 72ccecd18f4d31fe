import Queueing

/// The share of violating content in all that is viewed: the violative view rate.
package struct Prevalence: Equatable, Sendable {
  package let violatingViews: Double
  package let allViews: Double

  /// The exact share, which only a simulation knows; nil without views.
  package var value: Double? { allViews > 0 ? violatingViews / allViews : nil }

  /// The interval that a random sample of views of this share leads to, as a platform
  /// would publish it; nil without views.
  ///
  /// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical
  /// inference", doi:10.1080/01621459.1927.10502953.
  ///
  /// - Precondition: `size` is positive and `level` lies strictly between 0 and 1.
  package func sampled(size: Int, level: Double = 0.95) -> ClosedRange<Double>? {
    precondition(size > 0 && level > 0 && level < 1, "a sample needs a size and a level")
    guard let share = value.map({ min(1, max(0, $0)) }) else { return nil }
    let n = Double(size)
    let z = StandardNormal.quantile(0.5 + 0.5 * level)
    let weight = 1 / (1 + z * z / n)
    let centre = weight * (share + z * z / (2 * n))
    let halfWidth = weight * z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, centre - halfWidth)...min(1, centre + halfWidth)
  }
}
