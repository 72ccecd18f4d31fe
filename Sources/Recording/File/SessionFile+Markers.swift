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
    // A file that is gone would be made anew, and empty.
    try Self.checkKind(of: path)
    do {
      var configuration = Configuration()
      configuration.label = "modtop.markers"
      configuration.busyMode = .timeout(2)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { try Marker.insert(note, at: time, into: $0) }
      try queue.close()
    } catch { throw SessionError(writing: path, error) }
  }

  /// Takes a marker out again.
  package func removeMarker(_ id: Int64) throws(SessionError) {
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.write {
        try $0.execute(sql: "DELETE FROM markers WHERE id = ?", arguments: [id])
      }
      try queue.close()
    } catch { throw SessionError(writing: path, error) }
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
