/// The difference of two alternatives that were run with the same random numbers.
///
/// Common random numbers make the two results of a replication move together, so their
/// difference varies less than either. Source: A. M. Law, "Simulation Modeling and
/// Analysis" (2015), sections 10.2.1 and 11.2.
package struct PairedComparison: Equatable, Sendable {
  package private(set) var base = RunningMoments()
  package private(set) var alternative = RunningMoments()
  package private(set) var difference = RunningMoments()

  package init() {}

  /// Adds the results of one replication of both.
  package mutating func add(base: Double, alternative: Double) {
    self.base.add(base)
    self.alternative.add(alternative)
    difference.add(alternative - base)
  }

  /// The interval of alternative minus base.
  package func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    difference.interval(confidence: confidence)
  }

  /// Whether the interval of the difference leaves 0 out.
  package func isSignificant(confidence: Double = 0.95) -> Bool {
    !interval(confidence: confidence).contains(0)
  }

  /// The correlation of the two results; 0 where one of them does not vary.
  package var correlation: Double {
    let product = base.standardDeviation * alternative.standardDeviation
    if product == 0 { return 0 }
    let covariance = 0.5 * (base.variance + alternative.variance - difference.variance)
    return min(1, max(-1, covariance / product))
  }

  /// How many times more replications independent numbers would need; infinite at no noise.
  package var varianceReduction: Double {
    let independent = base.variance + alternative.variance
    if difference.variance == 0 { return independent == 0 ? 1 : .infinity }
    return independent / difference.variance
  }
}
