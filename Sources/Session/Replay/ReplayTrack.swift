import Moderation
import Queueing
import Recording

/// A recording as it is played: the playhead, its pace, a loop, and what is looked for.
struct ReplayTrack {
  private(set) var playback: Playback
  private(set) var pace: Pace
  /// The speed that is called 1×.
  let unit: Speed
  private(set) var loop: ReplayStatus.Loop?
  private(set) var filter: EventFilter?
  private var index: TimelineIndex
  /// The event that was found last.
  private var found: (number: Int, event: Event)?
  /// When it was last seen to grow, or opened.
  private var grewAt: Microseconds
  /// What has not grown for so long was cut short.
  private static let patience = 2 * TimeUnit.second

  init(
    _ session: RecordedSession, unit: Speed, speed: Speed, isPaused: Bool,
    at wall: Microseconds
  ) throws(SessionError) {
    playback = Playback(session)
    index = try TimelineIndex(session)
    self.unit = unit
    grewAt = wall
    pace = Pace(speed: speed, opening: 0, at: wall)
    if isPaused { pace.setPaused(true, reached: 0, at: wall) }
  }

  var now: Microseconds { playback.now }
  var session: RecordedSession { playback.session }
  private var end: Microseconds { playback.extent.end }
  /// Whether somebody may still be writing the file.
  var isGrowing: Bool { !playback.extent.isClosed && playback.extent.damage == nil }

  /// What of it changes while it plays.
  struct Place: Equatable {
    let now: Microseconds
    let isPaused: Bool
    let isAtEnd: Bool
  }

  var place: Place { Place(now: now, isPaused: pace.isPaused, isAtEnd: now >= end) }

  // MARK: Playing

  /// Goes on to where the pace says, about `limit` events at most.
  ///
  /// Returns whether it got there.
  mutating func advance(at wall: Microseconds, limit: Int) throws(SessionError) -> Bool {
    guard !pace.isPaused else { return true }
    let horizon = pace.horizon(at: wall, reached: now)
    if pace.isReversed { return try goBack(to: horizon, at: wall) }
    let stop = min(end, loop?.end ?? .max)
    let isDone = playback.advance(to: min(horizon, stop), limit: limit)
    let isStuck = isDone && now < min(horizon, stop)
    if now >= stop || isStuck { try turnAround(at: wall) }
    return isDone
  }

  mutating func note(at wall: Microseconds, isComplete: Bool) {
    if !pace.isReversed { pace.note(reached: now, at: wall, isComplete: isComplete) }
  }

  mutating func rebase(at wall: Microseconds) { pace.rebase(reached: now, at: wall) }

  private mutating func goBack(
    to horizon: Microseconds, at wall: Microseconds
  ) throws(SessionError) -> Bool {
    let stop = loop?.end == nil ? 0 : loop?.start ?? 0
    try playback.seek(to: max(horizon, stop))
    if now <= stop { try turnAround(at: wall) }
    return true
  }

  /// At the end of the loop it begins again; at the end of the recording it stops, on the
  /// last frame.
  private mutating func turnAround(at wall: Microseconds) throws(SessionError) {
    if let loop, let loopEnd = loop.end {
      try playback.seek(to: pace.isReversed ? loopEnd : loop.start)
      rebase(at: wall)
    } else {
      pace.setPaused(true, reached: now, at: wall)
    }
  }

  // MARK: Commands

  mutating func togglePause(at wall: Microseconds) throws(SessionError) {
    // At its end, going on means from the start, unless more is to come.
    let isOver = !isGrowing || wall - grewAt > Self.patience
    if pace.isPaused, !pace.isReversed, now >= end, loop == nil, isOver {
      try playback.seek(toEvent: 0)
    }
    pace.setPaused(!pace.isPaused, reached: now, at: wall)
  }

  /// Stands still, since it cannot go on.
  mutating func pause(at wall: Microseconds) {
    pace.setPaused(true, reached: now, at: wall)
  }

  mutating func setSpeed(_ speed: Speed, at wall: Microseconds) {
    pace.setSpeed(speed, reached: now, at: wall)
  }

