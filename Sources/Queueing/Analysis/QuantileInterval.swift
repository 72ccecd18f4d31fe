/// A quantile of independent values with an interval that assumes no law.
///
/// The number of values below the true quantile is binomial, so order statistics bound
/// it. Source: W. J. Conover, "Practical Nonparametric Statistics" (1999), section 3.2.
package struct QuantileInterval: Equatable, Sendable {
  /// The share of values below the quantile.
  package let share: Double
  package let estimate: Double
  package let lowerBound: Double
  package let upperBound: Double
  /// The probability with which the bounds enclose the quantile, at least what was asked.
  package let level: Double

  /// Estimates a quantile.
  ///
  /// Nil when there are too few values for bounds at that confidence: a far quantile
  /// needs many. O(n log n).
  ///
  /// - Precondition: `share` and `confidence` lie strictly between 0 and 1.
  package init?(_ values: [Double], share: Double, confidence: Double = 0.95) {
    precondition(share > 0 && share < 1, "share out of range")
    precondition(confidence > 0 && confidence < 1, "confidence out of range")
    let tail = 0.5 * (1 - confidence)
    let count = values.count
    // The greatest rank r with P(fewer than r below) <= tail, and its mirror image.
    let low = Self.rank(count, share, tail)
    let high = Self.rank(count, 1 - share, tail).map { count + 1 - $0 }
    guard let low, let high, low < high else { return nil }
    let sorted = values.sorted()
    self.share = share
    estimate = Self.interpolated(sorted, share)
    lowerBound = sorted[low - 1]
    upperBound = sorted[high - 1]
    level =
      1 - Self.below(low, count, share) - Self.below(count + 1 - high, count, 1 - share)
  }

  /// The sample quantile, linear between order statistics.
  private static func interpolated(_ sorted: [Double], _ share: Double) -> Double {
    let position = share * Double(sorted.count - 1)
    let index = min(Int(position), sorted.count - 2)
    let weight = position - Double(index)
    return sorted[index] * (1 - weight) + sorted[index + 1] * weight
  }

  /// The greatest rank, from 1, that is below the quantile but for the given probability.
  private static func rank(_ count: Int, _ share: Double, _ tail: Double) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high + 1) / 2
      if below(middle, count, share) <= tail { low = middle } else { high = middle - 1 }
    }
    return low > 0 ? low : nil
  }

  /// The probability that fewer than `rank` of the values lie below the quantile.
  private static func below(_ rank: Int, _ count: Int, _ share: Double) -> Double {
    if rank <= 0 { return 0 }
    if rank > count { return 1 }
    return IncompleteBeta.regularized(
      Double(count - rank + 1), Double(rank), 1 - share, share)
  }
}
