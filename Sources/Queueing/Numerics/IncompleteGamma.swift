#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The regularised incomplete gamma function and its inverse.
///
/// Source: NIST Digital Library of Mathematical Functions, 8.7.1 (series) and 8.9.2
/// (continued fraction).
enum IncompleteGamma {
  /// P(a, x): the probability that a gamma variate of shape `a` is at most `x`.
  ///
  /// Relative error near 1e-13; O(√a) operations near the mean.
  static func lower(_ shape: Double, _ x: Double) -> Double {
    if x <= 0 { return 0 }
    if x == .infinity { return 1 }
    return x < shape + 1 ? series(shape, x) : 1 - fraction(shape, x)
  }

  /// Q(a, x) = 1 − P(a, x), without cancellation.
  static func upper(_ shape: Double, _ x: Double) -> Double {
    if x <= 0 { return 1 }
    if x == .infinity { return 0 }
    return x < shape + 1 ? 1 - series(shape, x) : fraction(shape, x)
  }

  /// The quantile of the gamma law of unit scale: the x with P(a, x) = p.
  ///
  /// Newton steps kept inside a bracket, from the Wilson–Hilferty approximation.
  static func quantile(_ shape: Double, _ probability: Double) -> Double {
    if probability <= 0 { return 0 }
    if probability >= 1 { return .infinity }
    var x = start(shape, probability)
    var (low, high) = (0.0, Double.infinity)
    for _ in 0..<200 {
      // The smaller of the two tails keeps its digits.
      let excess =
        probability < 0.5
        ? lower(shape, x) - probability : (1 - probability) - upper(shape, x)
      if excess == 0 { return x }
      if excess < 0 { low = x } else { high = x }
      var next = x - excess / density(shape, x)
      if !(next > low && next < high) {
        next = high == .infinity ? 2 * x + 1 : 0.5 * (low + high)
      }
      if abs(next - x) <= 1e-15 * x { return next }
      x = next
    }
    return x
  }

  private static func start(_ shape: Double, _ probability: Double) -> Double {
    let spread = 1 / (9 * shape)
    let root = 1 - spread + StandardNormal.quantile(probability) * spread.squareRoot()
    let guess = shape * root * root * root
    // Near zero the law is x^a / (a Γ(a)).
    if shape < 1 || guess <= 0 {
      return max(exp((log(probability) + logGamma(shape + 1)) / shape), 1e-300)
    }
    return guess
  }

  private static func density(_ shape: Double, _ x: Double) -> Double {
    exp((shape - 1) * log(x) - x - logGamma(shape))
  }

  /// x^a e^(−x) / Γ(a + 1), stable for large shapes.
  private static func prefactor(_ shape: Double, _ x: Double) -> Double {
    shape < 16
      ? exp(shape * log(x) - x - logGamma(shape + 1))
      : exp(PoissonLaw.logProbability(shape, mean: x))
  }

  private static func series(_ shape: Double, _ x: Double) -> Double {
    var (term, sum, n) = (1.0, 1.0, shape)
    repeat {
      n += 1
      term *= x / n
      sum += term
    } while term > sum * 1e-17
    return min(1, sum * prefactor(shape, x))
  }

  private static func fraction(_ shape: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var product = d
    for n in 1..<100_000 {
      let a = -Double(n) * (Double(n) - shape)
      b += 2
      d = a * d + b
      if abs(d) < tiny { d = tiny }
      c = b + a / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let factor = d * c
      product *= factor
      if abs(factor - 1) < 1e-16 { break }
    }
    return min(1, product * shape * prefactor(shape, x))
  }

  /// ln Γ(x) for positive x, by the Stirling series after shifting the argument up.
  static func logGamma(_ x: Double) -> Double {
    var shifted = x
    var product = 1.0
    while shifted < 16 {
      product *= shifted
      shifted += 1
    }
    let stirling =
      (shifted - 0.5) * log(shifted) - shifted + 0.5 * log(2 * .pi)
      + PoissonLaw.stirlingError(shifted)
    return stirling - log(product)
  }
}
