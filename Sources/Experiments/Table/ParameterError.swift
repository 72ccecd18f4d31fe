/// Why a text is not a JSON object of parameters.
///
/// `description` is one line with the column, counted in characters from 1.
package struct ParameterError: Error, Equatable, CustomStringConvertible {
  package let column: Int
  package let found: String
  package let expected: String

  package var description: String { "column \(column): got \(found), expected \(expected)" }
}
