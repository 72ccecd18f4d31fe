import Moderation

/// A series as a graph of so many days shows it: a value for each run of hours.
struct Trend {
  /// What one value says about its hours.
  enum Form {
    /// How many there were in all.
    case sum
    /// The greatest of them.
    case peak
  }

  /// Oldest first; the last run ends now.
  let values: [Int]
  /// The hours of a run.
  let hours: Int
  private let form: Form

  /// The last `days` days in at most `points` runs.
  init(_ series: HourlySeries, as form: Form, days: Int, points: Int) {
    let least = (days * 24 + max(1, points) - 1) / max(1, points)
    // Runs that divide a day are easier to read.
    let hours = [1, 2, 3, 4, 6, 8, 12, 24].first { $0 >= least } ?? (least + 23) / 24 * 24
    let count = min(points, days * 24 / hours)
    self.hours = hours
    self.form = form
    values =
      switch form {
      case .sum: series.sums(of: hours, newest: count)
      case .peak: series.peaks(of: hours, newest: count)
      }
  }

  /// The values, each repeated so that they fill so many points.
  func stretched(to points: Int) -> [Int] {
    guard !values.isEmpty, points > values.count else { return values }
    return (0..<points).map { values[$0 * values.count / points] }
  }

  /// What a value of the graph is, in words.
  var caption: String {
    switch (form, hours) {
    case (.sum, 1): "each hour"
    case (.sum, 24): "each day"
    case (.sum, _): "each \(hours) h"
    case (.peak, 1): "hourly peak"
    case (.peak, 24): "daily peak"
    case (.peak, _): "peak of each \(hours) h"
    }
  }
}
