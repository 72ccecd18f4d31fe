import Moderation

/// A series as a graph of so many days shows it.
enum Trend {
  /// Sums of the last `days` days in at most `points` equal runs of whole hours.
  static func values(_ series: HourlySeries, days: Int, points: Int) -> [Int] {
    let hours = hoursAPoint(days: days, points: points)
    return series.sums(of: hours, newest: min(points, days * 24 / hours))
  }

  /// Means instead of sums, for a series of levels.
  static func levels(_ series: HourlySeries, days: Int, points: Int) -> [Int] {
    let hours = hoursAPoint(days: days, points: points)
    return values(series, days: days, points: points).map { ($0 + hours / 2) / hours }
  }

  private static func hoursAPoint(days: Int, points: Int) -> Int {
    max(1, (days * 24 + points - 1) / max(1, points))
  }
}
