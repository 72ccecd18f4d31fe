import Foundation
import GRDB
import Moderation
import Queueing
import Recording
import Testing

/// Files that are no sessions, or none that this version can read.
@Suite struct RefusalTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture() }

  private func session() throws -> String {
    var maker = SyntheticLog(seed: 1)
    return try fixture.record(maker.events(1_000))
  }

  private func change(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  private func line(opening path: String) -> String {
    do {
      _ = try SessionFile.open(path)
      return "opened"
    } catch { return "\(error)" }
  }

  @Test func whatIsNoSessionIsRefusedInOneLine() throws {
    let folder = fixture.folder
    #expect(line(opening: "\(folder)/none") == "\(folder)/none: No such file or directory")
    #expect(line(opening: folder) == "\(folder): not a modtop session: not a file")
    let empty = try fixture.write([], "empty")
    #expect(line(opening: empty) == "\(empty): not a modtop session: an empty file")
    for bytes in [Array("hello".utf8), [UInt8](repeating: 0, count: 10_000)] {
      let other = try fixture.write(bytes, "other")
      #expect(line(opening: other) == "\(other): not a modtop session: no SQLite database")
    }
    let foreign = fixture.path("foreign")
    try change(foreign, "CREATE TABLE header (id INTEGER)")
    #expect(
      line(opening: foreign)
        == "\(foreign): not a modtop session: an SQLite database of another program")
  }

  @Test func aNewerFormatIsRefused() throws {
    let path = try session()
    try change(path, "PRAGMA user_version = 9")
    #expect(
      line(opening: path)
        == "\(path): written by a newer modtop: session format 9, this one knows up to "
        + "\(SessionSchema.format)")
  }

  @Test func aFileOfTheFirstFormatIsRead() throws {
    // Recorded by the version that introduced it.
    let path = "\(#filePath)".replacing(
      "File/RefusalTests.swift", with: "Fixtures/format-1.modtop")
    let before = try fixture.bytes(path)
    let file = try SessionFile.open(path)
    #expect(file.extent.isClosed)
    let log = try fixture.read(path).events
    #expect(log.count == file.extent.events)
    #expect(try file.state(notAfter: file.extent.end, facts: fixture.facts) == nil)
    let failed = SessionVerifier(file, facts: fixture.facts).checks().filter {
      $0.verdict == .failed
    }
    #expect(failed == [])
    #expect(try fixture.bytes(path) == before)
  }

  @Test func theFirstFormatIsBroughtUpToDateViewsIncluded() throws {
    let queue = try DatabaseQueue()
    let first = SessionSchema(
      migrations: Array(SessionSchema.current.migrations.prefix { $0.name.hasPrefix("1 ") }))
    #expect(first.migrations.count == 2)
    try first.migrate(queue)
    try SessionSchema.current.migrate(queue)
    for view in ["session", "decisions", "counters_by_day", "changes", "density"] {
      #expect(throws: Never.self) {
        try queue.read { try Row.fetchAll($0, sql: "SELECT origin FROM \(view)") }
      }
    }
    // What files hold is not changed any more.
    let views = try #require(first.migrations.last?.sql)
    #expect(Checksum.of(Array(views.utf8)) == 1_874_799_883)
  }

  @Test func anOlderFormatIsReadAndStaysAsItIs() throws {
    let path = try session()
    let before = try fixture.bytes(path)
    let next = SessionSchema(
      migrations: SessionSchema.current.migrations + [
        SessionSchema.Migration(name: "99 notes", sql: "CREATE TABLE notes (id INTEGER)")
      ])
    let file = try SessionFile.open(path, schema: next)
    #expect(file.extent.events >= 1_000)
    #expect(file.header == fixture.header(id: file.header.id))
    #expect(try fixture.bytes(path) == before)
  }

  @Test(
    arguments: [
      "UPDATE header SET seed = '-1'", "UPDATE header SET seed = 7",
      "UPDATE header SET seed = X'00FF'", "UPDATE header SET start_date = '9999999-01-01'",
      "UPDATE header SET start_date = '2016-02-31'",
      "UPDATE header SET utc_offset_minutes = 9223372036854775807",
      "UPDATE header SET utc_offset_minutes = -9223372036854775808",
      "UPDATE header SET utc_offset_minutes = 'x'", "UPDATE header SET scenario_text = NULL",
      "UPDATE header SET scenario_text = zeroblob(100000000)",
      "UPDATE header SET scenario_text = scenario_text || ' '",
      "UPDATE header SET changes = NULL", "UPDATE header SET parent = 'x'",
      "UPDATE header SET scenario = char(27) || '[31m'", "UPDATE header SET checksum = 0",
      "DELETE FROM header",
    ])
  func anAbsurdHeaderIsRefused(sql: String) throws {
    let path = try session()
    // Some of it the table itself refuses.
    do { try change(path, sql) } catch is DatabaseError { return }
    #expect(line(opening: path) == "\(path): damaged: its header makes no sense")
  }

  @Test(
    arguments: [
      "DROP TABLE keyframes", "ALTER TABLE events ADD COLUMN x",
      "DROP TABLE header; CREATE VIEW header AS SELECT 1 AS id",
      "DROP TABLE markers; CREATE TABLE markers (id, time, note)",
    ])
  func otherTablesAreRefused(sql: String) throws {
    let path = try session()
    try change(path, sql)
    #expect(line(opening: path).hasPrefix("\(path): damaged: its table "))
  }

  @Test(
    arguments: [
      "UPDATE progress SET events = -1", "UPDATE progress SET events = 9223372036854775807",
      "UPDATE progress SET events = 'x'", "UPDATE progress SET time = -5",
      "UPDATE progress SET time = 3", "DELETE FROM progress",
      "UPDATE progress SET fingerprint = char(27) || '[31m'",
      "UPDATE progress SET fingerprint = 'a' || char(10)",
    ])
  func withAbsurdProgressTheEventsCount(sql: String) throws {
    let path = try session()
    let log = try fixture.read(path).events
    try change(path, sql)
    let file = try SessionFile.open(path)
    #expect(file.extent.damage != nil)
    #expect(file.extent.events == log.count)
    #expect(try fixture.read(path).events == log)
  }

  @Test(
    arguments: [
      "UPDATE events SET payload = zeroblob(100)", "UPDATE events SET payload = 'text'",
      "UPDATE events SET count = count - 1", "UPDATE events SET first_time = first_time + 1",
      "UPDATE events SET checksum = checksum + 1", "DELETE FROM events",
      "UPDATE events SET count = 9223372036854775807",
    ])
  func eventsThatWereTamperedWithEndTheReplay(sql: String) throws {
    let path = try session()
    try change(path, sql)
    let (events, stop) = try fixture.read(path)
    #expect(events == [])
    guard case .damagedRecording = stop else {
      Issue.record("stopped by \(String(describing: stop))")
      return
    }
  }

  @Test func aFileForAnotherScenarioCannotMisleadTheFold() throws {
    // A well-formed event of a signatory that the scenario does not have.
    let path = try fixture.record([
      Event(time: 1, fact: .passed(signatory: 999, kind: .post, count: 1))
    ])
    #expect(try fixture.read(path).stop == .damagedRecording("event 0 makes no sense"))
  }

  /// A chunk whose bytes say that it has no events would be read again and again.
  @Test func aChunkWithoutEventsEndsTheLog() throws {
    let path = try session()
    let payload: [UInt8] = [1, 0, 0, 0, 0]
    let queue = try DatabaseQueue(path: path)
    try queue.write {
      try $0.execute(
        sql: "UPDATE events SET payload = ?, checksum = ?",
        arguments: [Data(payload), Int64(Checksum.of(payload))])
    }
    try queue.close()
    let checks = SessionVerifier(try SessionFile.open(path), facts: fixture.facts).checks()
    #expect(checks.first { $0.name == "log" }?.verdict == .failed)
    #expect(try fixture.read(path).events == [])
  }

  /// What its maker put beside the tables must not run when a user sets a marker.
  @Test func aFileWithTriggersGetsNoMarker() throws {
    let path = try session()
    try change(
      path, "CREATE TRIGGER t AFTER INSERT ON markers BEGIN DELETE FROM events; END")
    let file = try SessionFile.open(path)
    let refusal = SessionError(path, .unwritable("it has triggers, which modtop never makes"))
    #expect(throws: refusal) { try file.addMarker(at: 1, note: "x") }
    #expect(throws: refusal) { try file.removeMarker(1) }
    #expect(try fixture.read(path).events.count == file.extent.events)
  }

  @Test func anotherSessionAtThePathGetsNoMarker() throws {
    let path = try session()
    let file = try SessionFile.open(path)
    try FileManager.default.removeItem(atPath: path)
    _ = try session()
    #expect(throws: SessionError(path, .unwritable("it is another session's by now"))) {
      try file.addMarker(at: 1, note: "x")
    }
  }

  @Test func notesOfStrangersAreTakenAsTheyAre() throws {
    let path = try session()
    try change(
      path,
      """
      INSERT INTO markers (time, note) VALUES (1, char(27) || '[2J'), (-1, 'before'),
        (2, CAST(X'FFFE' AS TEXT)), (3, X'00'), ('x', 'y')
      """)
    let markers = try SessionFile.open(path).markers()
    #expect(markers.map(\.time) == [1, 2])
  }
}
