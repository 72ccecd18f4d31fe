import ArgumentParser
import Moderation

/// How a report is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// What a command has found out about a scenario, for people and for programs.
protocol Report: Encodable {
  /// What stands in the title beside the scenario.
  func subject(seed: UInt64) -> String
  /// What follows the title.
  var text: String { get }
  /// What a user changed while it ran, oldest first.
  var interventions: [AppliedIntervention] { get }
}

extension Report {
  var interventions: [AppliedIntervention] { [] }

  /// Prints the report of a scenario and a seed, with what was changed in the scenario.
  func print(_ facts: ScenarioFacts, seed: UInt64, as format: ReportFormat) throws {
    let head = ReportHead(facts, seed: seed, interventions: interventions)
    let report = HeadedReport(head: head, body: self)
    switch format {
    case .json: try Output.print(JSONText.encode(report))
    case .text: try Output.print("\(report.head.title(subject(seed: seed)))\n\(text)")
    }
  }
}

/// A report as JSON: one object with the keys of its head and its own.
private struct HeadedReport<Body: Report>: Encodable {
  let head: ReportHead
  let body: Body

  func encode(to encoder: any Encoder) throws {
    try head.encode(to: encoder)
    try body.encode(to: encoder)
  }
}
