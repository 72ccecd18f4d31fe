/// An estimate with the half-width of its two-sided confidence interval.
public struct ConfidenceInterval: Equatable, Sendable {
  public let estimate: Double
  /// Half of the interval's width; infinite when there are too few observations.
  public let halfWidth: Double
  /// The probability with which the interval covers the true value, such as 0.95.
  public let level: Double

  public init(estimate: Double, halfWidth: Double, level: Double) {
    self.estimate = estimate
    self.halfWidth = halfWidth
    self.level = level
  }

  public var lowerBound: Double { estimate - halfWidth }
  public var upperBound: Double { estimate + halfWidth }

  /// The half-width as a share of the estimate; infinite at an estimate of 0.
  public var relativeHalfWidth: Double {
    if halfWidth == 0 { return 0 }
    return estimate == 0 ? .infinity : halfWidth / abs(estimate)
  }

  /// Whether the interval covers the value; its bounds belong to it.
  public func contains(_ value: Double) -> Bool {
    lowerBound <= value && value <= upperBound
  }
}