  mutating func reverse(at wall: Microseconds) {
    pace.setReversed(!pace.isReversed, reached: now, at: wall)
  }

  /// Notes the start of a loop, then its end, then forgets both; says which.
  mutating func stepLoop(at wall: Microseconds) -> String {
    switch loop {
    case nil:
      loop = ReplayStatus.Loop(start: now)
      return "loop from here: once more where it is to end"
    case .some(let open) where open.end == nil && now != open.start:
      loop = ReplayStatus.Loop(start: min(open.start, now), end: max(open.start, now))
      return "loop set"
    case .some:
      loop = nil
      return "no loop"
    }
  }

  mutating func find(_ filter: EventFilter) {
    self.filter = filter.isEmpty ? nil : filter
    found = nil
  }

  /// Writes a marker at the playhead.
  mutating func addMarker(_ note: String) throws(SessionError) {
    try session.file.addMarker(at: now, note: note)
    // Not read again: what is read may be a copy.
    index.add(ReplayStatus.Marker(time: now, note: note))
  }

  /// Reads the markers again after one was added.
  mutating func readMarkers() throws(SessionError) { try index.readMarkers(session.file) }

  /// Looks how far a recording goes that is being written.
  mutating func refresh(at wall: Microseconds) throws(SessionError) {
    let before = end
    try playback.refresh()
    if end != before { grewAt = wall }
    // The whole index is made anew, so not for what no screen would show.
    if end > index.end + index.end / 64 { index = try TimelineIndex(session) }
  }

  // MARK: Seeking

  /// Moves the playhead; returns what to tell the user when it could not.
  mutating func seek(
    to target: SeekTarget, at wall: Microseconds
  ) throws(SessionError) -> String? {
    defer { rebase(at: wall) }
    if case .match(let direction) = target { return try seekMatch(direction) }
    found = nil
    if case .marker(let direction) = target { return try seekMarker(direction) }
    if try playback.seek(target) { return nil }
    let edge = now <= 0 ? "begins" : "ends"
    return "the recording \(edge) here, and does not reach further"
  }

  private mutating func seekMarker(
    _ direction: SeekTarget.Direction
  ) throws(SessionError) -> String? {
    let times = index.markers.map(\.time)
    let time =
      direction == .forth ? times.first { $0 > now } : times.last { $0 < now }
    guard let time else {
      return times.isEmpty ? "no markers: m sets one" : "no marker that way"
    }
    try playback.seek(to: time)
    return nil
  }

  private mutating func seekMatch(
    _ direction: SeekTarget.Direction
  ) throws(SessionError) -> String? {
    guard let filter else { return "nothing to look for: / says what" }
    // Who has played on looks from where he is.
    if let time = found?.event.time, abs(time - now) > 2 * lead { found = nil }
    let match =
      direction == .forth
      ? try playback.next(
        filter, from: max(playback.position, (found?.number ?? -1) + 1))
      : try playback.previous(filter, before: min(playback.position, found?.number ?? .max))
    guard let match else { return "no event that way answers to \"\(filter.text)\"" }
    found = match
    if pace.isPaused {
      try playback.seek(toEvent: match.number)
    } else {
      try playback.seek(to: max(0, match.event.time - lead))
    }
    return nil
  }

  /// Half a second of what plays: time to see an event come.
  private var lead: Microseconds {
    min(pace.speed, Speed(perSecond: TimeUnit.day)).perSecond / 2
  }

  // MARK: Showing

  func status(live: Microseconds?) -> ReplayStatus {
    ReplayStatus(
      end: end, events: playback.extent.events, position: playback.position,
      last: playback.last(), density: index.density, interventions: index.interventions,
      markers: index.markers, loop: loop, isReversed: pace.isReversed, unit: unit,
      filter: filter?.text, found: coming, live: live)
  }

  /// The event that was found last, when it is the next one or will soon be seen.
  private var coming: Event? {
    guard let (number, event) = found, number >= playback.position,
      number == playback.position || event.time - now <= 2 * lead
    else { return nil }
    return event
  }
}
