import Foundation
import Moderation
import Recording
import Session
import Simulation

/// Starts recordings that the command line asks for.
enum RecorderFactory {
  /// A recorder of a new session into a file, which must not exist; nil for no path.
  static func recorder(
    _ path: String?, _ scenario: Scenario, seed: UInt64
  ) throws -> Recorder? {
    guard let path else { return nil }
    let header = try SessionHeader(
      scenario, seed: seed, program: Modtop.version,
      recordedAt: Int64(Date().timeIntervalSince1970))
    return try Recorder(creating: path, header: header, facts: scenario.facts)
  }

  /// Ends a recording; a fault of it is an error.
  static func finish(_ recorder: Recorder?) throws {
    if let failure = recorder?.close() { throw Failure("\(failure)") }
  }
}
