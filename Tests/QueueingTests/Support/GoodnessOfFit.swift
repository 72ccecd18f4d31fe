/// Distances between samples and laws.
///
/// Seeds are fixed, so a test passes or fails for good.
enum GoodnessOfFit {
  /// √n times the greatest distance between the sample's and the law's distribution.
  ///
  /// Above 1.95 once in a thousand samples of the law.
  static func kolmogorovSmirnov(_ sample: [Double], cdf: (Double) -> Double) -> Double {
    let sorted = sample.sorted()
    let n = Double(sorted.count)
    var distance = 0.0
    for (index, value) in sorted.enumerated() {
      let probability = cdf(value)
      distance = max(distance, abs(probability - Double(index) / n))
      distance = max(distance, abs(Double(index + 1) / n - probability))
    }
    return distance * n.squareRoot()
  }

  /// Pearson's statistic, standardised to mean 0 and variance 1.
  ///
  /// Beyond ±4 less than once in ten thousand samples for 30 or more cells.
  static func chiSquared(observed: [Int], expected: [Double]) -> Double {
    var sum = 0.0
    for (count, mean) in zip(observed, expected) {
      sum += (Double(count) - mean) * (Double(count) - mean) / mean
    }
    let degrees = Double(observed.count - 1)
    return (sum - degrees) / (2 * degrees).squareRoot()
  }
}
