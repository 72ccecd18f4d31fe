import Queueing

/// What a row of the queue table shows.
package struct QueueState: Equatable, Sendable {
  package let waiting: Int
  package let inReview: Int
  /// How long the longest waiting subject has been waiting; nil when none waits.
  package let oldest: Microseconds?
  /// Subjects that entered the queue, a minute, over the last hour.
  package let arrivalsPerMinute: Double
  /// Decisions a minute, over the last hour.
  package let decisionsPerMinute: Double
  /// The median time from entering the queue to a moderator, over the last 24 hours
  /// and as of the start of the review; nil when no review started.
  package let waitP50: Microseconds?
  /// The 95th percentile of the same.
  package let waitP95: Microseconds?
  /// Of the decisions of the last 24 hours and the subjects that are overdue now,
  /// the share that was decided within the review target; nil when there are none.
  package let onTimeShare: Double?
}
