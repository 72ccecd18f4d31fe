/// M(t)/M/∞ with arrival rate λ̄ + A sin γt, long after its start.
///
/// S. G. Eick, W. A. Massey and W. Whitt, "The physics of the Mt/G/∞ queue" (1993),
/// doi:10.1287/opre.41.4.731. Time zero is a zero of the sine.
package struct PeriodicInfiniteServer: Sendable {
  package let meanArrivalRate: Double
  package let amplitude: Double
  /// Radians per unit of time.
  package let frequency: Double
  package let serviceRate: Double

  package init(
    meanArrivalRate: Double, amplitude: Double, frequency: Double, serviceRate: Double
  ) throws(ModelError) {
    self.meanArrivalRate = try Check.positive(meanArrivalRate, "lambda_bar")
    guard abs(amplitude) <= meanArrivalRate else {
      throw .invalid(
        parameter: "amplitude", value: "\(amplitude)",
        expected: "a size of at most lambda_bar, \(meanArrivalRate)")
    }
    self.amplitude = amplitude
    self.frequency = try Check.notNegative(frequency, "gamma")
    self.serviceRate = try Check.positive(serviceRate, "mu")
  }

  /// The mean number in the system, which is also its variance: the number is Poisson.
  package func numberInSystem(at time: Double) throws(ModelError) -> Double {
    guard time.isFinite else {
      throw .invalid(parameter: "t", value: "\(time)", expected: "a number")
    }
    let phase = frequency * time
    let wave = serviceRate * RealMath.sine(phase) - frequency * RealMath.cosine(phase)
    let damping = serviceRate * serviceRate + frequency * frequency
    return meanArrivalRate / serviceRate + amplitude * wave / damping
  }
}
