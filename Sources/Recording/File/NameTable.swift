import GRDB
import Moderation

/// The words for the numbers in a session file.
enum NameTable {
  static func insert(_ facts: ScenarioFacts, into database: Database) throws {
    let statement = try database.cachedStatement(sql: "INSERT INTO names VALUES (?, ?, ?)")
    for (domain, names) in domains(facts) {
      for (id, name) in names.enumerated() {
        try statement.execute(arguments: [domain, id, name])
      }
    }
  }

  private static func domains(_ facts: ScenarioFacts) -> [(String, [String])] {
    [
      ("signatory", facts.signatories.map(\.name)), ("policy", facts.policies.map(\.key)),
      ("queue", facts.queues.map(\.key)), ("team", facts.teams.map(\.key)),
      ("shock", facts.shocks.map { $0.kind.rawValue }),
      ("kind", SubjectKind.allCases.map(\.name)), ("standing", Standing.allCases.map(\.name)),
      ("cause", Cause.allCases.map(\.name)), ("source", ReviewSource.allCases.map(\.name)),
      ("truth", Truth.allCases.map { "\($0)" }),
    ]
  }
}
