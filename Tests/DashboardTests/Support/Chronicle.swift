import Moderation
import Queueing

/// Writes the log of a regime down, in whatever order the subjects come to mind.
struct Chronicle {
  private var events: [(time: Microseconds, fact: Fact)] = []
  private var nextID: UInt32 = 0

  /// The events in the order of their times.
  var log: [Event] {
    events.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map { Event(time: $0.element.time, fact: $0.element.fact) }
  }

  mutating func note(_ hours: Double, _ fact: Fact) {
    events.append((Microseconds(hours * Double(TimeUnit.hour)), fact))
  }

  mutating func subject(
    at signatory: Int, _ kind: SubjectKind, policy: Int, _ truth: Truth,
    _ origin: Origin = .original
  ) -> Subject {
    defer { nextID += 1 }
    return Subject(
      id: nextID, signatory: signatory, kind: kind, policy: policy, truth: truth, origin: origin)
  }

  /// A change without a moderator.
  mutating func change(
    _ subject: Subject, _ hours: Double, _ from: Standing, _ to: Standing, _ cause: Cause,
    age: Double = 0
  ) {
    note(
      hours,
      .changed(
        subject,
        Transition(
          from: from, to: to, cause: cause, seen: Float(40 * age), ahead: 60,
          age: UInt32(age * 3_600))))
  }

  /// The subject waits from the start on; once claimed it is decided 1.2 minutes later.
  ///
  /// - Parameter wait: hours until a moderator claims it; nil when nobody does.
  mutating func review(
    _ subject: Subject, _ hours: Double, _ source: ReviewSource, queue: Int, wait: Double?,
    from: Standing, to: Standing, cause: Cause, flags: Transition.Flags = []
  ) {
    let waiting: Standing = source.isFirstReview ? .undecided : from
    let place = Placement(
      queue: queue, source: source, since: Microseconds(hours * Double(TimeUnit.hour)))
    note(
      hours,
      .queued(
        subject,
        Transition(from: from, to: waiting, cause: entry(source), flags: flags, ahead: 80),
        place))
    guard let wait else { return }
    note(hours + wait, .claimed(subject, place))
    let seconds = UInt32(wait * 3_600)
    note(
      hours + wait + 0.02,
      .decided(
        subject,
        Transition(
          from: waiting, to: to, cause: cause, flags: flags, seen: Float(30 * wait), ahead: 50,
          age: seconds, sinceFlag: seconds), place))
  }

  private func entry(_ source: ReviewSource) -> Cause {
    switch source {
    case .screening: .screening
    case .report: .report
    case .trustedReport: .trustedReport
    case .order: .order
    case .escalation: .escalation
    case .secondReview: .secondReview
    // What is appealed here was removed by screening.
    case .appeal: .screening
    }
  }
}
