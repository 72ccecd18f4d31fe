import Dispatch
import Foundation
import Moderation
import Queueing
import Synchronization

/// Writes a session into a file while it goes on, on a queue of its own.
///
/// What happened is in the file a quarter of a second later at the latest. The session
/// never waits for the disk until the backlog is full; then it waits until all of it is
/// written, so that no event is ever lost. While another program holds the file it is
/// written later, and `obstacle` says so. When writing fails the recording is over, what is
/// in the file stays, and `failure` says why.
package final class Recorder: Sendable {
  /// As many events may wait to be written: some 4 MB, and a tenth of a second of the
  /// fastest session.
  package static let backlogLimit = 65_536
  /// From the first event that waits to the commit.
  private static let delay = DispatchTimeInterval.milliseconds(100)
  /// More is committed at once.
  private static let batch = 1 << 20
  /// More may not wait for another program to let go of the file.
  private static let heldLimit = 64 << 20
  /// For how long the end of a recording waits for it.
  private static let patience = 10.0

  /// Only touched on the queue.
  private struct State {
    /// Nil once the recording is over.
    var writer: SessionWriter?
    var isCommitDue = false
    var schedule = KeyframeSchedule()
  }

  package let path: String
  private let queue = DispatchQueue(label: "modtop.recorder", qos: .utility)
  private let state: Mutex<State>
  private let backlog = Atomic(0)
  /// How many events there are when the schedule is asked again; it alone decides, on the
  /// queue, so that nothing hangs on how fast that is.
  private let keyframeDue = Atomic(KeyframeSchedule.soonest)
  private let waitingKeyframes = Atomic(0)
  /// As many copies of the state may wait to be written, of some 30 bytes for each open job.
  private static let keyframeLimit = 6
  /// With more open jobs, one at a time.
  private static let fewJobs = 50_000
  private let firstFailure = Mutex<SessionError?>(nil)
  private let present = Mutex<SessionError?>(nil)
  /// Whether the recording is to end, so that nothing may wait for ever.
  private let isEnding = Atomic(false)

  /// Creates the file; see `SessionWriter` for the limit.
  package init(
    creating path: String, header: SessionHeader, facts: ScenarioFacts, pageLimit: Int? = nil
  ) throws(SessionError) {
    self.path = path
    let writer = try SessionWriter(
      creating: path, header: header, facts: facts, pageLimit: pageLimit)
    state = Mutex(State(writer: writer))
  }

  /// Why the recording is over before its end; nil while it is not.
  package var failure: SessionError? { firstFailure.withLock { $0 } }

  /// What keeps it from writing now, and will not for ever; nil while nothing does.
  package var obstacle: SessionError? { present.withLock { $0 } }

  /// Records what happened up to an instant.
  ///
  /// Calls must come in order.
  package func record(_ events: [Event], through reached: Microseconds) {
    guard failure == nil else { return }
    let waiting = backlog.add(events.count, ordering: .relaxed).newValue
    queue.async { self.write(events, through: reached) }
    if waiting > Self.backlogLimit { queue.sync {} }
  }

  /// Records the state after all events so far, if a keyframe may be due.
  ///
  /// The state is written on the queue, from a copy; when too many wait there, so does the
  /// session.
  package func record(stateOf projection: Projection) {
    let events = projection.fingerprint.events
    guard events >= keyframeDue.load(ordering: .relaxed), failure == nil else { return }
    let limit = projection.waitingJobs > Self.fewJobs ? 1 : Self.keyframeLimit
    if waitingKeyframes.load(ordering: .relaxed) >= limit { queue.sync {} }
    waitingKeyframes.add(1, ordering: .relaxed)
    keyframeDue.store(events + KeyframeSchedule.soonest, ordering: .relaxed)
    queue.async { self.write(projection) }
  }

  /// Records a marker.
  package func addMarker(at time: Microseconds, note: String) {
    queue.async {
      self.withWriter { $0.appendMarker(at: time, note: note) }
      self.scheduleCommit()
    }
  }

  /// Writes everything that waits; returns once it is in the file.
  package func flush() { queue.sync { commit() } }

  /// Says that the recording is to end: nothing waits for another program any more.
  ///
  /// From any thread; `close()` itself may stand behind what waits.
  package func prepareToClose() { isEnding.store(true, ordering: .relaxed) }

  /// Ends the recording; returns once the file is complete, or with what went wrong.
  @discardableResult
  package func close() -> SessionError? {
    prepareToClose()
    queue.sync {
      wait(atMost: Self.patience) {
        withWriter { writer throws(SessionError) in
          try writer.close()
          present.withLock { $0 = nil }
        }
      }
      state.withLock { $0.writer = nil }
    }
    // What could not be written by now never will be.
    return failure ?? obstacle
  }

  // MARK: On the queue

  private func write(_ events: [Event], through reached: Microseconds) {
    backlog.subtract(events.count, ordering: .relaxed)
    var isFull = false
    withWriter { writer in
      for event in events { writer.append(event) }
      writer.advance(to: reached)
      isFull = writer.pendingBytes >= Self.batch
    }
    // While another program holds the file each attempt takes its time: one is scheduled.
    if isFull, obstacle == nil { commit() } else { scheduleCommit() }
    // Nobody can hold more than that in memory: now the session waits.
    while isHeld, !isEnding.load(ordering: .relaxed) {
      Self.waitABit()
      commit()
    }
  }

  /// Whether more waits than may while another program holds the file.
  private var isHeld: Bool {
    guard obstacle != nil else { return false }
    return state.withLock { ($0.writer?.pendingBytes ?? 0) > Self.heldLimit }
  }

  /// Does something again and again until no other program holds the file.
  private func wait(atMost seconds: Double, _ body: () -> Void) {
    let end = DispatchTime.now() + seconds
    body()
    while obstacle != nil, DispatchTime.now() < end {
      Self.waitABit()
      body()
    }
  }

  /// A tenth of a second: SQLite does not tell when another program lets go of a file, so one
  /// has to look again.
  private static func waitABit() { usleep(100_000) }

  private func write(_ projection: Projection) {
    defer { waitingKeyframes.subtract(1, ordering: .relaxed) }
    state.withLock { state in
      guard let writer = state.writer,
        projection.fingerprint.events >= state.schedule.next
      else { return }
      let keyframe = Keyframe(of: projection)
      let isPlaced = state.schedule.place(
        size: keyframe.state.count, at: keyframe.events, eventBytes: writer.eventBytes)
      if isPlaced {
        writer.append(hoursOf: projection)
        writer.append(keyframe)
      }
    }
    scheduleCommit()
  }

  private func scheduleCommit() {
    let isScheduled = state.withLock { state in
      defer { state.isCommitDue = true }
      return state.isCommitDue
    }
    if !isScheduled { queue.asyncAfter(deadline: .now() + Self.delay) { self.commit() } }
  }

  private func commit() {
    state.withLock { $0.isCommitDue = false }
    withWriter { writer throws(SessionError) in
      try writer.commit()
      present.withLock { $0 = nil }
    }
    if obstacle != nil { scheduleCommit() }
  }

  /// Does something with the writer, unless the recording is over; when it fails it is, but
  /// for what another program is in the way of.
  private func withWriter(_ body: (SessionWriter) throws(SessionError) -> Void) {
    state.withLock { state in
      guard let writer = state.writer else { return }
      do throws(SessionError) {
        try body(writer)
      } catch  where error.reason == .busy || error.reason == .shared {
        present.withLock { $0 = error }
      } catch {
        state.writer = nil
        present.withLock { $0 = nil }
        firstFailure.withLock { $0 = $0 ?? error }
      }
    }
  }
}
