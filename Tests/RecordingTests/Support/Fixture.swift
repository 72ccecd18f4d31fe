import Foundation
import Moderation
import Queueing
import Recording
import Simulation
import Testing

/// A folder of its own for the files of one test.
final class Fixture {
  let folder: String
  let facts: ScenarioFacts
  let scenario: Scenario

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("modtop-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    facts = scenario.facts
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String = "session.modtop") -> String { "\(folder)/\(name)" }

  func header(
    id: String = SessionHeader.newID(), scenario name: String? = nil,
    parent: SessionHeader.Parent? = nil
  ) -> SessionHeader {
    SessionHeader(
      id: id, program: "0.1.0", scenario: name ?? facts.name, scenarioText: scenario.text.yaml,
      changes: "{\"overrides\":{\"a.b\":0.1}}", seed: .max, clock: facts.clock,
      recordedAt: 1_460_425_265,
      parent: parent)
  }

  /// Writes a closed file of events.
  @discardableResult
  func record(_ events: [Event], _ name: String = "session.modtop") throws -> String {
    let recorder = try Recorder(creating: path(name), header: header(), facts: facts)
    for start in stride(from: 0, to: events.count, by: 1_000) {
      let part = Array(events[start..<min(start + 1_000, events.count)])
      recorder.record(part, through: part.last?.time ?? 0)
    }
    if let failure = recorder.close() { throw failure }
    return path(name)
  }

  /// All events that a file gives, and why there are no more.
  func read(_ path: String, from first: Int = 0) throws -> (events: [Event], stop: SourceStop?) {
    let source = RecordingSource(try SessionFile.open(path), facts: facts, from: first)
    var events: [Event] = []
    while source.stop == nil {
      _ = source.advance(to: SimulationClock.end - 1, limit: events.count + 5_000, into: &events)
    }
    return (events, source.stop)
  }

  func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try #require(FileManager.default.contents(atPath: path)))
  }

  func write(_ bytes: [UInt8], _ name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }
}
