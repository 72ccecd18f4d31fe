@testable import Simulation

/// A scalar as JSON has it.
enum JSONScalar: Equatable {
  case null
  case flag(Bool)
  case number(Double)
  case string(String)
}

extension FileTree {
  /// What a scalar is by the core schema of YAML 1.2; nil when it is none.
  var json: JSONScalar? {
    guard case .scalar(let text, let isQuoted) = content else { return nil }
    if isQuoted { return .string(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .flag(true)
    case "false", "False", "FALSE": return .flag(false)
    default:
      guard text.utf8.allSatisfy({ Self.numberBytes.contains($0) }), let number = Double(text)
      else { return .string(text) }
      return .number(number)
    }
  }

  private static let numberBytes = Set("0123456789+-.eE".utf8)

  /// The elements of a list, or the value itself.
  var elements: [FileTree] {
    if case .list(let elements) = content { elements } else { [self] }
  }

  func isOf(type: String) -> Bool {
    switch (content, type) {
    case (.mapping, "object"), (.list, "array"): return true
    default:
      switch (json, type) {
      case (.number, "number"), (.string, "string"), (.flag, "boolean"), (.null, "null"):
        return true
      case (.number(let number), "integer"): return number == number.rounded()
      default: return false
      }
    }
  }

  static func quoted(_ text: String) -> FileTree {
    FileTree(content: .scalar(text, isQuoted: true), place: Place(file: "test"))
  }

  static func plain(_ text: String) -> FileTree {
    FileTree(content: .scalar(text, isQuoted: false), place: Place(file: "test"))
  }
}
