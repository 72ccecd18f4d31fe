import Testing

@testable import Simulation

/// The fixture with every key of the format, changed in one place.
struct ChangedFile {
  let text: String
  /// The line of the change, from 1.
  let line: Int

  init(replacing old: String, with new: String) throws {
    let text = try PackageFile.maximal()
    let found = try #require(text.firstRange(of: old), "the fixture does not have \(old)")
    self.text = text.replacingCharacters(in: found, with: new)
    line = text[..<found.lowerBound].count { $0 == "\n" } + 1
  }

  func scenario() throws(ScenarioError) -> Scenario {
    try ScenarioFile.parse(text, file: "f.yaml")
  }

  /// The error that it leads to.
  func error() throws -> ScenarioError {
    try #require(throws: ScenarioError.self) { try scenario() }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
