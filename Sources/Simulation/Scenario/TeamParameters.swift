import Moderation
import Queueing

/// The moderators of a team, and how they decide.
package struct TeamParameters: Sendable {
  /// The team's queues, by index, in the order in which a free moderator looks into them.
  package let queues: [Int]
  /// The probability that a decision agrees with the truth.
  package let accuracy: Graded<Double>
  /// How much longer than a first review the team takes.
  package let handlingFactor: Graded<Double>
  /// They cover the day without gap or overlap, in order, in the scenario's zone.
  package let shifts: [Shift]
  /// Nil when nobody takes breaks.
  package let breaks: BreakParameters?
  /// Minutes with violating material after which a moderator's shift is over; nil for no cap.
  package let exposureCapMinutes: Graded<Double>?
  /// Nil when every claimed job is decided.
  package let locks: LockParameters?
}

/// A part of the day with a number of moderators on duty over all signatories.
package struct Shift: Sendable {
  /// Microseconds since midnight.
  package let start: Microseconds
  package let end: Microseconds
  package let moderators: Graded<Int>
  /// The fewest that a station has.
  package let minimum: Int
}

/// Wellness breaks.
package struct BreakParameters: Sendable {
  /// Minutes of review after which a break is due.
  package let everyMinutes: Graded<Double>
  package let minutes: Graded<Double>
}

/// Claims that come to nothing.
package struct LockParameters: Sendable {
  /// Of the claimed jobs, those that are not decided.
  package let lapseShare: Graded<Double>
  /// After how long the lock on such a job lapses, in minutes.
  package let minutes: Graded<Double>
}

/// What happens in review beside a first decision.
package struct ReviewParameters: Sendable {
  /// Of the first reviews, those that the moderator passes on to the escalation queue.
  package let escalationShare: Graded<Double>
  /// Of the first decisions, those that are reviewed a second time.
  package let secondReviewShare: Graded<Double>
  /// The mean of the exponential time after which the owner takes down a subject that
  /// waits for a first decision, in hours; nil when owners never do.
  package let withdrawalMeanHours: Graded<Double>?
}
