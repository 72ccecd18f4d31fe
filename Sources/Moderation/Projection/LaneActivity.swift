import Queueing

/// What happened in one queue lately: the moving part of its metrics.
struct LaneActivity: Sendable {
  /// The length of the windows of rates, in minutes.
  static let minutes = 60
  /// The length of the other windows, in hours.
  static let hours = 24

  private(set) var arrivals = RollingCount(buckets: minutes)
  private(set) var decisions = RollingCount(buckets: minutes)
  private(set) var onTime = RollingCount(buckets: hours)
  private(set) var late = RollingCount(buckets: hours)
  private(set) var waits = RollingWaits(hours: hours)

  mutating func noteArrival(minute: Int64) { arrivals.add(bucket: minute) }

  mutating func noteWait(_ wait: Microseconds, hour: Int64) { waits.add(wait, hour: hour) }

  mutating func noteDecision(minute: Int64, hour: Int64, isOnTime: Bool) {
    decisions.add(bucket: minute)
    if isOnTime { onTime.add(bucket: hour) } else { late.add(bucket: hour) }
  }
}
