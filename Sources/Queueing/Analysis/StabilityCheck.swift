/// Whether the number of customers settles or grows without end.
///
/// Looks at averages over equal windows of time. Growth is reported when later windows
/// exceed earlier ones far more often than chance would have it (the trend test of Mann
/// and Kendall, one-sided at 0.05 %) and the last third lies well above the first. A run
/// that is too short for its load shows the same picture, and must not yield a number
/// either.
///
/// Source: H. B. Mann, "Nonparametric tests against trend", doi:10.2307/1907187.
package struct StabilityCheck: Equatable, Sendable {
  package enum Verdict: Equatable, Sendable {
    case settled
    case growing
    /// Fewer than ten windows.
    case unknown
  }

  package let verdict: Verdict
  /// The statistic of the trend test, standard normal without trend.
  package let trend: Double
  /// The average over the last third of the windows divided by that over the first.
  package let growth: Double

  /// Judges averages over windows, in their order, in O(n²).
  package init(_ averages: [Double]) {
    let count = averages.count
    guard count >= 10 else {
      (verdict, trend, growth) = (.unknown, 0, 1)
      return
    }
    var sum = 0
    for later in 1..<count {
      for earlier in 0..<later {
        if averages[later] > averages[earlier] { sum += 1 }
        if averages[later] < averages[earlier] { sum -= 1 }
      }
    }
    let n = Double(count)
    let deviation = (n * (n - 1) * (2 * n + 5) / 18).squareRoot()
    trend = Double(sum) / deviation
    let third = count / 3
    let first = averages.prefix(third).reduce(0, +) / Double(third)
    let last = averages.suffix(third).reduce(0, +) / Double(third)
    growth = last == first ? 1 : last / first
    verdict = trend > 3.29 && growth > 1.5 ? .growing : .settled
  }
}
