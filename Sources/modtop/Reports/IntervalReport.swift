import Dashboard
import Queueing

/// A mean with its interval.
struct IntervalReport: Encodable {
  let mean: Double
  let low: Double
  let high: Double

  init(_ interval: ConfidenceInterval) {
    mean = interval.estimate
    low = interval.lowerBound
    high = interval.upperBound
  }

  /// Whether the mean cannot be told from 0.
  var holdsZero: Bool { low <= 0 && high >= 0 && low < high }

  /// The mean and half the length of the interval, with the same decimals.
  var text: String {
    let half = (high - low) / 2
    let decimals = MetricText.decimals(of: max(abs(mean), abs(half)))
    return "\(MetricText.number(mean, decimals)) ± \(MetricText.number(half, decimals))"
  }
}
