#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The Poisson probability function without cancellation for large means.
///
/// Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000):
/// log p = −(k ln(k/m) + m − k) − δ(k) − ½ ln 2πk, with δ the error of Stirling's formula.
enum PoissonLaw {
  /// The logarithm of the probability of `k` (a whole number) under the given mean.
  static func logProbability(_ k: Double, mean: Double) -> Double {
    if k == 0 { return -mean }
    return -deviance(k, mean) - stirlingError(k) - 0.5 * log(2 * .pi * k)
  }

  /// k ln(k/m) + m − k, by a series in (k−m)/(k+m) where the terms would cancel.
  static func deviance(_ k: Double, _ mean: Double) -> Double {
    let difference = k - mean
    guard abs(difference) < 0.1 * (k + mean) else { return k * log(k / mean) - difference }
    let v = difference / (k + mean)
    var sum = difference * v
    var term = 2 * k * v
    var odd = 3.0
    while true {
      term *= v * v
      let next = sum + term / odd
      if next == sum { return sum }
      sum = next
      odd += 2
    }
  }

  /// ln k! − (½ ln 2πk + k ln k − k).
  static func stirlingError(_ k: Double) -> Double {
    if k < 16 {
      var logFactorial = 0.0
      var factor = 2.0
      while factor <= k {
        logFactorial += log(factor)
        factor += 1
      }
      return logFactorial - (0.5 * log(2 * .pi * k) + k * log(k) - k)
    }
    let inverseSquare = 1 / (k * k)
    var series = 1.0 / 1188
    series = 1.0 / 1680 - inverseSquare * series
    series = 1.0 / 1260 - inverseSquare * series
    series = 1.0 / 360 - inverseSquare * series
    series = 1.0 / 12 - inverseSquare * series
    return series / k
  }
}
