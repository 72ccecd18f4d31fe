import Foundation
import GRDB
import Moderation

/// A row of the table `hours`: what was over when the keyframes behind it were made, which
/// they have in common.
struct HoursRow: Equatable {
  let block: Int
  let series: [UInt8]

  init(_ block: HourBlock) {
    self.block = block.number
    series = block.encoded()
  }

  /// Nil when it makes no sense or its checksum is wrong.
  private init?(_ row: Row) {
    guard let block = row.integer(0), block >= 0, let checksum = row.integer(1),
      let series = row.bytes(2), checksum == Int64(Checksum.of(series))
    else { return nil }
    self.block = Int(block)
    self.series = series
  }

  func insert(into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO hours VALUES (?, ?, ?)",
      arguments: [block, Int64(Checksum.of(series)), Data(series)])
  }

  /// The row of a block; nil when there is none that is whole.
  static func fetch(block: Int, from database: Database) throws -> HoursRow? {
    let statement = try database.cachedStatement(
      sql: "SELECT block, checksum, series FROM hours WHERE block = ?")
    return try Row.fetchOne(statement, arguments: [block]).flatMap(HoursRow.init)
  }

  /// All rows that are whole, by block.
  static func fetchAll(from database: Database) throws -> [Int: HoursRow] {
    let rows = try Row.fetchCursor(database, sql: "SELECT block, checksum, series FROM hours")
    var found: [Int: HoursRow] = [:]
    while let row = try rows.next() {
      if let hours = HoursRow(row) { found[hours.block] = hours }
    }
    return found
  }
}
