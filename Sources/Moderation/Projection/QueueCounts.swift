import Queueing

/// The jobs of some parts of a queue and what happened there: counts that add up.
struct QueueCounts {
  /// Decided within the target of the time and after it, since the start.
  var onTime = 0
  var late = 0
  /// In the window of rates.
  var recentArrivals = 0
  var recentDecisions = 0
  /// In the last 24 hours.
  var dayOnTime = 0
  var dayLate = 0
  var dayClaims = 0
  /// Open now.
  var waiting = 0
  var inReview = 0
  var overdue = 0
  /// Since when the longest waiting job has been waiting; nil when none waits.
  var oldest: Microseconds?

  static func += (left: inout QueueCounts, right: QueueCounts) {
    left.onTime += right.onTime
    left.late += right.late
    left.recentArrivals += right.recentArrivals
    left.recentDecisions += right.recentDecisions
    left.dayOnTime += right.dayOnTime
    left.dayLate += right.dayLate
    left.dayClaims += right.dayClaims
    left.waiting += right.waiting
    left.inReview += right.inReview
    left.overdue += right.overdue
    if let other = right.oldest { left.oldest = min(left.oldest ?? other, other) }
  }
}
