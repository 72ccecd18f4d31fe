import Moderation
import Queueing

/// The lines of an asciicast: a recording of a terminal.
///
/// Formats: https://docs.asciinema.org/manual/asciicast/v2/ and …/v3/.
struct CastFile {
  enum Version: Int, CaseIterable {
    case v2 = 2
    case v3 = 3
  }

  private struct HeaderV2: Encodable {
    let version = 2
    let width: Int
    let height: Int
    let timestamp: Int64
    let title: String
    let env = ["TERM": "xterm-256color"]
  }

  private struct HeaderV3: Encodable {
    struct Terminal: Encodable {
      let cols: Int
      let rows: Int
      let type = "xterm-256color"
    }

    let version = 3
    let term: Terminal
    let timestamp: Int64
    let title: String
  }

  private let version: Version
  private var lastTime: Microseconds = 0
  /// The first line.
  let header: String

  init(
    _ version: Version, columns: Int, rows: Int, recordedAt: Int64, title: String
  ) throws {
    self.version = version
    header =
      switch version {
      case .v2:
        try JSONText.line(
          HeaderV2(width: columns, height: rows, timestamp: recordedAt, title: title))
      case .v3:
        try JSONText.line(
          HeaderV3(
            term: .init(cols: columns, rows: rows), timestamp: recordedAt, title: title))
      }
  }

  /// The line that has the terminal receive a text.
  ///
  /// - Parameter time: since the first line, never less than the time before.
  mutating func line(_ text: String, at time: Microseconds) throws -> String {
    // Version 2 counts from the beginning, version 3 from the line before.
    let shown = version == .v2 ? time : time - lastTime
    lastTime = time
    let seconds = "\(shown / TimeUnit.second).\(Self.padded(shown % TimeUnit.second))"
    return "[\(seconds), \"o\", \(try JSONText.line(text))]\n"
  }

  private static func padded(_ microseconds: Microseconds) -> String {
    let digits = "\(microseconds)"
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
