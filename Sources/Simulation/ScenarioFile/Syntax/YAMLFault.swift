import Yams

/// What the YAML library says is wrong with a text, in words for its writer.
struct YAMLFault {
  private let file: String
  /// Marks count these.
  private let scalars: [Unicode.Scalar]

  init(in text: String, file: String) {
    self.file = file
    scalars = Array(text.unicodeScalars)
  }

  func error(_ error: YamlError) -> ScenarioError {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return self.error(problem, at: mark, in: context)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return duplicate(duplicates, first: place(context.mark))
    case .reader(let problem, _, _, _):
      guard let index = scalars.firstIndex(where: { !Self.isAllowed($0) }) else {
        return ScenarioError(Place(file: file), "YAML: \(problem)")
      }
      let code = String(scalars[index].value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
      return ScenarioError(place(of: index), "the control character U+\(padded)")
    default:
      let line = "\(error)".split(separator: "\n").first.map(String.init) ?? ""
      return ScenarioError(Place(file: file), "YAML: \(line)")
    }
  }

  private func error(
    _ problem: String, at mark: Mark, in context: YamlError.Context?
  ) -> ScenarioError {
    // The library names the function with which a program would set it.
    if problem.contains("nesting level") {
      return ScenarioError(place(mark), "YAML: lists and mappings are nested too deep")
    }
    guard let context, let opening = Self.opening(context.text), mark.line > context.mark.line
    else { return ScenarioError(place(mark), "YAML: \(problem)") }
    let isAtEnd = (index(of: place(mark)) ?? scalars.count) >= scalars.count
    let detail =
      isAtEnd ? "" : ", or what is in it goes wrong \(place(mark).whereabouts): \(problem)"
    return ScenarioError(place(context.mark), "YAML: the \(opening) here is not closed\(detail)")
  }

  /// What opens the part of a text that a fault was found in, if it has to be closed.
  private static func opening(_ context: String) -> String? {
    let openings = [
      ("flow mapping", "\"{\""), ("flow sequence", "\"[\""), ("quoted scalar", "quote"),
    ]
    return openings.first { context.contains($0.0) }?.1
  }

  /// Which characters YAML lets through: all that print, and line breaks.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  // MARK: Keys that stand twice

  private func duplicate(_ keys: [String], first: Place) -> ScenarioError {
    let names = "key \"\(keys.joined(separator: "\", \""))\" stands twice"
    guard let key = keys.first, let start = index(of: first),
      let second = isInBraces(start)
        ? secondInBraces(key, from: start) : secondInBlock(key, first, from: start)
    else { return ScenarioError(first, names) }
    return ScenarioError(place(of: second), "\(names), first \(first.whereabouts)")
  }

  private func isInBraces(_ start: Int) -> Bool {
    let before = scalars[..<start].last { !$0.properties.isWhitespace }
    return before == "{" || before == ","
  }

  /// The key once more on its level of the same braces.
  private func secondInBraces(_ key: String, from start: Int) -> Int? {
    var depth = 0
    var quote: Unicode.Scalar?
    var index = start
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if let open = quote {
        if scalar == open { quote = nil }
        continue
      }
      switch scalar {
      case "\"", "'": quote = scalar
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      default: break
      }
      if depth < 0 { return nil }
      guard scalar == ",", depth == 0 else { continue }
      while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
      if isKey(key, at: index) { return index }
    }
    return nil
  }

  /// The key once more in a line with the same indentation, before any with less.
  private func secondInBlock(_ key: String, _ first: Place, from start: Int) -> Int? {
    guard let column = first.column else { return nil }
    var index = start
    while let end = scalars[index...].firstIndex(of: "\n") {
      let lineStart = end + 1
      guard let word = scalars[lineStart...].firstIndex(where: { $0 != " " }) else { return nil }
      index = lineStart
      if scalars[word] == "\n" || scalars[word] == "#" || scalars[word] == "\r" { continue }
      if word - lineStart < column - 1 { return nil }
      if word - lineStart == column - 1, isKey(key, at: word) { return word }
    }
    return nil
  }

  private func isKey(_ key: String, at start: Int) -> Bool {
    let written = [key, "\"\(key)\"", "'\(key)'"].map { Array($0.unicodeScalars) }
    return written.contains { key in
      guard scalars[start...].starts(with: key) else { return false }
      return scalars[(start + key.count)...].first { $0 != " " } == ":"
    }
  }

  // MARK: Places

  private func place(_ mark: Mark) -> Place {
    Place(file: file, line: mark.line, column: mark.column)
  }

  private func place(of index: Int) -> Place {
    let before = scalars[..<index]
    let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return Place(
      file: file, line: before.count { $0 == "\n" } + 1, column: index - lineStart + 1)
  }

  /// Nil when there is no such line.
  private func index(of place: Place) -> Int? {
    guard let line = place.line, let column = place.column else { return nil }
    var start = 0
    for _ in 1..<max(1, line) {
      guard let end = scalars[start...].firstIndex(of: "\n") else { return nil }
      start = end + 1
    }
    return min(start + column - 1, scalars.count)
  }
}
