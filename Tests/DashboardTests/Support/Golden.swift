import Dashboard
import Foundation
import Testing

/// Screens kept as text files beside the tests.
///
/// To take a new screen, delete its file: the next run writes it and fails once, so
/// that somebody looks at it.
enum Golden {
  static func expect(
    _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden/\(name).txt")
    guard let kept = try? String(contentsOf: file, encoding: .utf8) else {
      try (text + "\n").write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); look at it", sourceLocation: sourceLocation)
      return
    }
    let drawn = text.split(separator: "\n", omittingEmptySubsequences: false)
    let lines = kept.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(drawn.count == lines.count, sourceLocation: sourceLocation)
    for (number, (new, old)) in zip(drawn, lines).enumerated() {
      #expect(new == old, "\(name), line \(number + 1)", sourceLocation: sourceLocation)
    }
  }
}
