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
    if let salvagedChunks {
      let last = salvagedChunks.last { $0.firstTime <= time }
      guard let last else { return nil }
      return try chunk(containing: last.first)
    }
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
  ///
  /// What makes no sense is left out; whoever comes to its events is told.
  package func chunks() throws(SessionError) -> [ChunkInfo] {
    if let salvagedChunks { return salvagedChunks }
    return try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT first, count, first_time, last_time FROM events ORDER BY first")
      var chunks: [ChunkInfo] = []
      while let row = try rows.next() {
        if let first = row.integer(0), let count = row.integer(1),
          let info = ChunkInfo(first, count, row.integer(2), row.integer(3))
        {
          chunks.append(info)
        }
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
    try readIfSound(or: []) { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT time FROM interventions ORDER BY event LIMIT 100000")
      var times: [Microseconds] = []
      while let row = try rows.next() {
        if let time = row.integer(0), (0...self.extent.end).contains(time) { times.append(time) }
      }
      return times
    }
  }

  private func decoder(of row: ChunkRow) throws(SessionError) -> ChunkDecoder {
    do throws(ChunkError) {
      return try row.decoder()
    } catch { throw SessionError(path, .damaged("\(error)")) }
  }
}
