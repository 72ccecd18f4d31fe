import Moderation

/// A JSON value whose objects keep the order of their keys.
indirect enum JSONTree: Sendable {
  case object([(key: String, value: JSONTree)])
  case array([JSONTree])
  case string(String)
  case number(Double)
  case flag(Bool)

  static func strings(_ texts: [String]) -> JSONTree { .array(texts.map { .string($0) }) }

  /// Indented text; arrays and objects of few plain values stand on one line.
  func text(indentation: String = "") -> String {
    let deeper = indentation + "  "
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let number): return number.written
    case .flag(let flag): return "\(flag)"
    case .array(let values):
      let parts = values.map { $0.text(indentation: deeper) }
      let line = "[\(parts.joined(separator: ", "))]"
      if isPlain, line.count + indentation.count <= 80 { return line }
      return Self.lines(parts, "[", "]", indentation)
    case .object(let entries):
      let parts = entries.map { key, value in
        "\(Self.quoted(key)): \(value.text(indentation: deeper))"
      }
      let line = "{ \(parts.joined(separator: ", ")) }"
      if isPlain, line.count + indentation.count <= 80 { return entries.isEmpty ? "{}" : line }
      return Self.lines(parts, "{", "}", indentation)
    }
  }

  /// Whether all elements are scalars.
  private var isPlain: Bool {
    switch self {
    case .array(let values): values.allSatisfy { $0.isScalar }
    case .object(let entries): entries.allSatisfy { $0.value.isScalar }
    default: true
    }
  }

  private var isScalar: Bool {
    switch self {
    case .string, .number, .flag: true
    case .array, .object: false
    }
  }

  private static func lines(
    _ parts: [String], _ opening: String, _ closing: String, _ indentation: String
  ) -> String {
    let body = parts.map { "\(indentation)  \($0)" }.joined(separator: ",\n")
    return "\(opening)\n\(body)\n\(indentation)\(closing)"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
