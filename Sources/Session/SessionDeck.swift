import Moderation
import Queueing
import Recording
import Simulation

/// What one session consists of, without a clock or a thread: a live simulation, a
/// recording that is looked at, or both, one of which the screen shows.
///
/// A look back in a live session is a replay of its own recording, while the simulation
/// goes on behind it; a fork makes a live simulation of a replay.
package struct SessionDeck {
  /// Makes the recorder of a fork; nil when it is not to be recorded.
  package typealias ForkRecorder =
    @Sendable (RecordedSession, SessionHeader.Parent) throws -> Recorder?

  var live: LiveTrack?
  var replay: ReplayTrack?
  let seed: UInt64
  private let makeForkRecorder: ForkRecorder
  private var focus: Int?
  private var part: Scope?
  private var notice = SessionStatus.Notice(number: 0, text: "")
  /// Where the live session left the one that it is a fork of.
  private var forkedAt: Microseconds?
  /// When the recording was last looked at for its growth.
  private var lastRefresh: Microseconds = 0
  /// What went wrong while recordings were ended, the first first.
  private(set) var failure: SessionError?

  /// A live simulation that races to `opening` and goes on from there at `speed`.
  ///
  /// - Parameter recordingRefusal: why it is not recorded, although it was to be.
  package init(
    live core: SessionCore, seed: UInt64, opening: Microseconds, speed: Speed,
    recordingRefusal: String? = nil, at wall: Microseconds,
    forkRecorder: @escaping ForkRecorder
  ) {
    live = LiveTrack(
      core, pace: Pace(speed: speed, opening: opening, at: wall),
      recordingRefusal: recordingRefusal)
    self.seed = seed
    makeForkRecorder = forkRecorder
  }

  /// A recording, at its start.
  ///
  /// - Parameter unit: the speed that is called 1×.
  package init(
    replaying session: RecordedSession, unit: Speed, speed: Speed, isPaused: Bool,
    at wall: Microseconds, forkRecorder: @escaping ForkRecorder
  ) throws(SessionError) {
    replay = try ReplayTrack(
      session, unit: unit, speed: speed, isPaused: isPaused, at: wall)
    seed = session.header.seed
    makeForkRecorder = forkRecorder
  }

  // MARK: Advancing

  /// Goes on for some events; returns whether everything is where its pace says.
  package mutating func advance(at wall: Microseconds, limit: Int) -> (
    isComplete: Bool, hasMoved: Bool
  ) {
    var (isComplete, hasMoved) = (true, false)
    if let moved = live?.advance(at: wall, limit: limit) { (isComplete, hasMoved) = moved }
    guard let before = replay?.now else { return (isComplete, hasMoved) }
    attempt { deck throws(SessionError) in
      isComplete = try deck.replay?.advance(at: wall, limit: limit) ?? true && isComplete
      try deck.follow(at: wall)
    }
    return (isComplete, hasMoved || replay?.now != before)
  }

  package mutating func note(at wall: Microseconds, isComplete: Bool) {
    live?.note(at: wall, isComplete: isComplete)
    replay?.note(at: wall, isComplete: isComplete)
  }

  /// Lets no time have passed.
  mutating func rebase(at wall: Microseconds) {
    live?.rebase(at: wall)
    replay?.rebase(at: wall)
  }

  /// Whether it is racing to its opening, or as fast as it goes.
  var isExpectedToLag: Bool {
    replay == nil
      ? live?.pace.opening != nil || live?.pace.speed == .maximum
      : replay?.pace.speed == .maximum
  }

  /// Looks at a recording that is being written once a quarter second.
  private mutating func follow(at wall: Microseconds) throws(SessionError) {
    guard live != nil, wall - lastRefresh > TimeUnit.second / 4 else { return }
    lastRefresh = wall
    try replay?.refresh()
  }

  // MARK: Commands

  package mutating func apply(_ command: SessionCommand, at wall: Microseconds) {
    switch command {
    case .focus(let signatory): focus = signatory
    case .examine(let scope): part = scope
    case .intervene(let intervention): intervene(intervention)
    case .addMarker(let note): addMarker(note)
    case .goLive: if live != nil { replay = nil }
    case .fork: fork(at: wall)
    case .seek(let target): seek(to: target, at: wall)
    case .find(let filter): find(filter, at: wall)
    case .reverse:
      openReplay(at: wall)
      replay?.reverse(at: wall)
    case .loop:
      openReplay(at: wall)
      if let text = replay?.stepLoop(at: wall) { tell(text) }
    case .togglePause, .faster, .slower, .setSpeed: changePace(command, at: wall)
    }
  }

  private mutating func changePace(_ command: SessionCommand, at wall: Microseconds) {
    let steps = replay.map { Speed.replaySteps(of: $0.unit) } ?? Speed.steps
    let speed = replay?.pace.speed ?? live?.pace.speed ?? .oneHour
    switch command {
    case .togglePause:
      if replay == nil { live?.togglePause(at: wall) }
      attempt { deck throws(SessionError) in try deck.replay?.togglePause(at: wall) }
    case .faster: setSpeed(speed.faster(among: steps), at: wall)
    case .slower: setSpeed(speed.slower(among: steps), at: wall)
    case .setSpeed(let speed): setSpeed(speed, at: wall)
    default: break
    }
  }

  private mutating func setSpeed(_ speed: Speed, at wall: Microseconds) {
    if replay == nil { live?.setSpeed(speed, at: wall) }
    replay?.setSpeed(speed, at: wall)
  }

  private mutating func intervene(_ intervention: Intervention) {
    if let refusal = interventionRefusal { return tell(refusal) }
    live?.core.apply(intervention)
  }

  private var interventionRefusal: String? {
    replay?.playback.core.interventionRefusal ?? live?.core.interventionRefusal
  }

  private mutating func find(_ filter: EventFilter, at wall: Microseconds) {
    openReplay(at: wall)
    guard replay != nil else { return }
    replay?.find(filter)
    if !filter.isEmpty { seek(to: .match(.forth), at: wall) }
  }

  private mutating func seek(to target: SeekTarget, at wall: Microseconds) {
    openReplay(at: wall)
    attempt { deck throws(SessionError) in
      if let text = try deck.replay?.seek(to: target, at: wall) { deck.tell(text) }
    }
  }

  private mutating func addMarker(_ note: String) {
    attempt { deck throws(SessionError) in
      if let recorder = deck.live?.core.recorder {
        recorder.addMarker(at: deck.replay?.now ?? deck.live?.now ?? 0, note: note)
        recorder.flush()
      } else if let replay = deck.replay {
        try replay.session.file.addMarker(at: replay.now, note: note)
      } else {
        return deck.tell("a session that is not recorded has no markers")
      }
      try deck.replay?.readMarkers()
      deck.tell("marked")
    }
  }

  /// Turns a live session to its own recording, where it is not looked at already.
  private mutating func openReplay(at wall: Microseconds) {
    guard replay == nil, let live else { return }
    guard let recorder = live.core.recorder, recorder.failure == nil else {
      return tell("no way back: the session is not recorded")
    }
    recorder.flush()
    attempt { deck throws(SessionError) in
      let session = try RecordedSession(opening: recorder.path)
      var track = try ReplayTrack(
        session, unit: .oneHour, speed: .oneHour, isPaused: true, at: wall)
      _ = try track.seek(to: .end, at: wall)
      deck.replay = track
    }
  }

  // MARK: Forks

  /// Simulates the recording again up to the playhead and goes on from there.
  ///
  /// What was live behind it ends here.
  private mutating func fork(at wall: Microseconds) {
    guard let replay else { return tell("fork from a recording: look back first") }
    do {
      let fork = try core(forkedFrom: replay.session, at: replay.now)
      let instant = replay.now
      close()
      self.replay = nil
      live = LiveTrack(
        fork,
        pace: Pace(speed: .oneHour, opening: instant, pausesAtOpening: true, at: wall))
      forkedAt = instant
      tell("a fork: change something, then Space goes on")
    } catch {
      tell("cannot fork: \((error as? SessionError)?.label ?? "\(error)")")
    }
  }

  private func core(
    forkedFrom session: RecordedSession, at instant: Microseconds
  ) throws -> SessionCore {
    let parent = SessionHeader.Parent(
      id: session.header.id, events: try session.file.events(through: instant), time: instant)
    return SessionCore(
      source: try session.simulation(through: instant), facts: session.facts,
      recorder: try makeForkRecorder(session, parent))
  }

  /// Ends the recording of the live session, and any look into it: while somebody reads
  /// the file it cannot become one that stands alone.
  package mutating func close() {
    if live != nil { replay = nil }
    let problem = live?.core.recorder?.close()
    failure = failure ?? problem
  }

  // MARK: Showing

  /// - Parameter isBehind: whether it could not follow its pace.
  package func snapshot(isBehind: Bool = false) -> Snapshot {
    guard let core = replay?.playback.core ?? live?.core,
      let pace = replay?.pace ?? live?.pace
    else { preconditionFailure("a deck is live, a replay or both") }
    let status = SessionStatus(
      origin: live == nil ? .recording(seed: seed) : .simulation(seed: seed),
      isPaused: pace.isPaused, opening: pace.opening, speed: pace.speed,
      isLagging: isBehind && !pace.isPaused && !isExpectedToLag,
      stop: core.stop == .endOfRecording ? nil : core.stop, forkedAt: live == nil ? nil : forkedAt,
      interventionRefusal: interventionRefusal, recording: live?.recording ?? .off,
      notice: notice.number == 0 ? nil : notice)
    return Snapshot(
      of: core.projection, status: status, focus: focus, part: part,
      replay: replay?.status(live: live?.now))
  }

  private mutating func tell(_ text: String) {
    notice = SessionStatus.Notice(number: notice.number + 1, text: text)
  }

  /// Does something with a file; what goes wrong is told.
  private mutating func attempt(
    _ body: (inout SessionDeck) throws(SessionError) -> Void
  ) {
    do throws(SessionError) {
      try body(&self)
    } catch { tell("\(error.label): \(error)") }
  }
}
