import DequeModule
import Queueing

/// The waiting times of the last 24 hours, to the hour, as a histogram.
///
/// Memory is in proportion to the waits of a day; adding takes constant time,
/// a quantile time in the number of buckets.
struct RollingWaits: Sendable {
  private struct Entry: Sendable {
    let hour: UInt32
    let seconds: UInt32
  }

  private static let hours: Int64 = 24
  /// Longer waits count as this long.
  private static let longest: Int64 = 400 * 86_400

  private var entries: Deque<Entry> = []
  private var histogram = LogHistogram(subBucketBits: 5, greatest: longest)

  mutating func add(_ wait: Microseconds, hour: Int64) {
    expire(before: hour - Self.hours + 1)
    let seconds = min(wait / TimeUnit.second, Self.longest)
    entries.append(
      Entry(hour: UInt32(truncatingIfNeeded: hour), seconds: UInt32(truncatingIfNeeded: seconds)))
    histogram.add(seconds)
  }

  /// The quantile among the waits that are in the window at an hour; nil without any.
  func quantile(_ share: Double, hour: Int64) -> Microseconds? {
    guard let newest = entries.last else { return nil }
    var current = self
    if Int64(newest.hour) < hour { current.expire(before: hour - Self.hours + 1) }
    return current.histogram.quantile(share).map {
      Microseconds(($0 * Double(TimeUnit.second)).rounded())
    }
  }

  private mutating func expire(before hour: Int64) {
    while let oldest = entries.first, Int64(oldest.hour) < hour {
      histogram.remove(Int64(oldest.seconds))
      entries.removeFirst()
    }
  }
}
