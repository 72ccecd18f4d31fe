import Queueing

extension TheoryParameters {
  /// Reads a JSON object whose values are numbers, texts and lists of them.
  ///
  /// - Throws: ``ParameterError`` with the column, for what is not JSON and for what is JSON
  ///   but no parameter: booleans, null, objects, a key that comes twice.
  package init(json: String) throws(ParameterError) {
    var parser = ParameterParser(json)
    self.init(try parser.parse())
  }
}

/// A recursive-descent parser of the JSON that parameters are written in (RFC 8259).
private struct ParameterParser {
  /// Lists inside lists are refused beyond this depth, long before the stack ends.
  private static let deepest = 16

  private static let digits: ClosedRange<Unicode.Scalar> = "0"..."9"

  private let characters: [Unicode.Scalar]
  private var place = 0

  init(_ text: String) { characters = Array(text.unicodeScalars) }

  private var next: Unicode.Scalar? { place < characters.count ? characters[place] : nil }

  mutating func parse() throws(ParameterError) -> [String: TheoryParameters.Value] {
    skipBlanks()
    guard next == "{" else { throw wrong("a JSON object such as {\"c\": 2}") }
    place += 1
    var values: [String: TheoryParameters.Value] = [:]
    skipBlanks()
    if next == "}" {
      place += 1
    } else {
      var goesOn = true
      while goesOn {
        skipBlanks()
        let start = place
        guard next == "\"" else { throw wrong("a name in quotes") }
        let key = try text()
        guard values[key] == nil else {
          throw ParameterError(
            column: start + 1, found: "\"\(key)\" a second time", expected: "each name once")
        }
        skipBlanks()
        guard next == ":" else { throw wrong("a colon") }
        place += 1
        values[key] = try value(depth: 0)
        goesOn = try separator(closing: "}")
      }
    }
    skipBlanks()
    guard next == nil else { throw wrong("nothing after the object") }
    return values
  }

  private mutating func value(depth: Int) throws(ParameterError) -> TheoryParameters.Value {
    skipBlanks()
    switch next {
    case "\"": return .text(try text())
    case "[": return .list(try list(depth: depth))
    case let first? where first == "-" || Self.digits.contains(first):
      return .number(try number())
    default: throw wrong("a number, a text or a list")
    }
  }

  private mutating func list(depth: Int) throws(ParameterError) -> [TheoryParameters.Value] {
    guard depth < Self.deepest else { throw wrong("at most \(Self.deepest) lists in each other") }
    place += 1
    skipBlanks()
    if next == "]" {
      place += 1
      return []
    }
    var values: [TheoryParameters.Value] = []
    repeat { values.append(try value(depth: depth + 1)) } while try separator(closing: "]")
    return values
  }

  /// Whether a comma follows, and not the end.
  private mutating func separator(closing: Unicode.Scalar) throws(ParameterError) -> Bool {
    skipBlanks()
    guard let found = next, found == "," || found == closing else {
      throw wrong("a comma or \(closing)")
    }
    place += 1
    return found == ","
  }

  private mutating func number() throws(ParameterError) -> Double {
    let start = place
    let allowed: Set<Unicode.Scalar> = ["-", "+", ".", "e", "E"]
    while let character = next, Self.digits.contains(character) || allowed.contains(character) {
      place += 1
    }
    let spelled = string(start..<place)
    guard isNumber(spelled), let number = Double(spelled), number.isFinite else {
      throw ParameterError(column: start + 1, found: spelled, expected: "a number")
    }
    return number
  }

  /// Whether JSON allows the spelling; `Double` accepts more.
  private func isNumber(_ spelled: String) -> Bool {
    var digits = Substring(spelled)
    if digits.first == "-" { digits.removeFirst() }
    guard digits.last?.isNumber == true else { return false }
    guard let first = digits.first, first.isNumber else { return false }
    let whole = digits.prefix { $0.isNumber }
    if whole.count > 1 && first == "0" { return false }
    let rest = digits.dropFirst(whole.count)
    return rest.first != "." || rest.dropFirst().first?.isNumber == true
  }

  private mutating func text() throws(ParameterError) -> String {
    place += 1
    var scalars = String.UnicodeScalarView()
    while let character = next, character != "\"" {
      guard character.value >= 0x20 else { throw wrong("no control character in a text") }
      if character == "\\" {
        scalars.append(try escape())
      } else {
        scalars.append(character)
        place += 1
      }
    }
    guard next == "\"" else { throw wrong("a closing quote") }
    place += 1
    return String(scalars)
  }

  private mutating func escape() throws(ParameterError) -> Unicode.Scalar {
    place += 1
    let simple: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r",
      "t": "\t",
    ]
    if let character = next, let meaning = simple[character] {
      place += 1
      return meaning
    }
    let end = place + 5
    guard next == "u", end <= characters.count,
      let code = UInt32(string(place + 1..<end), radix: 16), let scalar = Unicode.Scalar(code)
    else { throw wrong("an escape such as \\n or \\u00e9") }
    place = end
    return scalar
  }

  private mutating func skipBlanks() {
    while let character = next, [" ", "\t", "\n", "\r"].contains(character) { place += 1 }
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: characters[range])
    return String(view)
  }

  /// What stands here instead of what was expected.
  private func wrong(_ expected: String) -> ParameterError {
    guard let next else {
      return ParameterError(column: place + 1, found: "the end", expected: expected)
    }
    var end = place
    while end < characters.count, end < place + 20, characters[end].properties.isAlphabetic {
      end += 1
    }
    let found =
      end > place
      ? string(place..<end) : next.value < 0x20 ? "a control character" : String(next)
    return ParameterError(column: place + 1, found: found, expected: expected)
  }
}
