import Queueing

/// The waiting times in a queue over the last 24 hours, to the hour, as histograms.
///
/// The window is the difference of two running histograms, so that a wait is added to one
/// alone; an hour without a wait shares the memory of the one before.
struct RollingWaits: Sendable {
  static let hours: Int64 = 24

  /// Waits in seconds; longer ones than 400 days count as so long.
  static var emptyHistogram: LogHistogram {
    LogHistogram(subBucketBits: 5, greatest: 400 * 86_400)
  }

  /// All since the start.
  var total = emptyHistogram
  /// All until the start of each hour, by hour modulo `hours`.
  var marks = Array(repeating: emptyHistogram, count: Int(hours))
  var hour: Int64 = 0

  mutating func add(_ wait: Microseconds) { total.add(wait / TimeUnit.second) }

  /// To be called at each hour, or before the next wait.
  mutating func startHour(_ newHour: Int64) {
    for passed in max(hour, newHour - Self.hours) + 1...newHour {
      marks[Int(passed % Self.hours)] = total
    }
    hour = newHour
  }

  /// The waits of the window, in seconds.
  var recent: LogHistogram {
    var difference = total
    difference.remove(marks[Int((hour + 1) % Self.hours)])
    return difference
  }
}
