import GRDB
import Moderation
import Recording
import Testing

/// What a file says beside its log, held against the log.
@Suite struct VerificationTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func tables(of path: String) throws -> SessionCheck? {
    SessionVerifier(try SessionFile.open(path), facts: fixture.facts).checks()
      .first { $0.name == "tables" }
  }

  private func session() throws -> String {
    var maker = SyntheticLog(seed: 2)
    let events = maker.events(5_000)
    let time = events.last?.time ?? 0
    return try fixture.record(
      events + [Event(time: time, fact: .intervened(.staffing(team: 0, percent: 50)))])
  }

  @Test func tablesThatWereMadeFromTheLogPass() throws {
    #expect(try tables(of: session())?.verdict == .passed)
  }

  @Test(
    arguments: [
      (
        "UPDATE decided SET seconds = seconds + 1 WHERE event = (SELECT max(event) FROM decided)",
        "decision "
      ),
      ("DELETE FROM decided WHERE event = (SELECT max(event) FROM decided)", "decision "),
      (
        "INSERT INTO decided SELECT event + 1000000, time, subject, signatory, queue, seconds, marks "
          + "FROM decided LIMIT 1", "there are more decisions than in the log"
      ),
      ("UPDATE moves SET count = count + 1", "the changes of standing are not those of the log"),
      (
        "DELETE FROM interventions WHERE event = (SELECT min(event) FROM interventions)",
        "the interventions are not those of the log"
      ),
      ("UPDATE interventions SET value = 'x'", "the interventions are not those of the log"),
      (
        "UPDATE names SET name = 'Nobody' WHERE domain = 'signatory' AND id = 0",
        "the names are not the scenario's"
      ),
      ("UPDATE names SET name = x'00'", "the names are not the scenario's"),
      (
        "INSERT INTO names VALUES ('signatory', 99, 'Somebody')",
        "the names are not the scenario's"
      ),
      ("DELETE FROM names", "the names are not the scenario's"),
      ("DELETE FROM names WHERE domain = 'cause'", "the names are not the scenario's"),
    ])
  func aTableThatWasTamperedWithIsFound(sql: String, fault: String) throws {
    let path = try session()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
    let check = try tables(of: path)
    #expect(check?.verdict == .failed && check?.detail.hasPrefix(fault) == true, "\(check as Any)")
  }
}
