import GRDB
import Moderation
import Queueing

/// A decision as a row of the table `decided`.
struct DecisionRow: Equatable {
  /// The bytes that one takes in the file, on average.
  static let size = 28

  private let event: Int64
  private let time: Microseconds
  private let subject: Int64
  private let signatory: Int64
  private let queue: Int64
  private let seconds: Int64
  private let marks: Int64

  /// The row of an event; nil when it is no decision.
  init?(_ event: Event, number: Int) {
    guard case .decided(let subject, let transition, let placement) = event.fact else {
      return nil
    }
    self.event = Int64(number)
    time = event.time
    self.subject = Int64(subject.id)
    signatory = Int64(subject.signatory)
    queue = Int64(placement.queue)
    let span = event.time.subtractingReportingOverflow(placement.since).partialValue
    seconds = span / TimeUnit.second
    var marks = Int64(transition.to.rawValue) | Int64(transition.from.rawValue) << 4
    marks |= Int64(transition.cause.rawValue) << 8 | Int64(placement.source.rawValue) << 12
    marks |= Int64(subject.truth.rawValue) << 15 | Int64(subject.kind.rawValue) << 16
    self.marks = marks | Int64(subject.policy) << 18
  }

  /// A row of the table; a value of another type counts as -1, which no row has.
  init(_ row: Row) {
    func value(_ index: Int) -> Int64 { row.integer(index) ?? -1 }
    (event, time, subject, signatory) = (value(0), value(1), value(2), value(3))
    (queue, seconds, marks) = (value(4), value(5), value(6))
  }

  static func insert(_ rows: [DecisionRow], into database: Database) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT INTO decided VALUES (?, ?, ?, ?, ?, ?, ?)")
    for row in rows {
      try statement.execute(arguments: [
        row.event, row.time, row.subject, row.signatory, row.queue, row.seconds, row.marks,
      ])
    }
  }
}
