import GRDB
import Queueing

extension SessionExtent {
  /// What the file says, if its last chunk bears it out; else what can be salvaged.
  static func fetch(from database: Database, path: String) throws -> SessionExtent {
    let progress = try Progress.fetch(from: database)
    let last = try Row.fetchOne(
      database, sql: "SELECT first + count, last_time FROM events ORDER BY first DESC LIMIT 1")
    guard let progress else { return salvaged(from: database, path: path) }
    let end = last.map { $0.integer(0) } ?? 0
    let lastTime = last.map { $0.integer(1) } ?? 0
    guard end == progress.events, let lastTime, lastTime <= progress.time else {
      return salvaged(from: database, path: path)
    }
    return SessionExtent(
      events: Int(progress.events), end: progress.time, fingerprint: progress.fingerprint,
      isClosed: progress.isClosed)
  }

  /// The events before the first that cannot be read.
  ///
  /// - Complexity: O(length): every chunk is read and its checksum tried.
  static func salvaged(from database: Database, path: String) -> SessionExtent {
    salvaged(from: database, of: salvagedChunks(from: database, path: path))
  }

  /// The same, of the chunks that can be read.
  static func salvaged(from database: Database, of chunks: [ChunkInfo]) -> SessionExtent {
    let promised = (try? Progress.fetch(from: database))?.events
    let events = chunks.last?.end ?? 0
    let lost = promised.map { $0 - Int64(events) } ?? 0
    let what = lost > 0 ? "\(lost) events" : "what comes after"
    return SessionExtent(
      events: events, end: chunks.last?.lastTime ?? 0, fingerprint: nil, isClosed: false,
      damage: "\(what) from event \(events) on cannot be read")
  }

  /// The chunks before the first that cannot be read.
  static func salvagedChunks(from database: Database, path: String) -> [ChunkInfo] {
    var chunks: [ChunkInfo] = []
    while let chunk = try? ChunkRow.fetch(
      containing: chunks.last?.end ?? 0, from: database, path: path),
      chunk.info.first == chunks.last?.end ?? 0
    {
      chunks.append(chunk.info)
    }
    return chunks
  }

  /// The one row of the table `progress`.
  private struct Progress {
    let events: Int64
    let time: Microseconds
    let fingerprint: String
    let isClosed: Bool

    /// Nil when there is none that makes sense.
    static func fetch(from database: Database) throws -> Progress? {
      let row = try Row.fetchOne(
        database, sql: "SELECT events, time, fingerprint, is_closed FROM progress WHERE id = 1")
      guard let row, let events = row.integer(0), (0..<(1 << 60)).contains(events),
        let time = row.integer(1), (0..<SimulationClock.end).contains(time),
        let fingerprint = row.text(2, upTo: 16), fingerprint.allSatisfy(\.isHexDigit),
        let isClosed = row.integer(3)
      else { return nil }
      return Progress(
        events: events, time: time, fingerprint: fingerprint, isClosed: isClosed != 0)
    }
  }
}
