import GRDB
import Moderation
import Queueing

/// The keyframes of a log that is read once, held against its fold.
struct KeyframeAudit {
  /// The next keyframe, whole or not, and after how many events it comes.
  private var next: (keyframe: Keyframe?, events: Int)?
  /// The fold of the log, as long as there are keyframes to come.
  private var projection: Projection
  /// The instant of the keyframe behind which the log is.
  private var time: Microseconds = 0
  private var found = 0
  /// How many are of a format that this version does not write.
  private var foreign = 0
  private var fault: String?
  /// The blocks of hours in the file that no keyframe so far has needed.
  private var hours: [Int: HoursRow]
  /// The first block that no keyframe so far has needed.
  private var nextHours = 0

  init(of database: Database, facts: ScenarioFacts) throws {
    projection = Projection(facts: facts)
    hours = try HoursRow.fetchAll(from: database)
  }

  /// The rows that the other calls want, one after the other.
  static func rows(of database: Database) throws -> RowCursor {
    try Row.fetchCursor(
      database, sql: "SELECT \(Keyframe.columns) FROM keyframes ORDER BY events")
  }

  /// Begins before the first event.
  mutating func start(_ rows: RowCursor) throws {
    try advance(rows)
    while try checkNext(rows) {}
  }

  /// Folds the next event of the log, which is a sound one.
  mutating func add(_ event: Event, _ rows: RowCursor) throws {
    if event.time < time { note("the one of \(folded) events is of a later instant") }
    guard next != nil else { return }
    projection.apply(event)
    while try checkNext(rows) {}
  }

  /// What came of it once the log is read.
  var result: SessionCheck {
    func check(_ verdict: SessionCheck.Verdict, _ detail: String) -> SessionCheck {
      SessionCheck("keyframes", verdict, detail)
    }
    if let fault { return check(.failed, fault) }
    if let next {
      return check(.failed, "there is one of \(next.events) events, more than the log")
    }
    if found == 0 { return check(.skipped, "there are none") }
    if found == foreign {
      return check(.skipped, "\(found) of another version, which are not used")
    }
    if foreign == 0, let block = hours.keys.min() {
      return check(.failed, "there are hours of a block \(block) that none needs")
    }
    let rest = foreign == 0 ? "" : ", and \(foreign) of another version"
    return check(.passed, "\(found - foreign) are the state of the log\(rest)")
  }

  private var folded: Int { projection.fingerprint.events }

  private mutating func advance(_ rows: RowCursor) throws {
    guard let row = try rows.next() else { return next = nil }
    found += 1
    next = (Keyframe(row), row.integer(0).map { Int($0) } ?? 0)
  }

  /// Holds the next keyframe against the fold if its place is here; returns whether it was.
  private mutating func checkNext(_ rows: RowCursor) throws -> Bool {
    guard let next, next.events <= folded else { return false }
    check(next.keyframe, events: next.events)
    try advance(rows)
    return true
  }

  private mutating func check(_ keyframe: Keyframe?, events: Int) {
    guard let keyframe, events >= 0 else { return note("the one of \(events) events is damaged") }
    guard keyframe.state.first == Projection.stateFormat else { return foreign += 1 }
    time = max(time, keyframe.time)
    guard (projection.now..<SimulationClock.end).contains(keyframe.time) else {
      return note("the one of \(events) events is of another instant")
    }
    var state = projection
    state.advance(to: keyframe.time)
    let decoded = keyframe.projection(state.facts) { state.hourBlock($0) }
    if state.encodedState() != keyframe.state || decoded == nil {
      note("the one of \(events) events is not the state of the log")
    }
    checkHours(of: state)
  }

  private mutating func checkHours(of state: Projection) {
    for block in state.hourBlocks where block >= nextHours {
      nextHours = block + 1
      if hours.removeValue(forKey: block) != HoursRow(state.hourBlock(block)) {
        note("the hours of block \(block) are not those of the log")
      }
    }
  }

  private mutating func note(_ fault: String) { self.fault = self.fault ?? fault }
}
