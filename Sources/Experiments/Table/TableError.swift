/// Why a table of true values cannot be used.
///
/// `description` is one line: file, line, what was found, what was expected.
package struct TableError: Error, Equatable, CustomStringConvertible {
  package let file: String
  /// Counted from 1; nil where the file as a whole is meant.
  package let line: Int?
  package let problem: String

  package var description: String {
    line.map { "\(file):\($0): \(problem)" } ?? "\(file): \(problem)"
  }
}
