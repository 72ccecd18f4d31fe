import Dashboard
import Moderation

/// Metrics and their values in tables and exports.
enum MetricText {
  /// A number with as many digits as say something: whole from 100 on, with separators.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "–" }
    if value == value.rounded() || abs(value) >= 100 {
      return Dashboard.Format.count(Int(value.rounded()))
    }
    if abs(value) >= 0.1 { return Dashboard.Format.fixed(value, 3) }
    return abs(value) >= 0.0001 ? Dashboard.Format.fixed(value, 5) : "\(value)"
  }

  /// A number with so many decimals, with separators where it has none.
  static func number(_ value: Double, _ decimals: Int) -> String {
    guard decimals == 0, value.isFinite, abs(value) < 1e15 else {
      return Dashboard.Format.fixed(value, decimals)
    }
    return Dashboard.Format.count(Int(value.rounded()))
  }

  /// How many decimals of a number say something: three digits of it are shown.
  static func decimals(of value: Double) -> Int {
    let limits: [(least: Double, decimals: Int)] = [(100, 0), (10, 1), (1, 2), (0.1, 3), (0.01, 4)]
    return limits.first { abs(value) >= $0.least }?.decimals ?? 6
  }

  /// A name in camel case as exports spell it.
  static func snakeCase(_ name: String) -> String {
    name.reduce(into: "") { text, character in
      if character.isUppercase { text.append("_") }
      text.append(character.lowercased())
    }
  }
}

extension RegimeMetric {
  /// The word in exports: snake case.
  var exportName: String { MetricText.snakeCase(rawValue) }
}
