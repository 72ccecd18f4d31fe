import GRDB
import Moderation
import Queueing

extension SessionHeader {
  /// Writes the one row of the table.
  func insert(into database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO header (
          id, format, session, program, scenario, scenario_text, changes, seed,
          start_date, utc_offset_minutes, recorded_at, parent, parent_events, parent_time, checksum)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        SessionSchema.format, id, program, scenario, scenarioText, changes, "\(seed)",
        "\(clock.startDate)", clock.utcOffsetMinutes, recordedAt, parent?.id, parent?.events,
        parent?.time, Int64(checksum),
      ])
  }

  /// Reads the one row of the table; nil when there is none that makes sense.
  static func fetch(from database: Database) throws -> SessionHeader? {
    let row = try Row.fetchOne(
      database,
      sql: """
        SELECT session, program, scenario, scenario_text, changes, seed, start_date,
          utc_offset_minutes, recorded_at, parent, parent_events, parent_time, checksum
        FROM header WHERE id = 1
        """)
    guard let row, let id = row.text(0, upTo: greatestName),
      let program = row.text(1, upTo: greatestName),
      let scenario = row.text(2, upTo: greatestName),
      let text = row.text(3, upTo: greatestText),
      let changes = row.text(4, upTo: greatestText),
      let seed = row.text(5, upTo: 20).flatMap({ UInt64($0) }),
      let date = row.text(6, upTo: 20).flatMap({ ScenarioClock.date(parsing: $0) }),
      let offset = row.integer(7), (-18 * 60...18 * 60).contains(offset),
      let recordedAt = row.integer(8),
      let checksum = row.integer(12)
    else { return nil }
    var parent: Parent?
    if let parentID = row.text(9, upTo: greatestName) {
      guard let events = row.integer(10), let time = row.integer(11), events >= 0, time >= 0 else {
        return nil
      }
      parent = Parent(id: parentID, events: Int(events), time: time)
    }
    let header = SessionHeader(
      id: id, program: program, scenario: scenario, scenarioText: text, changes: changes,
      seed: seed,
      clock: ScenarioClock(startDate: date, utcOffsetMinutes: Int(offset)),
      recordedAt: recordedAt, parent: parent)
    return Int64(header.checksum) == checksum ? header : nil
  }
}

/// Values that may be of any type, whatever the column was declared to hold.
///
/// The decoding of the library ends the program on a value of another type.
extension Row {
  func integer(_ index: Int) -> Int64? {
    guard case .int64(let value) = (self[index] as DatabaseValue).storage else { return nil }
    return value
  }

  func text(_ index: Int, upTo bytes: Int) -> String? {
    guard case .string(let value) = (self[index] as DatabaseValue).storage,
      value.utf8.count <= bytes
    else { return nil }
    return value
  }

  func bytes(_ index: Int) -> [UInt8]? {
    guard case .blob(let value) = (self[index] as DatabaseValue).storage else { return nil }
    return [UInt8](value)
  }
}
