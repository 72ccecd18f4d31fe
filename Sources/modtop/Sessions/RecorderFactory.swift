import Foundation
import Moderation
import Recording
import Session
import Simulation

/// Starts recordings that the command line asks for.
enum RecorderFactory {
  /// A recorder of a new session into a file, which must not exist; nil for no path.
  static func recorder(
    _ path: String?, _ scenario: Scenario, seed: UInt64, parent: SessionHeader.Parent? = nil
  ) throws -> Recorder? {
    guard let path else { return nil }
    let header = try SessionHeader(
      scenario, seed: seed, program: Modtop.version, recordedAt: now, parent: parent)
    return try Recorder(creating: path, header: header, facts: scenario.facts)
  }

  /// A recorder of a new session into the folder of sessions, which is made if need be.
  static func recorderInFolder(
    _ scenario: Scenario, seed: UInt64, parent: SessionHeader.Parent? = nil
  ) throws -> Recorder? {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = SessionFolder.path(environment: environment) else {
      throw SessionError("the folder of sessions", .unwritable("no home directory"))
    }
    try SessionFolder.create(folder)
    let path = SessionFolder.newFile(
      in: folder, scenario: scenario.facts.name, seed: seed, recordedAt: now)
    return try recorder(path, scenario, seed: seed, parent: parent)
  }

  /// Ends a recording; a fault of it is an error.
  static func finish(_ recorder: Recorder?) throws {
    if let failure = recorder?.close() { throw Failure("\(failure)") }
  }

  /// Ends a recording of nothing and takes its file away.
  static func discard(_ recorder: Recorder) {
    recorder.close()
    try? FileManager.default.removeItem(atPath: recorder.path)
  }

  private static var now: Int64 { Int64(Date().timeIntervalSince1970) }
}
