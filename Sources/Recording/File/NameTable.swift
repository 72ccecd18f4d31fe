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

  /// Whether each word is the one that the scenario, or the program, has for its number, and
  /// all are there; an older program may have had fewer of its own.
  static func isSound(in database: Database, _ facts: ScenarioFacts) throws -> Bool {
    let known = Dictionary(domains(facts)) { first, _ in first }
    let own = Set(programDomains.map(\.0))
    var counts: [String: Int] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT domain, id, name FROM names")
    while let row = try rows.next() {
      guard let domain = row.text(0, upTo: 100), let names = known[domain],
        let id = row.integer(1).flatMap({ Int(exactly: $0) }), names.indices.contains(id),
        let name = row.text(2, upTo: 10_000),
        // Before 0.3 the program's own were in camel case.
        name == names[id] || own.contains(domain) && isSame(name, names[id])
      else { return false }
      counts[domain, default: 0] += 1
    }
    return scenarioDomains(facts).allSatisfy { counts[$0.0, default: 0] == $0.1.count }
      && programDomains.allSatisfy { counts[$0.0] != nil }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.lowercased() == other.filter { $0 != "_" }
  }

  private static func domains(_ facts: ScenarioFacts) -> [(String, [String])] {
    scenarioDomains(facts) + programDomains
  }

  private static func scenarioDomains(_ facts: ScenarioFacts) -> [(String, [String])] {
    [
      ("signatory", facts.signatories.map(\.name)), ("policy", facts.policies.map(\.key)),
      ("queue", facts.queues.map(\.key)), ("team", facts.teams.map(\.key)),
      ("shock", facts.shocks.map { $0.kind.rawValue }),
    ]
  }

  private static var programDomains: [(String, [String])] {
    [
      ("kind", SubjectKind.allCases.map(\.name)), ("standing", Standing.allCases.map(\.name)),
      ("cause", Cause.allCases.map(\.name)), ("source", ReviewSource.allCases.map(\.name)),
      ("truth", Truth.allCases.map { "\($0)" }),
    ]
  }
}
