import GRDB
import Queueing

extension SessionFile {
  /// The markers, in the order of their times.
  package func markers() throws(SessionError) -> [Marker] {
    try readIfSound(or: []) { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT id, time, note FROM markers ORDER BY time, id LIMIT 100000")
      var markers: [Marker] = []
      while let row = try rows.next() {
        // People may write here by themselves: what makes no sense is left out.
        guard let id = row.integer(0), let time = row.integer(1),
          (0...SimulationClock.end).contains(time),
          let note = row.text(2, upTo: Marker.greatestNote)
        else { continue }
        markers.append(Marker(id: id, time: time, note: note))
      }
      return markers
    }
  }

  /// Writes a marker into the file, which nothing else here ever changes.
  ///
  /// It is there for every reader at once, while the file is being recorded as well.
  package func addMarker(at time: Microseconds, note: String) throws(SessionError) {
    try changeMarkers { try Marker.insert(note, at: time, into: $0) }
  }

  /// Takes a marker out again.
  package func removeMarker(_ id: Int64) throws(SessionError) {
    try changeMarkers {
      try $0.execute(sql: "DELETE FROM markers WHERE id = ?", arguments: [id])
    }
  }

  private func changeMarkers(_ change: (Database) throws -> Void) throws(SessionError) {
    // A file that is gone would be made anew, and empty.
    try Self.checkKind(of: path)
    do {
      var configuration = Configuration()
      configuration.label = "modtop.markers"
      configuration.busyMode = .timeout(2)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { database in
        try checkIsHarmless(database)
        try change(database)
      }
      try queue.close()
    } catch { throw SessionError(writing: path, error) }
  }

  /// That the file is still that of this session, and has no triggers, which would do with it
  /// whatever its maker likes.
  private func checkIsHarmless(_ database: Database) throws {
    let triggers = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")
    guard triggers == 0 else {
      throw SessionError(path, .unwritable("it has triggers, which modtop never makes"))
    }
    guard let found = try SessionHeader.fetch(from: database), found.id == header.id else {
      throw SessionError(path, .unwritable("it is another session's by now"))
    }
  }
}

extension Marker {
  static func insert(
    _ note: String, at time: Microseconds, into database: Database
  ) throws {
    var note = note
    while note.utf8.count > greatestNote { note.removeLast(max(1, note.count / 8)) }
    try database.execute(
      sql: "INSERT INTO markers (time, note) VALUES (?, ?)", arguments: [time, note])
  }
}
