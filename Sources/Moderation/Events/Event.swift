import Queueing

/// A logged fact: what happened, and when.
///
/// The log of a session is a sequence of events in the order of their times.
/// Everything that a screen, an export or a recording shows is a fold of it.
package struct Event: Equatable, Sendable {
  /// Microseconds since the start of the scenario.
  package let time: Microseconds
  package let fact: Fact

  package init(time: Microseconds, fact: Fact) {
    self.time = time
    self.fact = fact
  }
}

/// What an event says has happened.
package enum Fact: Equatable, Sendable {
  /// `count` lawful uploads of a kind passed screening unreported since the last such event.
  case passed(signatory: UInt16, kind: SubjectKind, count: UInt32)
  /// A subject arrived and was screened.
  case screened(Subject, ScreeningOutcome)
  /// A published subject was reported by a user and entered its review queue.
  case reported(Subject)
  /// A moderator took a waiting subject.
  case reviewStarted(Subject)
  /// The moderator decided.
  case decided(Subject, Decision)
  /// The owner of a removed subject asked for it back; it entered the appeals queue.
  case appealed(Subject)
  /// A moderator who had not decided on it before took an appeal.
  case appealStarted(Subject)
  /// That moderator decided.
  case appealDecided(Subject, AppealOutcome)
  /// A removal was found to be wrong without an appeal, and undone.
  case restored(Subject)
  /// A review team has this many moderators on duty from now on.
  case staffed(team: UInt16, moderators: UInt16)
}

/// What automated screening does with a subject, by its score.
package enum ScreeningOutcome: UInt8, Sendable {
  /// Below both thresholds: published.
  case passed
  /// Between the thresholds: waits for a moderator.
  case queued
  /// At or above the upper threshold: removed at once, no moderator saw it.
  case removed
}

/// What a moderator decides.
package enum Decision: UInt8, Sendable {
  case keep, remove
}

/// What becomes of an appeal.
package enum AppealOutcome: UInt8, Sendable {
  /// The removal stands.
  case upheld
  /// The subject is published again.
  case overturned
}
