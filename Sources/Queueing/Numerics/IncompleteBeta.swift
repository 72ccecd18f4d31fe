#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The regularised incomplete beta function.
///
/// Source: NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction).
enum IncompleteBeta {
  /// I(x; a, b) for positive a and b and x between 0 and 1; `complement` is 1 − x.
  ///
  /// Passing both keeps the digits of whichever is small. Relative error near 1e-13.
  static func regularized(_ a: Double, _ b: Double, _ x: Double, _ complement: Double) -> Double {
    if x <= 0 { return 0 }
    if complement <= 0 { return 1 }
    let logFront =
      a * log(x) + b * log(complement)
      + IncompleteGamma.logGamma(a + b) - IncompleteGamma.logGamma(a)
      - IncompleteGamma.logGamma(b)
    if x < (a + 1) / (a + b + 2) { return exp(logFront) * fraction(a, b, x) / a }
    return 1 - exp(logFront) * fraction(b, a, complement) / b
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / safe(1 - (a + b) * x / (a + 1))
    var product = d
    for step in 1..<10_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / safe(1 + even * d)
      c = safe(1 + even / c)
      product *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / safe(1 + odd * d)
      c = safe(1 + odd / c)
      let factor = d * c
      product *= factor
      if abs(factor - 1) < 1e-15 { break }
    }
    return product
  }
}
