import GRDB
import Moderation
import Queueing

extension SessionFile {
  /// The events of the chunk that holds an event.
  package func chunk(containing event: Int) throws(SessionError) -> ChunkDecoder {
    let row = try read {
      try ChunkRow.fetch(containing: event, from: $0, path: self.path)
    }
    guard let row else { throw SessionError(path, .damaged("event \(event) is missing")) }
    return try decoder(of: row)
  }

  /// The events of the last chunk that begins at an instant or before; nil when none does.
  package func chunk(at time: Microseconds) throws(SessionError) -> ChunkDecoder? {
    let row = try read { try ChunkRow.fetch(at: time, from: $0, path: self.path) }
    guard let row else { return nil }
    return try decoder(of: row)
  }

  /// How many events happened up to and including an instant.
  package func events(through time: Microseconds) throws(SessionError) -> Int {
    guard var decoder = try chunk(at: time) else { return 0 }
    if decoder.lastTime <= time { return decoder.first + decoder.count }
    do throws(ChunkError) {
      while let event = try decoder.next() {
        if event.time > time { return decoder.first + decoder.position - 1 }
      }
    } catch { throw SessionError(path, .damaged("\(error)")) }
    return decoder.first + decoder.count
  }

  /// Where the chunks are: the density of events over time.
  package func chunks() throws(SessionError) -> [ChunkInfo] {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT first, count, first_time, last_time FROM events ORDER BY first")
      var chunks: [ChunkInfo] = []
      while let row = try rows.next() {
        guard let first = row.integer(0), let count = row.integer(1),
          let info = ChunkInfo(first, count, row.integer(2), row.integer(3))
        else { throw SessionError(self.path, .damaged("a chunk of events makes no sense")) }
        chunks.append(info)
      }
      return chunks
    }
  }

  /// One event; nil when there is none of that number.
  package func event(_ number: Int) throws(SessionError) -> Event? {
    guard (0..<extent.events).contains(number) else { return nil }
    var decoder = try chunk(containing: number)
    do throws(ChunkError) {
      while decoder.first + decoder.position < number { _ = try decoder.next() }
      return try decoder.next()
    } catch { throw SessionError(path, .damaged("\(error)")) }
  }

  /// The numbers of the interventions up to and including an instant, in order.
  package func interventionNumbers(
    through time: Microseconds
  ) throws(SessionError) -> [Int] {
    try read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT event FROM interventions WHERE time <= ? ORDER BY event",
        arguments: [time])
      var numbers: [Int] = []
      while let row = try rows.next() {
        if let number = row.integer(0) { numbers.append(Int(number)) }
      }
      return numbers
    }
  }

  /// When something was changed in the regime, in order; what makes no sense is left out.
  package func interventionTimes() throws(SessionError) -> [Microseconds] {
    try read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT time FROM interventions ORDER BY event LIMIT 100000")
      var times: [Microseconds] = []
      while let row = try rows.next() {
        if let time = row.integer(0), (0...self.extent.end).contains(time) { times.append(time) }
      }
      return times
    }
  }

  /// The last keyframe at an instant or before that is whole; nil when there is none.
  package func keyframe(before time: Microseconds) throws(SessionError) -> Keyframe? {
    try keyframe("time <= ?", time)
  }

  /// The last keyframe of at most so many events that is whole; nil when there is none.
  package func keyframe(ofAtMost events: Int) throws(SessionError) -> Keyframe? {
    try keyframe("events <= ?", Int64(events))
  }

  private func keyframe(
    _ condition: String, _ bound: Int64
  ) throws(SessionError) -> Keyframe? {
    try read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT events, time, checksum, state FROM keyframes WHERE \(condition)
          ORDER BY time DESC, events DESC
          """)
      let rows = try Row.fetchCursor(statement, arguments: [bound])
      while let row = try rows.next() {
        // A damaged one costs time and nothing else: there is one before it.
        if let keyframe = Keyframe(row) { return keyframe }
      }
      return nil
    }
  }

  private func decoder(of row: ChunkRow) throws(SessionError) -> ChunkDecoder {
    do throws(ChunkError) {
      let decoder = try ChunkDecoder(row.payload)
      let info = ChunkInfo(
        first: decoder.first, count: decoder.count, firstTime: decoder.firstTime,
        lastTime: decoder.lastTime)
      guard info == row.info else { throw .malformedHeader }
      return decoder
    } catch { throw SessionError(path, .damaged("\(error)")) }
  }
}

extension Keyframe {
  fileprivate init?(_ row: Row) {
    guard let events = row.integer(0), events >= 0, let time = row.integer(1), time >= 0,
      let checksum = row.integer(2), let state = row.bytes(3),
      checksum == Int64(Checksum.of(state))
    else { return nil }
    self.init(events: Int(events), time: time, state: state)
  }
}
