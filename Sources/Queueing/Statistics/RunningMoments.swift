/// Count, mean, variance and extremes of a sequence of values, in one pass.
///
/// Sources: B. P. Welford, "Note on a method for calculating corrected sums of squares
/// and products", doi:10.1080/00401706.1962.10490022; merging: T. F. Chan, G. H. Golub,
/// R. J. LeVeque, doi:10.1080/00031305.1983.10483115.
public struct RunningMoments: Equatable, Sendable {
  public private(set) var count = 0
  /// The mean; 0 without values.
  public private(set) var mean = 0.0
  private var squares = 0.0
  /// The least value; +∞ without values.
  public private(set) var minimum = Double.infinity
  /// The greatest value; −∞ without values.
  public private(set) var maximum = -Double.infinity

  public init() {}

  /// Adds a value, in O(1).
  @inline(__always)
  public mutating func add(_ value: Double) {
    count &+= 1
    let difference = value - mean
    mean += difference / Double(count)
    squares += difference * (value - mean)
    minimum = value < minimum ? value : minimum
    maximum = value > maximum ? value : maximum
  }

  /// Adds the values of another sequence, as if they had been added here, in O(1).
  public mutating func merge(_ other: RunningMoments) {
    if other.count == 0 { return }
    if count == 0 {
      self = other
      return
    }
    let total = Double(count + other.count)
    let difference = other.mean - mean
    squares += other.squares + difference * difference * Double(count) * Double(other.count) / total
    mean += difference * Double(other.count) / total
    count += other.count
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
  }

  public var sum: Double { mean * Double(count) }

  /// The unbiased variance; 0 with fewer than two values.
  public var variance: Double { count < 2 ? 0 : squares / Double(count - 1) }

  public var standardDeviation: Double { variance.squareRoot() }

  /// The standard error of the mean of independent values; +∞ with fewer than two.
  public var standardError: Double {
    count < 2 ? .infinity : (variance / Double(count)).squareRoot()
  }

  /// The Student-t interval of the mean of independent values.
  ///
  /// - Precondition: `confidence` lies strictly between 0 and 1.
  public func interval(confidence: Double = 0.95) -> ConfidenceInterval {
    precondition(confidence > 0 && confidence < 1, "confidence out of range")
    guard count > 1 else {
      return ConfidenceInterval(estimate: mean, halfWidth: .infinity, level: confidence)
    }
    let t = StudentT.quantile(0.5 + 0.5 * confidence, degreesOfFreedom: Double(count - 1))
    return ConfidenceInterval(estimate: mean, halfWidth: t * standardError, level: confidence)
  }
}
