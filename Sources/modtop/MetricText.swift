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
