import GRDB
import Moderation

/// The tables of a session file, see <doc:Session-files>.
///
/// Files that exist cannot be changed, so a migration never is: what is new comes in a
/// further one.
package struct SessionSchema: Sendable {
  package struct Migration: Sendable {
    package let name: String
    package let sql: String

    package init(name: String, sql: String) {
      self.name = name
      self.sql = sql
    }
  }

  /// The SQLite `application_id`: "modt".
  package static let applicationID: Int64 = 0x6D6F_6474
  /// The number of the newest format, in `user_version`.
  package static var format: Int64 { current.format }

  package static let current = SessionSchema(migrations: [
    Migration(name: "1 tables", sql: tables), Migration(name: "1 views", sql: views),
    Migration(name: "2 hours", sql: hours), Migration(name: "2 views", sql: viewsWithOrigin),
    Migration(name: "3 events", sql: eventsOfThird),
  ])

  package let migrations: [Migration]

  package init(migrations: [Migration]) { self.migrations = migrations }

  /// The format that the migrations lead to: the number at the head of the last one's name.
  package var format: Int64 {
    migrations.last.flatMap { Int64($0.name.prefix { $0 != " " }) } ?? 0
  }

  /// Brings an empty database or one of an older format to this one.
  package func migrate(_ queue: DatabaseQueue) throws {
    var migrator = DatabaseMigrator()
    for migration in migrations {
      migrator.registerMigration(migration.name) { try $0.execute(sql: migration.sql) }
    }
    let format = format
    migrator.registerMigration("format \(format)") { database in
      try database.execute(
        sql: """
          PRAGMA application_id = \(Self.applicationID);
          PRAGMA user_version = \(format);
          """)
    }
    try migrator.migrate(queue)
  }

  /// What `sqlite_schema` holds of the tables in a database of this schema, by name.
  func definitions() throws -> [String: String] {
    if format == Self.format, let known = Self.currentDefinitions { return known }
    return try madeDefinitions()
  }

  /// Made once: it takes longer than to open a file.
  private static let currentDefinitions = try? current.madeDefinitions()

  private func madeDefinitions() throws -> [String: String] {
    let queue = try DatabaseQueue()
    try migrate(queue)
    return try queue.read { try Self.definitions(in: $0) }
  }

  /// The definitions of the tables in a database; views, indexes and the tables that users
  /// add for themselves are read by nobody here.
  static func definitions(in database: Database) throws -> [String: String] {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
    var definitions: [String: String] = [:]
    while let row = try rows.next() {
      guard let name = row.text(0, upTo: 1_000), let sql = row.text(1, upTo: 100_000) else {
        continue
      }
      definitions[name] = sql
    }
    return definitions
  }
}
