import Dashboard
import Moderation

/// What every report of a scenario says first: which one, what was changed in it, the seed.
///
/// The JSON keys are stable; `simulated` says that none of it is a fact about a company.
struct ReportHead: Encodable {
  private enum CodingKeys: String, CodingKey {
    case scenario, simulated, seed, scenarioFile, changes, roster, interventions
  }

  /// A change that a user made while it ran.
  struct Change: Encodable {
    let at: String
    let what: String
  }

  private let scenario: String
  private let simulated = true
  let seed: UInt64
  /// Whether the file is `built_in`, `edited`, or one with a name of its `own`.
  private let scenarioFile: String
  /// The numbers that replace those of the file, by path.
  private let changes: [String: Double]
  /// The file whose roster replaces that of the scenario.
  private let roster: String?
  /// The newest of a user's, oldest first.
  private let interventions: [Change]
  /// A line for each change.
  private let lines: [String]

  init(
    scenario: String, changes: ScenarioChanges, seed: UInt64, interventions: [Change] = []
  ) {
    self.interventions = interventions
    self.scenario = Sanitizer.clean(scenario)
    self.seed = seed
    scenarioFile = changes.file.rawValue
    self.changes = Dictionary(changes.numbers.map { (Sanitizer.clean($0.path), $0.value) }) {
      first, _ in first
    }
    roster = changes.roster.map(Sanitizer.clean)
    lines =
      changes.lines.map(Sanitizer.clean) + interventions.map { "at \($0.at): \($0.what)" }
  }

  init(_ facts: ScenarioFacts, seed: UInt64, interventions: [AppliedIntervention] = []) {
    self.init(
      scenario: facts.name, changes: facts.changes, seed: seed,
      interventions: interventions.map { Change($0, facts) })
  }

  /// The name, with an asterisk where something was changed.
  var name: String { lines.isEmpty ? scenario : "\(scenario)*" }

  /// What was changed, a line each.
  var notes: [String] { lines.map { "* \($0)" } }

  /// The first lines of a report in text.
  func title(_ subject: String) -> String {
    (["SIMULATION  \(name)  \(subject)"] + notes).map(Output.wrapped).joined(separator: "\n")
  }
}

extension ReportHead.Change {
  init(_ applied: AppliedIntervention, _ facts: ScenarioFacts) {
    at = facts.clock.iso8601(at: applied.time)
    what = applied.intervention.text(facts)
  }
}
