import Moderation
import Queueing
import Recording

/// Leaving a recording, and ending one.
extension SessionDeck {
  /// Simulates the recording again up to the playhead and goes on from there.
  ///
  /// What was live behind it ends here.
  mutating func fork(at wall: Microseconds) {
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
}
