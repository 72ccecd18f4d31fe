import DequeModule
import Queueing

/// The waiting times of the last so many hours, to the hour, as a histogram.
///
/// Memory is in proportion to the waits in the window; adding takes amortized constant
/// time, reading time in the number of buckets.
struct RollingWaits: Sendable {
  private struct Entry: Sendable {
    let hour: UInt32
    let seconds: UInt32
  }

  /// Longer waits count as this long.
  private static let longest: Int64 = 400 * 86_400

  private let hours: Int64
  private var entries: Deque<Entry> = []
  private var histogram = Self.emptyHistogram

  init(hours: Int) { self.hours = Int64(hours) }

  private static var emptyHistogram: LogHistogram {
    LogHistogram(subBucketBits: 5, greatest: longest)
  }

  mutating func add(_ wait: Microseconds, hour: Int64) {
    expire(at: hour)
    let seconds = min(wait / TimeUnit.second, Self.longest)
    entries.append(
      Entry(hour: UInt32(truncatingIfNeeded: hour), seconds: UInt32(truncatingIfNeeded: seconds)))
    histogram.add(seconds)
  }

  /// The waits in seconds that are in the windows of several at an hour.
  static func histogram(of many: [RollingWaits], at hour: Int64) -> LogHistogram {
    var sum = emptyHistogram
    for one in many where !one.entries.isEmpty {
      var current = one
      current.expire(at: hour)
      sum.merge(current.histogram)
    }
    return sum
  }

  /// A quantile of the histogram as a span.
  static func span(seconds: Double) -> Microseconds {
    Microseconds((seconds * Double(TimeUnit.second)).rounded())
  }

  private mutating func expire(at hour: Int64) {
    while let oldest = entries.first, Int64(oldest.hour) <= hour - hours {
      histogram.remove(Int64(oldest.seconds))
      entries.removeFirst()
    }
  }
}
