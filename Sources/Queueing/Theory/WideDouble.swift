/// A non-negative number with a double's precision and an unbounded exponent.
///
/// State weights such as aⁿ/n! leave the range of `Double` long before the probabilities made of
/// them do. The value is `mantissa` · 2^(400 · `exponent`), with the mantissa between 2^−200 and
/// 2^200, so that a difference of two in the exponent is beyond a double's precision.
struct WideDouble: Sendable {
  private(set) var mantissa: Double
  private(set) var exponent: Int

  private static let big = Double(sign: .plus, exponent: 400, significand: 1)
  private static let small = Double(sign: .plus, exponent: -400, significand: 1)
  private static let rootOfBig = Double(sign: .plus, exponent: 200, significand: 1)
  private static let rootOfSmall = Double(sign: .plus, exponent: -200, significand: 1)
  private static let logBig = 400 * 0.693147180559945309417

  static let zero = WideDouble(0)

  init(_ value: Double) {
    (mantissa, exponent) = (value, 0)
    normalize()
  }

  /// e to the power `log`, however large.
  init(exponentOf log: Double) {
    let limbs = (log / Self.logBig).rounded()
    exponent = Int(min(max(limbs, -1e15), 1e15))
    mantissa = RealMath.exp(min(max(log - limbs * Self.logBig, -200), 200))
  }

  private mutating func normalize() {
    while mantissa > Self.rootOfBig, mantissa.isFinite {
      mantissa *= Self.small
      exponent += 1
    }
    while mantissa < Self.rootOfSmall, mantissa > 0 {
      mantissa *= Self.big
      exponent -= 1
    }
  }

  static func *= (left: inout WideDouble, right: Double) {
    left.mantissa *= right
    left.normalize()
  }

  static func * (left: WideDouble, right: Double) -> WideDouble {
    var product = left
    product *= right
    return product
  }

  static func * (left: WideDouble, right: WideDouble) -> WideDouble {
    var product = left
    product.mantissa *= right.mantissa
    product.exponent += right.exponent
    product.normalize()
    return product
  }

  static func += (left: inout WideDouble, right: WideDouble) {
    if left.exponent == right.exponent {
      left.mantissa += right.mantissa
      left.normalize()
      return
    }
    if left.mantissa == 0 || right.exponent > left.exponent && right.mantissa != 0 {
      let old = left
      left = right
      if old.mantissa != 0 { left += old }
    } else if right.mantissa != 0, left.exponent - right.exponent == 1 {
      left.mantissa += right.mantissa * Self.small
    }
  }

  /// The quotient as an ordinary number: zero or infinite where it leaves that range.
  static func / (left: WideDouble, right: WideDouble) -> Double {
    guard left.mantissa != 0 else { return 0 }
    var ratio = WideDouble(left.mantissa / right.mantissa)
    ratio.exponent += left.exponent - right.exponent
    return ratio.value
  }

  /// The value as an ordinary number: zero or infinite where it leaves that range.
  var value: Double {
    switch exponent {
    case 0: mantissa
    case ..<(-3): 0
    case 4...: mantissa == 0 ? 0 : .infinity
    default: scaled()
    }
  }

  private func scaled() -> Double {
    var result = mantissa
    for _ in 0..<abs(exponent) { result *= exponent > 0 ? Self.big : Self.small }
    return result
  }
}
