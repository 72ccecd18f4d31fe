import Foundation
import GRDB
import Moderation
import Queueing

/// Writes a session file: events, and beside them the tables for people's queries.
///
/// Nothing is in the file before a `commit`, and all of it is after one. Events go into
/// chunks of some thousands. A commit amid a chunk writes what there is of it as a small
/// chunk; when it is complete it takes the place of those. Not thread-safe; `Recorder`
/// gives it a queue.
package final class SessionWriter {
  /// Events a chunk: enough to tell of most subjects once, few enough for a seek.
  package static let chunkSize = 8_192

  package let path: String
  private let queue: DatabaseQueue
  /// The file that is written, whatever its path leads to by now.
  private let identity: FileIdentity
  private var chunk = ChunkEncoder(first: 0)
  /// The complete chunks since the last commit.
  private var complete: [Chunk] = []
  /// The events of the incomplete chunk since the last commit.
  private var unsaved: [Event] = []
  /// Where the small chunks begin that are in the file already.
  private var smallChunks: Int?
  private var decisions: [DecisionRow] = []
  private var interventions: [InterventionRow] = []
  private var moves = MoveCounts()
  private var keyframes: [Keyframe] = []
  private var hours: [HoursRow] = []
  /// The first block of hours that has not been added.
  private var nextHours = 0
  private var markers: [(time: Microseconds, note: String)] = []
  /// What the rows of complete chunks and decisions take, in the file or not.
  private var rowBytes = 0
  private var fingerprint = LogFingerprint()
  private var reached: Microseconds = 0

  /// Creates a file for a session that has not begun.
  ///
  /// - Parameter pageLimit: pages of 4,096 bytes after which the disk counts as full.
  package init(
    creating path: String, header: SessionHeader, facts: ScenarioFacts, pageLimit: Int? = nil
  ) throws(SessionError) {
    self.path = path
    let maker = SessionMaker(path: path, header: header, facts: facts, pageLimit: pageLimit)
    queue = try maker.make()
    guard let identity = FileIdentity(of: path) else { throw SessionError(path, .gone) }
    self.identity = identity
  }

  /// The events so far, in the file or not.
  package var events: Int { fingerprint.events }

  /// How many bytes or so the next commit writes.
  package var pendingBytes: Int {
    complete.reduce(0) { $0 + $1.payload.count } + chunk.size + 32 * decisions.count
      + keyframes.reduce(0) { $0 + $1.state.count } + hours.reduce(0) { $0 + $1.series.count }
  }

  /// How many bytes or so all events take in the file.
  var eventBytes: Int { rowBytes + chunk.size }

  package func append(_ event: Event) {
    if let row = DecisionRow(event, number: events) {
      decisions.append(row)
      rowBytes += DecisionRow.size
    }
    if let row = InterventionRow(event, number: events) { interventions.append(row) }
    moves.add(event)
    chunk.add(event)
    unsaved.append(event)
    fingerprint.add(event)
    reached = max(reached, event.time)
    if chunk.count == Self.chunkSize { endChunk() }
  }

  /// Notes that nothing more will happen up to an instant.
  package func advance(to instant: Microseconds) { reached = max(reached, instant) }

  /// Adds the state after all events so far.
  package func append(_ keyframe: Keyframe) {
    precondition(keyframe.events == events, "a keyframe of other events")
    // Who goes on from it reads what stands before it in its chunk: little, or nothing.
    if chunk.count >= Self.chunkSize / 8 { endChunk() }
    keyframes.append(keyframe)
  }

  /// Adds the blocks of hours that a keyframe of this projection needs, but for those that
  /// are there.
  func append(hoursOf projection: Projection) {
    for block in projection.hourBlocks where block >= nextHours {
      hours.append(HoursRow(projection.hourBlock(block)))
      nextHours = block + 1
    }
  }

  package func appendMarker(at time: Microseconds, note: String) {
    markers.append((time, note))
  }

  /// Writes everything so far, or throws and leaves the file as it was.
  package func commit() throws(SessionError) { try commit(isClosing: false) }

  /// Writes everything so far and makes the file one that stands alone.
  package func close() throws(SessionError) {
    endChunk()
    try commit(isClosing: true)
    do {
      let isAlone = try queue.writeWithoutTransaction { database in
        // One who only has the file open is no obstacle to that; one amid reading is.
        let isBusy = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") != 0
        // The other keeps the mode from changing; then an empty log stays beside it.
        _ = try? String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
        return !isBusy
      }
      guard isAlone else { throw SessionError(path, .shared) }
      try queue.close()
    } catch { throw SessionError(writing: path, error) }
  }

  // MARK: Committing

  private func endChunk() {
    guard chunk.count > 0 else { return }
    rowBytes += chunk.size
    complete.append(chunk.finish())
    chunk = ChunkEncoder(first: events)
    unsaved.removeAll(keepingCapacity: true)
  }

  private func commit(isClosing: Bool) throws(SessionError) {
    guard FileIdentity(of: path) == identity else { throw SessionError(path, .gone) }
    do {
      try queue.write { database in
        try writeChunks(into: database)
        try DecisionRow.insert(decisions, into: database)
        for row in interventions { try row.insert(into: database) }
        try moves.upsert(into: database)
        for keyframe in keyframes { try insert(keyframe, into: database) }
        for row in hours { try row.insert(into: database) }
        for marker in markers { try Marker.insert(marker.note, at: marker.time, into: database) }
        try database.execute(
          sql: """
            UPDATE progress SET events = ?, time = ?, fingerprint = ?, is_closed = ?
            WHERE id = 1
            """,
          arguments: [events, reached, fingerprint.hex, isClosing])
      }
    } catch { throw SessionError(writing: path, error) }
    if !complete.isEmpty { smallChunks = nil }
    if chunk.count > 0, smallChunks == nil { smallChunks = chunk.first }
    complete.removeAll(keepingCapacity: true)
    unsaved.removeAll(keepingCapacity: true)
    decisions.removeAll(keepingCapacity: true)
    interventions.removeAll(keepingCapacity: true)
    moves.removeAll()
    keyframes.removeAll(keepingCapacity: true)
    hours.removeAll()
    markers.removeAll()
  }
  private func writeChunks(into database: Database) throws {
    if let smallChunks, !complete.isEmpty {
      try database.execute(sql: "DELETE FROM events WHERE first >= ?", arguments: [smallChunks])
    }
    for chunk in complete { try insert(chunk, into: database) }
    guard let first = unsaved.first else { return }
    if unsaved.count == chunk.count { return try insert(chunk.finish(), into: database) }
    var small = ChunkEncoder(first: events - unsaved.count)
    small.add(first)
    for event in unsaved.dropFirst() { small.add(event) }
    try insert(small.finish(), into: database)
  }

  private func insert(_ chunk: Chunk, into database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)")
    try statement.execute(arguments: [
      chunk.first, chunk.count, chunk.firstTime, chunk.lastTime,
      Int64(Checksum.of(chunk.payload)), Data(chunk.payload),
    ])
  }

  private func insert(_ keyframe: Keyframe, into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO keyframes VALUES (?, ?, ?, ?)",
      arguments: [
        keyframe.events, keyframe.time, Int64(Checksum.of(keyframe.state)),
        Data(keyframe.state),
      ])
  }
}
