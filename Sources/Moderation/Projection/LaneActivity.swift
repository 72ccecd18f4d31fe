import Queueing

/// What happened in one queue lately: the moving part of its metrics.
struct LaneActivity: Sendable {
  private static let minutes = 60
  private static let hours = 24

  private var arrivals = RollingCount(buckets: minutes)
  private var decisions = RollingCount(buckets: minutes)
  private var onTime = RollingCount(buckets: hours)
  private var late = RollingCount(buckets: hours)
  private var waits = RollingWaits()

  mutating func noteArrival(minute: Int64) { arrivals.add(bucket: minute) }

  mutating func noteWait(_ wait: Microseconds, hour: Int64) { waits.add(wait, hour: hour) }

  mutating func noteDecision(minute: Int64, hour: Int64, isOnTime: Bool) {
    decisions.add(bucket: minute)
    if isOnTime { onTime.add(bucket: hour) } else { late.add(bucket: hour) }
  }

  /// The row of the queue table at an instant.
  func state(
    waiting: Int, inReview: Int, oldest: Microseconds?, overdue: Int, now: Microseconds
  ) -> QueueState {
    let minute = now / TimeUnit.minute
    let hour = now / TimeUnit.hour
    let window = Double(min(Int64(Self.minutes), minute + 1))
    let onTime = self.onTime.sum(at: hour)
    let due = onTime + late.sum(at: hour) + overdue
    return QueueState(
      waiting: waiting, inReview: inReview, oldest: oldest,
      arrivalsPerMinute: Double(arrivals.sum(at: minute)) / window,
      decisionsPerMinute: Double(decisions.sum(at: minute)) / window,
      waitP50: waits.quantile(0.5, hour: hour), waitP95: waits.quantile(0.95, hour: hour),
      onTimeShare: due == 0 ? nil : Double(onTime) / Double(due))
  }
}
