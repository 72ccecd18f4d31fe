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
  let makeForkRecorder: ForkRecorder
  var focus: Int?
  var part: Scope?
  private var notice = SessionStatus.Notice(number: 0, text: "")
  /// Where the live session left the one that it is a fork of.
  var forkedAt: Microseconds?
  /// When the recording was last looked at for its growth.
  private var lastRefresh: Microseconds = 0
  /// What went wrong while recordings were ended, the first first.
  var failure: SessionError?
  /// The files whose recordings were ended.
  var recorded: [String] = []
  /// Whether each is where its pace says: one that is not must not hold the other up.
  private var isLiveComplete = true
  private var isReplayComplete = true
  /// Whether the user has been told what a fork ends.
  var isForkConfirmed = false

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
    var hasMoved = false
    (isLiveComplete, isReplayComplete) = (true, true)
    if let moved = live?.advance(at: wall, limit: limit) { (isLiveComplete, hasMoved) = moved }
    guard let before = replay?.place else { return (isLiveComplete, hasMoved) }
    let isSound = attempt { deck throws(SessionError) in
      deck.isReplayComplete = try deck.replay?.advance(at: wall, limit: limit) ?? true
      try deck.follow(at: wall)
    }
    if !isSound { replay?.pause(at: wall) }
    joinLive(before)
    let hasReplayMoved = !isSound || replay?.place != before
    return (isLiveComplete && isReplayComplete, hasMoved || hasReplayMoved)
  }

  /// Who has played a look back to its end has come to the live session.
  private mutating func joinLive(_ before: ReplayTrack.Place) {
    guard live != nil, let place = replay?.place, place.isPaused, !before.isPaused, place.isAtEnd
    else { return }
    replay = nil
    tell("live again")
  }

  /// Notes where both stand at the end of a turn.
  package mutating func note(at wall: Microseconds) {
    live?.note(at: wall, isComplete: isLiveComplete)
    replay?.note(at: wall, isComplete: isReplayComplete)
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

  /// Looks at a recording that is being written, here or by another program, once a quarter
  /// second.
  private mutating func follow(at wall: Microseconds) throws(SessionError) {
    guard replay?.isGrowing == true, wall - lastRefresh > TimeUnit.second / 4 else { return }
    lastRefresh = wall
    try replay?.refresh(at: wall)
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

  mutating func tell(_ text: String, applied: Intervention? = nil) {
    notice = SessionStatus.Notice(number: notice.number + 1, text: text, applied: applied)
  }

  /// Does something with a file, and tells what goes wrong.
  ///
  /// Returns whether nothing did.
  @discardableResult
  mutating func attempt(
    _ body: (inout SessionDeck) throws(SessionError) -> Void
  ) -> Bool {
    do throws(SessionError) {
      try body(&self)
      return true
    } catch {
      tell("\(error)")
      return false
    }
  }
}
