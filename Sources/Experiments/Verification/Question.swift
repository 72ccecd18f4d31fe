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

  let kind: Kind
  /// The true value of the quantity, if the row is right.
  let expected: Double
  /// What is simulated, where it is not the metric itself.
  let quantity: String?

  init(_ kind: Kind, _ expected: Double, quantity: String? = nil) {
    self.kind = kind
    self.expected = expected
    self.quantity = quantity
  }
}
