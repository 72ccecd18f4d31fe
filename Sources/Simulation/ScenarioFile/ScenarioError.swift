/// What is wrong with a scenario file, and where: one line.
package struct ScenarioError: Error, Equatable, CustomStringConvertible {
  package let file: String
  /// From 1; nil when the fault has no place.
  package let line: Int?
  package let column: Int?
  package let problem: String

  package var description: String {
    let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
    return "\(file)\(place): \(problem)"
  }
}

extension ScenarioError {
  init(_ place: Place, _ problem: String) {
    self.init(file: place.file, line: place.line, column: place.column, problem: problem)
  }
}
