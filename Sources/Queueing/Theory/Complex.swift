/// A complex number, with what the transforms need.
struct Complex: Sendable {
  var re: Double
  var im: Double

  init(_ re: Double, _ im: Double = 0) {
    (self.re, self.im) = (re, im)
  }

  static func + (left: Complex, right: Complex) -> Complex {
    Complex(left.re + right.re, left.im + right.im)
  }

  static func - (left: Complex, right: Complex) -> Complex {
    Complex(left.re - right.re, left.im - right.im)
  }

  static func * (left: Complex, right: Complex) -> Complex {
    Complex(left.re * right.re - left.im * right.im, left.re * right.im + left.im * right.re)
  }

  static func * (left: Double, right: Complex) -> Complex {
    Complex(left * right.re, left * right.im)
  }

  static func / (left: Complex, right: Complex) -> Complex {
    let norm = right.re * right.re + right.im * right.im
    return Complex(
      (left.re * right.re + left.im * right.im) / norm,
      (left.im * right.re - left.re * right.im) / norm)
  }

  var squaredMagnitude: Double { re * re + im * im }

  var exponential: Complex {
    let size = RealMath.exp(re)
    return Complex(size * RealMath.cosine(im), size * RealMath.sine(im))
  }

  /// The principal logarithm.
  var logarithm: Complex {
    Complex(0.5 * RealMath.log(squaredMagnitude), RealMath.arcTangent(im, re))
  }
}
