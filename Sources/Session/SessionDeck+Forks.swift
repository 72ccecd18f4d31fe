import Moderation
import Queueing
import Recording

/// Leaving a recording, and ending one.
extension SessionDeck {
  /// Simulates the recording again up to the playhead and goes on from there.
  ///
  /// What was live behind it ends here.
  mutating func fork(at wall: Microseconds) {
    guard let instant = replay?.now else { return tell("fork from a recording: look back first") }
    if live != nil, !isForkConfirmed {
      isForkConfirmed = true
      return tell("F once more: the live session ends, its recording stays")
    }
    do {
      guard let fork = try coreOfFork() else { return }
      close()
      replay = nil
      live = LiveTrack(
        fork,
        pace: Pace(speed: .oneHour, opening: instant, pausesAtOpening: true, at: wall))
      forkedAt = instant
      let isRecorded = fork.recorder != nil
      tell("a fork\(isRecorded ? "" : ", not recorded"): change something, then Space goes on")
    } catch {
      tell("cannot fork: \((error as? SessionError)?.label ?? "\(error)")")
    }
  }

  /// The recording simulated again up to the playhead; nil when none is looked at.
  ///
  /// Nothing of the recording is kept: while somebody reads a file it cannot be closed.
  private func coreOfFork() throws -> SessionCore? {
    guard let replay else { return nil }
    return try core(forkedFrom: replay.session, at: replay.now)
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

  /// What records the live session; nil when nothing does.
  var recorder: Recorder? { live?.core.recorder }

  /// Ends the recording of the live session, and any look into it: while somebody reads
  /// the file it cannot become one that stands alone.
  package mutating func close() {
    guard let recorder else { return }
    replay = nil
    let problem = recorder.close()
    failure = failure ?? problem
    recorded.append(recorder.path)
  }
}
