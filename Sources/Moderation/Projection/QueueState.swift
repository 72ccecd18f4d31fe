import Queueing

/// What a row of the queue table shows.
package struct QueueState: Equatable, Sendable {
  package let waiting: Int
  package let inReview: Int
  /// Jobs that are open past the target.
  package let overdue: Int
  /// How long the longest waiting job has been waiting; nil when none waits.
  package let oldest: Microseconds?
  /// Jobs that entered the queue, a minute, over the last hour, give or take five minutes.
  package let arrivalsPerMinute: Double
  /// Decisions a minute, over the same time.
  package let decisionsPerMinute: Double
  /// The median time from entering the queue to a moderator, over the last 24 hours and
  /// as of the start of the review, of one signatory's part over the newest 1,024 at most;
  /// nil when no review started.
  package let waitP50: Microseconds?
  /// The 95th percentile of the same.
  package let waitP95: Microseconds?
  /// Of the decisions of the last 24 hours and the jobs that are overdue now,
  /// the share that was decided within the target; nil when there are none.
  package let onTimeShare: Double?
  /// The target now in force.
  package let target: Microseconds
  /// Decided within the target of the time, since the start.
  package let handledOnTime: Int
  /// Decided after it, since the start.
  package let handledLate: Int
  /// The busy time of the team that works on the queue as a share of its time on duty,
  /// over the last 24 hours; nil when nobody was on duty.
  package let utilization: Double?
}

extension QueueState {
  /// Of all decisions and the jobs that are overdue now, the share that was decided within
  /// the target; nil when there are none.
  package var attainment: Double? {
    handledOnTime.share(of: handledOnTime + handledLate + overdue)
  }

  /// Hours until nobody waits if decisions go on as in the last hour and nothing new comes
  /// in; nil when there were none.
  package var hoursToClear: Double? {
    if waiting == 0 { return 0 }
    return decisionsPerMinute > 0 ? Double(waiting) / (60 * decisionsPerMinute) : nil
  }

  /// - Parameter waits: in seconds.
  init(
    _ counts: QueueCounts, _ waits: LogHistogram, target: Microseconds, utilization: Double?,
    now: Microseconds
  ) {
    waiting = counts.waiting
    inReview = counts.inReview
    overdue = counts.overdue
    oldest = counts.oldest.map { now - $0 }
    let window = max(now - QueueActivity.rateWindow(at: now), TimeUnit.minute)
    let minutes = Double(window) / Double(TimeUnit.minute)
    arrivalsPerMinute = Double(counts.recentArrivals) / minutes
    decisionsPerMinute = Double(counts.recentDecisions) / minutes
    waitP50 = Self.quantile(0.5, of: waits)
    waitP95 = Self.quantile(0.95, of: waits)
    onTimeShare = counts.dayOnTime.share(
      of: counts.dayOnTime + counts.dayLate + counts.overdue)
    self.target = target
    handledOnTime = counts.onTime
    handledLate = counts.late
    self.utilization = utilization
  }

  private static func quantile(_ share: Double, of waits: LogHistogram) -> Microseconds? {
    waits.quantile(share).map { Microseconds(($0 * Double(TimeUnit.second)).rounded()) }
  }
}
