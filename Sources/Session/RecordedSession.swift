import Foundation
import Moderation
import Queueing
import Recording
import Simulation

/// A session file, and the scenario that its session was made of.
package struct RecordedSession: Sendable {
  package let file: SessionFile
  package let scenario: Scenario

  package var facts: ScenarioFacts { scenario.facts }
  package var header: SessionHeader { file.header }

  /// Opens a file and reads the scenario in it.
  package init(opening path: String) throws(SessionError) {
    try self.init(SessionFile.open(path))
  }

  /// Reads the scenario in a file that is open.
  package init(_ file: SessionFile) throws(SessionError) {
    self.file = file
    do {
      scenario = try file.header.scenario()
    } catch { throw SessionError(file.path, .damaged("its scenario: \(error)")) }
  }
}

extension SessionHeader {
  /// What replaces parts of a scenario file.
  private struct Changes: Codable {
    let overrides: [String: Double]?
    let roster: ScenarioText.Roster?
  }

  /// The header of a new session of a scenario.
  ///
  /// - Parameter recordedAt: now, in seconds since 1970.
  package init(
    _ scenario: Scenario, seed: UInt64, program: String, recordedAt: Int64,
    parent: Parent? = nil
  ) throws {
    let text = scenario.text
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let changes = try encoder.encode(Changes(overrides: text.overrides, roster: text.roster))
    self.init(
      program: program, scenario: scenario.facts.name, scenarioText: text.yaml,
      changes: String(decoding: changes, as: UTF8.self), seed: seed, clock: scenario.facts.clock,
      recordedAt: recordedAt, parent: parent)
  }

  /// The scenario that the session was made of.
  package func scenario() throws -> Scenario { try texts().scenario() }

  /// In what the scenario differs from the built-in file of its name; nil where the file
  /// does not say it in a way that is known here.
  package var scenarioChanges: ScenarioChanges? { try? texts().changes(name: scenario) }

  private func texts() throws -> ScenarioText {
    let changes = try JSONDecoder().decode(Changes.self, from: Data(changes.utf8))
    return ScenarioText(
      yaml: scenarioText, file: "\(scenario).yaml", overrides: changes.overrides ?? [:],
      roster: changes.roster)
  }
}
