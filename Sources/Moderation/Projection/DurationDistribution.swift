import Queueing

/// Durations of one sort, as a histogram of seconds.
struct DurationDistribution: Sendable {
  var histogram = LogHistogram(subBucketBits: 5, greatest: 400 * 86_400)
  var seconds = 0.0

  mutating func add(_ duration: Microseconds) {
    histogram.add(duration / TimeUnit.second)
    seconds += Double(duration) / Double(TimeUnit.second)
  }

  mutating func add(seconds duration: UInt32) {
    histogram.add(Int64(duration))
    seconds += Double(duration)
  }

  mutating func merge(_ other: DurationDistribution) {
    histogram.merge(other.histogram)
    seconds += other.seconds
  }

  var summary: DurationSummary {
    DurationSummary(
      count: histogram.count,
      mean: histogram.count == 0 ? nil : seconds / Double(histogram.count),
      median: histogram.quantile(0.5), p95: histogram.quantile(0.95))
  }
}

/// What a screen or an export tells about durations; all in seconds, nil without any.
package struct DurationSummary: Equatable, Sendable {
  package let count: Int
  /// Exact; the quantiles are within 3.2 %.
  package let mean: Double?
  package let median: Double?
  package let p95: Double?
}
