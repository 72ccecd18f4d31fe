import Moderation
import Queueing
import Recording

/// A recording with a playhead, and the fold of everything before it.
///
/// A move restores the nearest state that is kept and folds forward from there: one of the
/// file's keyframes, or one of the few that were kept on the way back, which make steps
/// back cheap.
package struct Playback {
  package let session: RecordedSession
  private var source: RecordingSource
  package private(set) var core: SessionCore
  private var trail = StateTrail()
  /// Who goes back no further may soon do so again.
  private static let nearBack = 65_536

  /// Puts the playhead at the start.
  package init(_ session: RecordedSession) {
    self.session = session
    source = RecordingSource(session.file, facts: session.facts)
    core = SessionCore(source: source, facts: session.facts)
  }

  package var now: Microseconds { core.now }
  /// How many events lie before the playhead.
  package var position: Int { core.projection.fingerprint.events }
  package var extent: SessionExtent { session.file.extent }

  /// Plays up to an instant, about `limit` events at most; returns whether it got there or
  /// cannot go on.
  package mutating func advance(to horizon: Microseconds, limit: Int) -> Bool {
    core.advance(to: min(horizon, extent.end), limit: limit)
  }

  /// The newest event before the playhead; nil when there is none, or it cannot be read.
  package func last() -> Event? {
    position > 0 ? (try? session.file.event(position - 1)) ?? nil : nil
  }

  /// Puts the playhead behind everything that happened up to an instant.
  package mutating func seek(to instant: Microseconds) throws(SessionError) {
    let instant = min(max(0, instant), extent.end)
    let origin = instant < now ? position : nil
    try restore(ofAtMost: .max, notAfter: instant)
    while !core.advance(to: instant, limit: StateTrail.stride) { keepState(comingFrom: origin) }
    if now < instant { throw damage }
  }

  /// Puts the playhead behind so many events of the log.
  package mutating func seek(toEvent number: Int) throws(SessionError) {
    let number = min(max(0, number), extent.events)
    let origin = number < position ? position : nil
    try restore(ofAtMost: number, notAfter: .max)
    var events: [Event] = []
    while position < number, core.stop == nil {
      events.removeAll(keepingCapacity: true)
      source.advance(events: min(StateTrail.stride, number - position), into: &events)
      core.fold(events)
      if position < number { keepState(comingFrom: origin) }
    }
    if position < number { throw damage }
  }

  /// Moves the playhead; returns false, and moves as far as there is a recording, when the
  /// target lies outside, or is one that needs more than the recording itself.
  package mutating func seek(_ target: SeekTarget) throws(SessionError) -> Bool {
    let end = extent.end
    switch target {
    case .start: try seek(toEvent: 0)
    case .end: try seek(to: end)
    case .instant(let instant):
      try seek(to: instant)
      return (0...end).contains(instant)
    case .by(let time):
      let (goal, isTooMuch) = now.addingReportingOverflow(time)
      try seek(to: isTooMuch ? (time < 0 ? 0 : end) : goal)
      return !isTooMuch && (0...end).contains(goal)
    case .share(let share): try seek(to: Microseconds(Double(end) * share))
    case .event(let number):
      try seek(toEvent: number)
      return (0...extent.events).contains(number)
    case .byEvents(let count):
      let goal = position + count
      try seek(toEvent: goal)
      return (0...extent.events).contains(goal)
    case .edge(let length, .forth): try seek(to: (now / length + 1) * length)
    case .edge(let length, .back):
      let edge = (now - 1) / length * length
      // Much happens at the very start, all of it after it.
      if edge <= 0 { try seek(toEvent: 0) } else { try seek(to: edge) }
    case .marker, .match: return false
    }
    return true
  }

  /// Looks how far the recording goes by now, while it is being written.
  package mutating func refresh() throws(SessionError) {
    let before = extent
    try session.file.refresh()
    guard extent != before else { return }
    replaceCore(by: core.projection)
  }

  // MARK: States

  /// Restores the last state before a goal, unless the playhead itself is nearer.
  private mutating func restore(
    ofAtMost number: Int, notAfter instant: Microseconds
  ) throws(SessionError) {
    let isAhead = position > number || now > instant
    let kept = trail.state(ofAtMost: number, notAfter: instant)
    let own = isAhead ? nil : core.projection
    let best = [kept, own].compactMap(\.self).max { $0.fingerprint.events < $1.fingerprint.events }
    let nearest = try session.file.state(
      ofAtMost: number, notAfter: instant, beyond: best?.fingerprint.events ?? 0,
      facts: session.facts)
    if let state = nearest ?? best {
      if isAhead || state.fingerprint.events > position { replaceCore(by: state) }
    } else {
      replaceCore(by: Projection(facts: session.facts))
    }
  }

  private mutating func replaceCore(by state: Projection) {
    source = RecordingSource(
      session.file, facts: session.facts, from: state.fingerprint.events)
    core = SessionCore(source: source, projection: state)
  }

  /// Keeps the state on the way to a goal that lies before where the playhead was.
  ///
  /// - Parameter origin: how many events lay before it; nil on the way forth.
  private mutating func keepState(comingFrom origin: Int?) {
    guard let origin, origin - position <= Self.nearBack else { return }
    trail.keep(core.projection)
  }

  private var damage: SessionError {
    SessionError(session.file.path, .damaged("event \(position) cannot be read"))
  }
}
