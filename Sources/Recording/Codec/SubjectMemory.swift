import Moderation
import Queueing

/// What the events of a chunk so far have told about a subject.
///
/// Writer and reader keep the same memories, so that an event need only say where it
/// differs from what they lead to expect. A wrong expectation costs bytes and nothing else.
struct SubjectMemory {
  let subject: Subject
  private(set) var standing = Standing.arriving
  private(set) var flags = Transition.Flags.none
  private(set) var placement: Placement?
  /// When it was uploaded, as far as whole seconds tell.
  private var uploaded: Microseconds
  /// When it was first flagged; nil while it was not.
  private var flagged: Microseconds?
  /// Views still to come when they were last told.
  private(set) var ahead: Float = 0
  /// The same when it last became visible.
  private var shown: Float = 0
  /// Views that it had had when it was last hidden.
  private var seen: Float = 0

  init(_ subject: Subject, at time: Microseconds) {
    self.subject = subject
    uploaded = time
  }

  @inline(__always)
  func age(at time: Microseconds) -> UInt32 {
    UInt32(truncatingIfNeeded: (time &- uploaded) / TimeUnit.second)
  }

  @inline(__always)
  func sinceFlag(at time: Microseconds) -> UInt32 {
    guard let flagged else { return 0 }
    return UInt32(truncatingIfNeeded: (time &- flagged) / TimeUnit.second)
  }

  /// Views until a transition from a standing, when so many are still to come.
  @inline(__always)
  func seen(from standing: Standing, ahead: Float) -> Float {
    seen + (standing.isVisible ? shown - ahead : 0)
  }

  @inline(__always)
  mutating func note(_ transition: Transition, at time: Microseconds) {
    if transition.age != age(at: time) {
      uploaded = time &- Microseconds(transition.age) * TimeUnit.second
    }
    if transition.sinceFlag != sinceFlag(at: time) {
      flagged = time &- Microseconds(transition.sinceFlag) * TimeUnit.second
    }
    flags = transition.flags
    standing = transition.to
    if transition.ahead.bitPattern == 0, transition.seen.bitPattern == 0 { return }
    ahead = transition.ahead
    switch (transition.from.isVisible, transition.to.isVisible) {
    case (true, false): seen = transition.seen
    case (false, true): shown = transition.ahead
    case (true, true), (false, false): break
    }
  }

  /// Whoever waits in a queue was flagged, at the latest when he entered it.
  @inline(__always)
  mutating func noteQueued(_ placement: Placement, at time: Microseconds) {
    if flagged == nil { flagged = time }
    self.placement = placement
  }

  @inline(__always)
  mutating func note(_ placement: Placement) { self.placement = placement }
}
