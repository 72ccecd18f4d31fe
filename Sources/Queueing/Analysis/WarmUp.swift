/// Where the influence of the start ends in a series of observations.
///
/// The marginal standard error rule (MSER): delete so many observations from the front
/// that the standard error of the mean of the rest is least. MSER-5 does so on means of
/// five. Sources: K. P. White, "An effective truncation heuristic for bias reduction in
/// simulation output", doi:10.1177/003754979706900601.
package enum WarmUp {
  /// The number of observations to delete, a multiple of 5, by MSER-5.
  ///
  /// Nil when the rule asks for more than half of the series, or when the series is
  /// shorter than 50: then it has not settled, and needs to be longer. O(n).
  package static func mser5(_ values: [Double]) -> Int? {
    let means = stride(from: 0, to: values.count - values.count % 5, by: 5).map { start in
      values[start..<(start + 5)].reduce(0, +) / 5
    }
    return means.count < 10 ? nil : mser(means).map { 5 * $0 }
  }

  /// The number of observations to delete; nil when it exceeds half of the series.
  ///
  /// The last fifth is kept in any case, since few values agree by chance. O(n).
  package static func mser(_ values: [Double]) -> Int? {
    if values.count < 5 { return nil }
    var tail = RunningMoments()
    var best = (error: Double.infinity, deleted: 0)
    let kept = max(2, values.count / 5)
    for index in values.indices.reversed() {
      tail.add(values[index])
      if tail.count < kept { continue }
      // The biased variance over the count, after White.
      let count = Double(tail.count)
      let error = tail.variance * (count - 1) / (count * count)
      if error <= best.error { best = (error, index) }
    }
    return best.deleted > values.count / 2 ? nil : best.deleted
  }
}
