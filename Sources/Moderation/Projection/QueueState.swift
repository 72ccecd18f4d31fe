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

extension QueueState {
  /// The state of the lanes that make up a queue.
  init(of lanes: [Lane], target: Microseconds, now: Microseconds) {
    let minute = now / TimeUnit.minute
    let hour = now / TimeUnit.hour
    waiting = lanes.reduce(0) { $0 + $1.waiting.count }
    inReview = lanes.reduce(0) { $0 + $1.inReview.count }
    oldest = lanes.compactMap(\.waiting.oldest).min().map { now - $0 }
    let window = Double(min(Int64(LaneActivity.minutes), minute + 1))
    arrivalsPerMinute =
      Double(lanes.reduce(0) { $0 + $1.activity.arrivals.sum(at: minute) }) / window
    decisionsPerMinute =
      Double(lanes.reduce(0) { $0 + $1.activity.decisions.sum(at: minute) }) / window
    let waits = RollingWaits.histogram(of: lanes.map(\.activity.waits), at: hour)
    waitP50 = waits.quantile(0.5).map(RollingWaits.span(seconds:))
    waitP95 = waits.quantile(0.95).map(RollingWaits.span(seconds:))
    let onTime = lanes.reduce(0) { $0 + $1.activity.onTime.sum(at: hour) }
    let late = lanes.reduce(0) { $0 + $1.activity.late.sum(at: hour) }
    let due = onTime + late + lanes.reduce(0) { $0 + $1.count(before: now - target) }
    onTimeShare = due == 0 ? nil : Double(onTime) / Double(due)
  }
}
