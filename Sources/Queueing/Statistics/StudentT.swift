#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Student's law: the distribution of a mean divided by its estimated standard error.
///
/// Source: Student, "The probable error of a mean", doi:10.1093/biomet/6.1.1; computed by
/// the incomplete beta function, NIST Digital Library of Mathematical Functions 8.17.
package enum StudentT {
  /// The probability of a value above `t` with the given degrees of freedom.
  ///
  /// - Precondition: `degreesOfFreedom` is positive.
  package static func upperTail(_ t: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "degrees of freedom must be positive")
    let sum = degreesOfFreedom + t * t
    let half =
      0.5
      * IncompleteBeta.regularized(
        0.5 * degreesOfFreedom, 0.5, degreesOfFreedom / sum, t * t / sum)
    return t >= 0 ? half : 1 - half
  }

  /// The value that is exceeded with probability `1 − probability`.
  ///
  /// Relative error below 1e-12. Safeguarded Newton steps on the upper tail.
  ///
  /// - Precondition: `probability` lies strictly between 0 and 1, and
  ///   `degreesOfFreedom` is positive.
  package static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    precondition(probability > 0 && probability < 1, "probability out of range")
    if probability == 0.5 { return 0 }
    if probability < 0.5 { return -upperTailQuantile(probability, degreesOfFreedom) }
    return upperTailQuantile(1 - probability, degreesOfFreedom)
  }

  /// The positive value exceeded with a probability below one half.
  private static func upperTailQuantile(_ tail: Double, _ degreesOfFreedom: Double) -> Double {
    var (low, high) = (0.0, Double.infinity)
    var t = StandardNormal.upperTailQuantile(tail)
    for _ in 0..<2_000 {
      let excess = upperTail(t, degreesOfFreedom: degreesOfFreedom) - tail
      if excess == 0 { return t }
      if excess > 0 { low = t } else { high = t }
      var next = t + excess / density(t, degreesOfFreedom)
      if !(next > low && next < high) {
        next = high == .infinity ? 2 * t + 1 : 0.5 * (low + high)
      }
      if abs(next - t) <= 1e-14 * t { return next }
      t = next
    }
    return t
  }

  private static func density(_ t: Double, _ degreesOfFreedom: Double) -> Double {
    let half = 0.5 * degreesOfFreedom
    let constant =
      IncompleteGamma.logGamma(half + 0.5) - IncompleteGamma.logGamma(half)
      - 0.5 * log(degreesOfFreedom * .pi)
    return exp(constant - (half + 0.5) * log1p(t * t / degreesOfFreedom))
  }
}
