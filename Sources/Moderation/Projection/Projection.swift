import Queueing

/// The fold of an event log into the state of the world and its metrics.
///
/// Every session has one, whether its events come from a simulation, a recording
/// or a feed. Applying an event takes amortised constant time, but for a search in the
/// queue of the job, which is logarithmic in its place there.
package struct Projection: Sendable {
  package let facts: ScenarioFacts
  /// The instant up to which the log has been folded.
  package internal(set) var now: Microseconds = 0
  package internal(set) var fingerprint = LogFingerprint()
  /// Events by hour.
  package internal(set) var activity = HourlySeries()
  var cells: CellBook
  var queues: QueueBook
  var workforce: Workforce
  var authority: AuthorityBook
  var regime: RegimeBook
  var removalBook: Removals
  /// By kind.
  var durations = Array(repeating: Durations(), count: SubjectKind.count)
  var minute: Int64 = 0
  var hour: Int64 = 0
  var minuteEnd = TimeUnit.minute
  /// When the next policy comes into force by the scenario's timetable.
  private var nextPolicyStart = Microseconds.max

  package init(facts: ScenarioFacts) {
    self.facts = facts
    cells = CellBook(facts)
    queues = QueueBook(facts)
    workforce = Workforce(facts)
    authority = AuthorityBook(facts)
    regime = RegimeBook(facts)
    removalBook = Removals(facts)
    noteScreening()
  }

  /// Takes down which kinds are screened now: by a policy in force, or by the hash bank.
  mutating func noteScreening() {
    let inForce = regime.policiesInForce(at: now)
    let isScreened = SubjectKind.allCases.map { kind in
      facts.hasHashBank
        || zip(facts.policies, inForce).contains { $0.thresholds[kind.index] != nil && $1 }
    }
    cells.setScreened(isScreened)
    nextPolicyStart = regime.nextPolicyStart(after: now)
  }

  /// Folds one event, which must not lie before `now`.
  package mutating func apply(_ event: Event) {
    assert(event.time >= now, "\(event) lies before \(now) µs")
    advance(to: event.time)
    fingerprint.add(event)
    activity.add(1)
    fold(event.fact)
  }

  /// Moves on to an instant up to which nothing more has happened.
  package mutating func advance(to instant: Microseconds) {
    guard instant > now else { return }
    if instant > removalBook.nextFigure { removalBook.noteFigures(before: instant) }
    now = instant
    if instant >= minuteEnd { startMinute() }
  }

  private mutating func startMinute() {
    minute = now / TimeUnit.minute
    minuteEnd = (minute + 1) * TimeUnit.minute
    queues.startMinute(minute)
    removalBook.startMinute(minute)
    if nextPolicyStart <= now { noteScreening() }
    let newHour = minute / 60
    guard newHour > hour else { return }
    hour = newHour
    activity.advance(to: hour, filler: 0)
    removalBook.startHour(hour)
    queues.startHour(hour)
    workforce.startHour(hour)
  }
}
