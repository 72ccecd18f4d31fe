/// What a row asks of a simulation: a quantity, and what it should be.
struct Question: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// A mean of values that are not negative.
    case mean
    /// A share between 0 and 1.
    case share
    /// A share of at least what is expected: a quantile of 0.
    case shareAtLeast
    /// The variance of the values.
    case variance
  }

  /// Relaxation times after which the square of a wait has an error one can judge by.
  private static let unitsForVariance = 10_000.0
  /// The same for a share, over the share: so often it must be expected to come about.
  private static let unitsForShare = 50.0

  let kind: Kind
  /// The true value of the quantity, if the row is right.
  let expected: Double
  /// What is simulated, where it is not the metric itself.
  var quantity: String?
  /// The least length of all replications together, in units.
  ///
  /// Decided before anything is seen: to leave out a result because of what it is would
  /// leave a biased choice.
  var leastUnits = 0.0

  init(_ kind: Kind, _ expected: Double, quantity: String? = nil) {
    self.kind = kind
    self.expected = expected
    self.quantity = quantity
    if kind == .variance { leastUnits = Self.unitsForVariance }
  }

  /// A share of time that servers work; a small one is a mean like any other.
  static func utilization(_ expected: Double) -> Question {
    Question(expected < 0.5 ? .mean : .share, expected)
  }

  /// Whether so many units will show both what is counted and what is not.
  func isSeen(in units: Double) -> Bool {
    guard kind == .share else { return true }
    let rarer = min(expected, 1 - expected)
    return rarer <= 0 || rarer * units >= Self.unitsForShare
  }
}
