/// A parameter that no distribution can have.
package struct DistributionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The law that was asked for, such as `lognormal`.
  package let distribution: String
  /// The parameter's name, such as `mean`; with its index for a list, as `weights[2]`.
  package let parameter: String
  /// The value that was given.
  package let value: Double
  /// What would be accepted, such as `positive and finite`.
  package let requirement: String

  package var description: String {
    "\(distribution): \(parameter) is \(value), must be \(requirement)"
  }
}
