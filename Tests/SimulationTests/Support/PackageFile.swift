import Foundation

@testable import Simulation

/// Files of the package that tests read from where they stand.
enum PackageFile {
  static func text(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func maximal() throws -> String { try text("Tests/SimulationTests/Fixtures/maximal.yaml") }
}
