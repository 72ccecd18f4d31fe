import GRDB
import Moderation
import Queueing

/// An intervention as a row of its table.
struct InterventionRow {
  let event: Int
  let time: Microseconds
  let intervention: Intervention

  /// The row of an event; nil when it is no intervention.
  init?(_ event: Event, number: Int) {
    guard case .intervened(let intervention) = event.fact else { return nil }
    self.event = number
    time = event.time
    self.intervention = intervention
  }

  func insert(into database: Database) throws {
    try database.execute(
      sql: "INSERT INTO interventions VALUES (?, ?, ?, ?, ?, ?)",
      arguments: StatementArguments(values))
  }

  /// The values of all columns in their order.
  var values: [DatabaseValue] {
    let (what, target, kind, value) = columns
    return [
      event.databaseValue, time.databaseValue, what.databaseValue, target.databaseValue,
      kind?.databaseValue ?? .null, value?.databaseValue ?? .null,
    ]
  }

  private var columns: (String, UInt8, UInt8?, (any DatabaseValueConvertible)?) {
    switch intervention {
    case .shock(let index): ("shock", index, nil, nil)
    case .removeAt(let policy, let kind, let score):
      ("remove_at", policy, kind.rawValue, Double(score))
    case .reviewAt(let policy, let kind, let score):
      ("review_at", policy, kind.rawValue, Double(score))
    case .staffing(let team, let percent): ("staffing", team, nil, percent)
    case .discipline(let queue, let discipline): ("discipline", queue, nil, discipline.name)
    case .target(let queue, let seconds): ("target", queue, nil, seconds)
    }
  }
}
