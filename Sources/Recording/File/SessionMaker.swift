import Foundation
import GRDB
import Moderation

/// Makes the file of a session that has not begun.
///
/// It is made under a name of its own and gets its path only when all is in it that a
/// session file must have: whoever is killed meanwhile leaves no file that cannot be opened.
struct SessionMaker {
  let path: String
  let header: SessionHeader
  let facts: ScenarioFacts
  /// Pages of 4,096 bytes after which the disk counts as full.
  let pageLimit: Int?

  /// Opens the file for writing.
  func make() throws(SessionError) -> DatabaseQueue {
    guard access(path, F_OK) != 0 else { throw SessionError(path, .exists) }
    try checkLeftovers()
    let draft = "\(path).\(getpid()).new"
    try reserve(draft)
    defer { for suffix in ["", "-journal"] { unlink(draft + suffix) } }
    do {
      try fill(draft)
      try publish(draft)
      return try open()
    } catch { throw SessionError(writing: path, error) }
  }

  /// That nothing is left of another session: SQLite would take its log for the new one's.
  private func checkLeftovers() throws(SessionError) {
    for suffix in ["-wal", "-journal"] where access(path + suffix, F_OK) == 0 {
      throw SessionError(path, .leftover("\(path)\(suffix)"))
    }
  }

  /// Creates the empty file, so that nobody but its owner can ever read it.
  private func reserve(_ draft: String) throws(SessionError) {
    unlink(draft)
    let descriptor = Foundation.open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SessionError(path: path, errno: errno, isWriting: true) }
    Foundation.close(descriptor)
  }

  private func fill(_ draft: String) throws {
    let queue = try DatabaseQueue(path: draft, configuration: configuration(isDraft: true))
    try SessionSchema.current.migrate(queue)
    try queue.write { database in
      try header.insert(into: database)
      try NameTable.insert(facts, into: database)
      try database.execute(
        sql: "INSERT INTO progress VALUES (1, 0, 0, ?, 0)", arguments: [LogFingerprint().hex])
    }
    try queue.close()
  }

  /// Gives the draft its path, unless there is a file by now.
  private func publish(_ draft: String) throws {
    if link(draft, path) == 0 { return }
    guard errno != EEXIST else { throw SessionError(path, .exists) }
    // Some file systems know no second name.
    guard access(path, F_OK) != 0 else { throw SessionError(path, .exists) }
    guard rename(draft, path) == 0 else {
      throw SessionError(path: path, errno: errno, isWriting: true)
    }
  }

  private func open() throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: configuration(isDraft: false))
    try queue.writeWithoutTransaction { database in
      _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
    }
    return queue
  }

  private func configuration(isDraft: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.label = "modtop.recording"
    configuration.busyMode = .timeout(0.25)
    configuration.prepareDatabase { database in
      // Until there are events a file that a failing machine spoils is no loss.
      try database.execute(sql: "PRAGMA synchronous = \(isDraft ? "OFF" : "NORMAL")")
      if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    return configuration
  }
}
