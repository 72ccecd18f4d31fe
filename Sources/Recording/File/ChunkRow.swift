import GRDB
import Queueing

/// A row of the table `events` that has been tried against its checksum.
struct ChunkRow {
  let info: ChunkInfo
  let payload: [UInt8]

  private static let columns = "first, count, first_time, last_time, checksum, payload"

  /// The chunk that holds an event; nil when there is none.
  static func fetch(
    containing event: Int, from database: Database, path: String
  ) throws -> ChunkRow? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(columns) FROM events WHERE first <= ? ORDER BY first DESC LIMIT 1")
    let row = try Row.fetchOne(statement, arguments: [event])
    guard let chunk = try row.map({ try ChunkRow($0, path: path) }) else { return nil }
    return event < chunk.info.end ? chunk : nil
  }

  /// The last chunk that begins at an instant or before; nil when there is none.
  static func fetch(
    at time: Microseconds, from database: Database, path: String
  ) throws -> ChunkRow? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(columns) FROM events WHERE first_time <= ?
        ORDER BY first_time DESC, first DESC LIMIT 1
        """)
    return try Row.fetchOne(statement, arguments: [time]).map { try ChunkRow($0, path: path) }
  }

  /// Its events; the numbers in the payload must be those of the row.
  func decoder() throws(ChunkError) -> ChunkDecoder {
    let decoder = try ChunkDecoder(payload)
    let own = ChunkInfo(
      first: decoder.first, count: decoder.count, firstTime: decoder.firstTime,
      lastTime: decoder.lastTime)
    guard own == info else { throw .malformedHeader }
    return decoder
  }

  private init(_ row: Row, path: String) throws {
    guard let first = row.integer(0), let count = row.integer(1),
      let info = ChunkInfo(first, count, row.integer(2), row.integer(3)),
      let checksum = row.integer(4), let payload = row.bytes(5)
    else { throw SessionError(path, .damaged("a chunk of events makes no sense")) }
    guard checksum == Int64(Checksum.of(payload)) else {
      throw SessionError(
        path, .damaged("the checksum of events \(first) to \(info.end - 1) is wrong"))
    }
    self.info = info
    self.payload = payload
  }
}

extension ChunkInfo {
  /// Nil when the numbers cannot be those of a chunk.
  init?(_ first: Int64, _ count: Int64, _ firstTime: Int64?, _ lastTime: Int64?) {
    guard (0..<(1 << 60)).contains(first), (1...Int64(Chunk.capacity)).contains(count),
      let firstTime, let lastTime, firstTime >= 0, lastTime >= firstTime,
      lastTime < SimulationClock.end
    else { return nil }
    self.init(
      first: Int(first), count: Int(count), firstTime: firstTime, lastTime: lastTime)
  }
}
