import Foundation
import GRDB
import Moderation
import Queueing
import Synchronization

/// A session file, open for reading.
///
/// The file is never changed. What cannot be read of it is told as damage, and what comes
/// before the damage is there. It may be read while a recorder writes it.
package final class SessionFile: Sendable {
  package let path: String
  package let header: SessionHeader
  let queue: DatabaseQueue
  /// Kept for as long as the queue reads from it.
  private let copy: TemporaryCopy?
  private let isSalvaging: Bool
  /// The chunks that can be read of a file whose tables cannot be trusted; nil for any other.
  let salvagedChunks: [ChunkInfo]?
  private let newestExtent: Mutex<SessionExtent>
  let hours = HoursMemory()

  private init(
    path: String, header: SessionHeader, extent: SessionExtent, salvagedChunks: [ChunkInfo]?,
    connection: Connection
  ) {
    self.path = path
    self.header = header
    queue = connection.queue
    copy = connection.copy
    isSalvaging = connection.isSalvaging
    self.salvagedChunks = salvagedChunks
    newestExtent = Mutex(extent)
  }

  /// How far it goes, as of its opening or the last `refresh`.
  package var extent: SessionExtent { newestExtent.withLock { $0 } }

  /// Opens a file.
  ///
  /// - Complexity: O(1) unless the file is damaged, else O(its length).
  package static func open(
    _ path: String, schema: SessionSchema = .current
  ) throws(SessionError) -> SessionFile {
    try checkKind(of: path)
    do throws(SessionError) {
      return try open(path, schema, isSalvaging: false)
    } catch {
      guard case .damaged = error.reason else { throw error }
      return try open(path, schema, isSalvaging: true)
    }
  }

  /// Runs a query for what can be done without: in a file whose tables cannot be trusted it
  /// may fail.
  func readIfSound<Value>(
    or substitute: Value, _ body: (Database) throws -> Value
  ) throws(SessionError) -> Value {
    guard isSalvaging else { return try read(body) }
    return (try? read(body)) ?? substitute
  }

  /// Looks again how far a file goes that is being written.
  package func refresh() throws(SessionError) {
    guard !isSalvaging else { return }
    let extent = try read { try SessionExtent.fetch(from: $0, path: self.path) }
    newestExtent.withLock { $0 = extent }
  }

  /// Runs a query; whatever is wrong is an error of this file.
  func read<Value>(_ body: (Database) throws -> Value) throws(SessionError) -> Value {
    do {
      return try Self.read(queue, isSalvaging: isSalvaging, body)
    } catch { throw SessionError(reading: path, error) }
  }

  /// SQLite refuses to end a transaction in which it met damage: then there is none.
  private static func read<Value>(
    _ queue: DatabaseQueue, isSalvaging: Bool, _ body: (Database) throws -> Value
  ) throws -> Value {
    isSalvaging ? try queue.unsafeRead(body) : try queue.read(body)
  }

  // MARK: Opening

  private struct Connection {
    let queue: DatabaseQueue
    let copy: TemporaryCopy?
    let isSalvaging: Bool

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
      try SessionFile.read(queue, isSalvaging: isSalvaging, body)
    }
  }

  private static func open(
    _ path: String, _ schema: SessionSchema, isSalvaging: Bool
  ) throws(SessionError) -> SessionFile {
    var connection = try connect(path, isSalvaging: isSalvaging)
    do {
      let format = try connection.read { try checkFormat(of: $0, path, schema) }
      if format < schema.format {
        connection = try migrated(connection, path, schema)
      }
      return try connection.read { database in
        try checkTables(of: database, path, schema)
        guard let header = try SessionHeader.fetch(from: database) else {
          throw SessionError(path, .damaged("its header makes no sense"))
        }
        let chunks =
          isSalvaging ? SessionExtent.salvagedChunks(from: database, path: path) : nil
        let extent =
          try chunks.map { SessionExtent.salvaged(from: database, of: $0) }
          ?? SessionExtent.fetch(from: database, path: path)
        return SessionFile(
          path: path, header: header, extent: extent, salvagedChunks: chunks,
          connection: connection)
      }
    } catch { throw SessionError(reading: path, error) }
  }

  static func checkKind(of path: String) throws(SessionError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw SessionError(path: path, errno: errno, isWriting: false)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw SessionError(path, .foreign("not a file"))
    }
    guard status.st_size > 0 else { throw SessionError(path, .foreign("an empty file")) }
    guard access(path, R_OK) == 0 else {
      throw SessionError(path: path, errno: errno, isWriting: false)
    }
  }

  /// Opens the database, or a copy of it where SQLite needs to write beside it and cannot.
  private static func connect(
    _ path: String, isSalvaging: Bool
  ) throws(SessionError) -> Connection {
    do {
      let queue = try DatabaseQueue(
        path: path, configuration: configuration(isReadOnly: true, isSalvaging: isSalvaging))
      return Connection(queue: queue, copy: nil, isSalvaging: isSalvaging)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
    {
      let copy = try TemporaryCopy(of: path)
      do {
        let queue = try DatabaseQueue(
          path: copy.path,
          configuration: configuration(isReadOnly: false, isSalvaging: isSalvaging))
        return Connection(queue: queue, copy: copy, isSalvaging: isSalvaging)
      } catch { throw SessionError(reading: path, error) }
    } catch { throw SessionError(reading: path, error) }
  }

  private static func configuration(isReadOnly: Bool, isSalvaging: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.label = "modtop.session-file"
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(2)
    configuration.prepareDatabase { database in
      // The file may come from anywhere: nothing in its schema may call functions.
      try database.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON")
      // This makes SQLite read a file that is shorter than it says.
      if isSalvaging { try database.execute(sql: "PRAGMA writable_schema = ON") }
    }
    return configuration
  }

  /// Brings a copy of a file of an older format to the one that is read here.
  private static func migrated(
    _ connection: Connection, _ path: String, _ schema: SessionSchema
  ) throws -> Connection {
    let copy = try connection.copy ?? TemporaryCopy(of: path)
    try connection.queue.close()
    let queue = try DatabaseQueue(
      path: copy.path, configuration: configuration(isReadOnly: false, isSalvaging: false))
    try schema.migrate(queue)
    return Connection(queue: queue, copy: copy, isSalvaging: false)
  }

  // MARK: Checks

  private static func checkFormat(
    of database: Database, _ path: String, _ schema: SessionSchema
  ) throws -> Int64 {
    let id = try Int64.fetchOne(database, sql: "PRAGMA application_id")
    guard id == SessionSchema.applicationID else {
      throw SessionError(path, .foreign("an SQLite database of another program"))
    }
    let format = try Int64.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard format > 0 else { throw SessionError(path, .damaged("its format is unknown")) }
    guard format <= schema.format else {
      throw SessionError(path, .newerFormat(found: format, known: schema.format))
    }
    return format
  }

  private static func checkTables(
    of database: Database, _ path: String, _ schema: SessionSchema
  ) throws {
    let found = try SessionSchema.definitions(in: database)
    for (name, sql) in try schema.definitions() where found[name] != sql {
      throw SessionError(path, .damaged("its table \(name) is not that of a session"))
    }
  }
}
