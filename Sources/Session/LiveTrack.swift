import Moderation
import Queueing
import Recording

/// A running simulation and its pace.
struct LiveTrack {
  var core: SessionCore
  private(set) var pace: Pace
  /// Why it is not recorded, although it was to be.
  private let refusal: String?

  init(_ core: SessionCore, pace: Pace, recordingRefusal: String? = nil) {
    self.core = core
    self.pace = pace
    refusal = recordingRefusal
  }

  var now: Microseconds { core.now }

  var recording: RecordingState {
    if let refusal { return .failed(refusal) }
    guard let recorder = core.recorder else { return .off }
    if let failure = recorder.failure { return .failed(failure.label) }
    return recorder.obstacle.map { .waiting($0.label) } ?? .on
  }

  /// Goes on to where the pace says, about `limit` events at most.
  ///
  /// Returns whether it got there, and whether anything happened.
  mutating func advance(at wall: Microseconds, limit: Int) -> (isComplete: Bool, hasMoved: Bool) {
    let horizon = pace.horizon(at: wall, reached: now)
    guard horizon > now, core.stop == nil else { return (true, false) }
    return (core.advance(to: horizon, limit: limit), true)
  }

  mutating func note(at wall: Microseconds, isComplete: Bool) {
    pace.note(reached: now, at: wall, isComplete: isComplete)
  }

  mutating func rebase(at wall: Microseconds) { pace.rebase(reached: now, at: wall) }

  mutating func togglePause(at wall: Microseconds) {
    pace.setPaused(!pace.isPaused, reached: now, at: wall)
  }

  mutating func setSpeed(_ speed: Speed, at wall: Microseconds) {
    pace.setSpeed(speed, reached: now, at: wall)
  }
}
