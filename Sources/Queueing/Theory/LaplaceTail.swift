/// Numerical inversion of the Laplace transform of a smooth function of time.
///
/// The Fourier-series method with Euler summation and roundoff control: J. Abate, G. L. Choudhury
/// and W. Whitt, "An introduction to numerical transform inversion and its application to
/// probability models" (2000), doi:10.1007/978-1-4757-4828-4_8. The error is near 1e-13 of the
/// function's largest value.
enum LaplaceInversion {
  private static let damping = 34.0
  /// Terms interleaved to keep the damping from amplifying roundoff.
  private static let interleaved = 3
  private static let averaged = 24

  /// The function at `time`; `terms` plain terms come before the averaging.
  static func value(
    at time: Double, terms: Int, transform: (Complex) -> Complex
  ) -> Double {
    let parts = Double(interleaved)
    let real = damping / (2 * parts * time)
    var partial = 0.0
    var averaging: [Double] = []
    for term in 0...(terms + averaged) {
      var sum = 0.0
      for part in 1...interleaved {
        // Term k of part j carries the phase of s = real + i π (k + j / parts) / time.
        let angle = .pi * Double(part) / parts
        let s = Complex(real, (.pi * Double(term) + angle) / time)
        let phase = Complex(RealMath.cosine(angle), RealMath.sine(angle))
        sum += (phase * transform(s)).re
      }
      partial += term.isMultiple(of: 2) ? sum : -sum
      if term >= terms { averaging.append(partial) }
    }
    // Binomial averages of the last partial sums.
    while averaging.count > 1 {
      averaging = zip(averaging, averaging.dropFirst()).map { ($0 + $1) / 2 }
    }
    let first = transform(Complex(real)).re / 2
    let scale = RealMath.exp(damping / (2 * parts)) / (parts * time)
    return scale * (first + (averaging.first ?? 0))
  }

  /// How many plain terms resolve the tail of a wait at `time`, for service of a given spread.
  ///
  /// Early on the tail has features as narrow as the service law, one at every multiple of its
  /// mean. The n-th is smooth to order n, so that after some thirty services none is left.
  static func terms(time: Double, mean: Double, width: Double) throws(ModelError) -> Int {
    let services = time / mean
    let smooth = services * RealMath.power(10, min(15 / services, 300))
    let needed = min(4 * time / width, services < 30 ? smooth : 100)
    guard needed < 20_000 else {
      throw .invalid(
        parameter: "scv", value: "\(width * width / (mean * mean))",
        expected: "a larger variation, or none as deterministic service")
    }
    return 60 + Int(needed)
  }
}

/// The law of the wait in M/G/1 when service is gamma.
///
/// The transform of the tail is inverted after its exponential decay is taken out, so that the
/// relative error does not grow with time.
struct GammaTail {
  let utilization: Double
  let mean: Double
  let scv: Double

  func probability(_ time: Double) throws(ModelError) -> Double {
    let shape = 1 / scv
    let scale = mean * scv
    let decay = decayRate(shape: shape, scale: scale)
    let terms = try LaplaceInversion.terms(
      time: time, mean: mean, width: mean * scv.squareRoot())
    let shifted = LaplaceInversion.value(at: time, terms: terms) { s in
      let moved = s - Complex(decay)
      let gap = idle(moved, shape: shape, scale: scale)
      let whole = Complex(1 - utilization) + utilization * gap
      return utilization * gap / (moved * whole)
    }
    return shifted * RealMath.exp(-decay * time)
  }

  /// One minus the transform of the residual service time.
  private func idle(_ s: Complex, shape: Double, scale: Double) -> Complex {
    let z = scale * s
    if z.squaredMagnitude * max(1, shape * shape) < 0.06 {
      // (1 − (1 + z)^−shape) / (shape z) is a binomial series; the leading one is left out.
      var term = Complex(1)
      var sum = Complex(0)
      for index in 1...30 {
        let factor = -(shape + Double(index)) / Double(index + 1)
        term = factor * (term * z)
        sum = sum - term
      }
      return sum
    }
    let power = (-shape * (Complex(1) + z).logarithm).exponential
    return Complex(1) - (Complex(1) - power) / (shape * z)
  }

  /// The η at which the tail decays: λ(E e^{ηS} − 1) = η.
  private func decayRate(shape: Double, scale: Double) -> Double {
    let arrivalRate = utilization / mean
    return RealMath.bisect(from: 0, to: 1 / scale) { rate in
      let logTransform = -shape * RealMath.logOnePlus(-rate * scale)
      return arrivalRate * RealMath.expMinusOne(logTransform) < rate
    }
  }
}

/// The law of the wait in M/G/1 when service is lognormal.
///
/// The lognormal has no closed transform: it is integrated by the trapezoidal rule in the
/// logarithm of the time, which converges geometrically. The tail has no exponential decay to take
/// out, so its error is absolute, near 1e-13; a tail without digits is an error, not a number.
struct LognormalTail {
  /// The least tail that has digits.
  static let leastTail = 1e-12

  let utilization: Double
  let mean: Double
  let scv: Double

  func probability(_ time: Double) throws(ModelError) -> Double {
    let terms = try LaplaceInversion.terms(
      time: time, mean: mean, width: mean * min(1, scv.squareRoot()))
    let tail = LaplaceInversion.value(at: time, terms: terms) { s in
      let gap = idle(s)
      let whole = Complex(1 - utilization) + utilization * gap
      return utilization * gap / (s * whole)
    }
    guard tail > Self.leastTail else {
      throw .invalid(
        parameter: "t", value: "\(time)",
        expected: "a time at which more than \(Self.leastTail) of the lognormal's customers wait")
    }
    return tail
  }

  /// One minus the transform of the residual service time.
  ///
  /// E[h(sX) X] / E X with h(z) = 1 − (1 − e^{−z})/z; weighting by X shifts the logarithm by σ².
  private func idle(_ s: Complex) -> Complex {
    let variance = RealMath.logOnePlus(scv)
    let sigma = variance.squareRoot()
    let center = RealMath.log(mean) + variance / 2
    // The integrand is analytic in a strip whose width is the angle of s to the imaginary axis.
    let strip = RealMath.arcTangent(s.re, abs(s.im))
    let step = min(sigma / 10, 2 * .pi * strip / 34)
    let count = Int((9 * sigma / step).rounded(.up))
    var sum = Complex(0)
    for index in -count...count {
      let y = Double(index) * step
      let density = RealMath.exp(-y * y / (2 * variance))
      sum = sum + density * Self.residual(RealMath.exp(center + y) * s)
    }
    return step / (sigma * (2 * .pi).squareRoot()) * sum
  }

  /// 1 − (1 − e^{−z})/z without cancellation near zero.
  private static func residual(_ z: Complex) -> Complex {
    if z.squaredMagnitude < 0.25 {
      var term = Complex(1)
      var sum = Complex(0)
      for index in 1...16 {
        term = (-1 / Double(index + 1)) * (term * z)
        sum = sum - term
      }
      return sum
    }
    return Complex(1) - (Complex(1) - (Complex(0) - z).exponential) / z
  }
}
