import GRDB
import Moderation
import Queueing

/// How many subjects changed their standing, by day and by what a table can be asked for.
struct MoveCounts: Equatable {
  /// The counts by key, all fields of which have their bits.
  private var counts: [UInt64: Int] = [:]

  var isEmpty: Bool { counts.isEmpty }

  mutating func removeAll() { counts.removeAll(keepingCapacity: true) }

  mutating func add(_ event: Event) {
    if case .passed(let signatory, let kind, let count) = event.fact {
      let key = Self.key(
        event.time, signatory, kind, policy: 0, .lawful, .arriving, .unnoticed, .screening)
      counts[key, default: 0] += Int(count)
      return
    }
    guard let transition = event.fact.transition, let subject = event.fact.subject,
      transition.from != transition.to
    else { return }
    let key = Self.key(
      event.time, subject.signatory, subject.kind, policy: UInt64(subject.policy) + 1,
      subject.truth, transition.from, transition.to, transition.cause)
    counts[key, default: 0] += 1
  }

  /// Adds the counts to those of the table.
  func upsert(into database: Database) throws {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO moves VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET count = count + excluded.count
        """)
    // In the order of the table, so that its pages are touched one after the other.
    for (key, count) in counts.sorted(by: { $0.key < $1.key }) {
      try statement.execute(arguments: [
        Int64(key >> 40), Int64(key >> 24 & 0xFFFF), Int64(key >> 22 & 3),
        Int64(key >> 13 & 0x1FF) - 1, Int64(key >> 12 & 1), Int64(key >> 8 & 15),
        Int64(key >> 4 & 15), Int64(key & 15), count,
      ])
    }
  }

  /// The counts of the table; rows that make no sense come under a key that no move has.
  static func fetch(from database: Database) throws -> MoveCounts {
    var moves = MoveCounts()
    let rows = try Row.fetchCursor(database, sql: "SELECT * FROM moves")
    while let row = try rows.next() {
      func field(_ index: Int, _ bits: UInt64, adding offset: Int64 = 0) -> UInt64? {
        guard let value = row.integer(index), value < 1 << 60, value + offset >= 0 else {
          return nil
        }
        let field = UInt64(value + offset)
        return field >> bits == 0 ? field : nil
      }
      let parts = [
        field(0, 24), field(1, 16), field(2, 2), field(3, 9, adding: 1), field(4, 1), field(5, 4),
        field(6, 4), field(7, 4),
      ]
      let widths: [UInt64] = [24, 16, 2, 9, 1, 4, 4, 4]
      let key = zip(parts, widths).reduce(UInt64?(0)) { key, part in
        key.flatMap { key in part.0.map { key << part.1 | $0 } }
      }
      moves.counts[key ?? .max, default: 0] &+= Int(row.integer(8) ?? -1)
    }
    return moves
  }

  private static func key(
    _ time: Microseconds, _ signatory: UInt16, _ kind: SubjectKind, policy: UInt64,
    _ truth: Truth, _ from: Standing, _ to: Standing, _ cause: Cause
  ) -> UInt64 {
    let day = UInt64(truncatingIfNeeded: max(0, time) / TimeUnit.day) & 0xFF_FFFF
    let what = UInt64(signatory) << 24 | UInt64(kind.rawValue) << 22 | policy << 13
    let move =
      UInt64(truth.rawValue) << 12 | UInt64(from.rawValue) << 8 | UInt64(to.rawValue) << 4
    return day << 40 | what | move | UInt64(cause.rawValue)
  }
}
