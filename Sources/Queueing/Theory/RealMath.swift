#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The elementary functions that closed forms need.
///
/// The one place of this folder that imports a C library; everything else calls it from here.
enum RealMath {
  static func exp(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.exp(x)
    #else
      Foundation.exp(x)
    #endif
  }

  static func log(_ x: Double) -> Double {
    #if canImport(Glibc)
      Glibc.log(x)
    #else
      Foundation.log(x)
    #endif
  }

  /// eˣ − 1 without cancellation near zero.
  static func expMinusOne(_ x: Double) -> Double { expm1(x) }

  /// ln(1 + x) without cancellation near zero.
  static func logOnePlus(_ x: Double) -> Double { log1p(x) }

  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

  static func sine(_ x: Double) -> Double { sin(x) }

  static func cosine(_ x: Double) -> Double { cos(x) }

  static func arcTangent(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
}

extension RealMath {
  /// ln(1 + x) − x without cancellation near zero.
  ///
  /// A series in x/(2 + x) for |x| below one half, the plain difference beyond.
  static func logOnePlusMinus(_ x: Double) -> Double {
    guard abs(x) < 0.5 else { return log1p(x) - x }
    let r = x / (2 + x)
    let square = r * r
    var power = r * square
    var sum = 0.0
    var odd = 3.0
    while abs(power) > 1e-19 * abs(x * x) {
      sum += power / odd
      power *= square
      odd += 2
    }
    // ln(1+x) = 2(r + r³/3 + …) and 2r − x = −x r.
    return 2 * sum - x * r
  }

  /// A zero of a function that is positive at `lower` and not at `upper`, to the last bit.
  ///
  /// Bisection, at most some 1,100 evaluations when the zero is tiny, usually 60.
  static func bisect(
    from lower: Double, to upper: Double, isPositive: (Double) -> Bool
  ) -> Double {
    var (low, high) = (lower, upper)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { return middle }
      if isPositive(middle) { low = middle } else { high = middle }
    }
  }
}
