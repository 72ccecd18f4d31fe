extension FileNode {
  func text() throws(ScenarioError) -> String {
    guard let text = tree.scalar, !text.isEmpty, !isNull else {
      throw error(expecting: "a text")
    }
    switch form.resolved {
    case .pattern(let syntax) where !syntax.allows(text):
      throw error(expecting: syntax.expectation)
    // A code point at a time, as the schema counts.
    case .text(let most) where text.unicodeScalars.count > most:
      throw error("\(text.unicodeScalars.count) characters, expected at most \(most)")
    default: return text
    }
  }

  func flag() throws(ScenarioError) -> Bool {
    switch plain {
    case "true": return true
    case "false": return false
    default: throw error(expecting: unquoted(form.expectation))
    }
  }

  func number() throws(ScenarioError) -> Double {
    switch form.resolved {
    case .number(let numbers):
      guard let number = plainNumber, numbers.allows(number) else {
        throw error(expecting: unquoted(form.expectation))
      }
      return number
    default: return Double(try whole())
    }
  }

  func whole() throws(ScenarioError) -> Int {
    guard case .whole(let range) = form.resolved else { throw misread }
    guard let number = plainNumber, let whole = Int(exactly: number), range.contains(whole) else {
      throw error(expecting: unquoted(form.expectation))
    }
    return whole
  }

  /// One of some words, with the nearest suggested when it is none of them.
  func word(of words: [String]) throws(ScenarioError) -> String {
    let word = try text()
    guard words.contains(word) else { throw try unknownWord(words) }
    return word
  }

  func unknownWord(_ words: [String]) throws(ScenarioError) -> ScenarioError {
    let word = try text()
    let expected = words.isEmpty ? "there is none" : "expected \(Form.word(words).expectation)"
    return error("unknown word \(excerpt), \(expected)\(NearestName.hint(for: word, in: words))")
  }

  /// The index of the word here among some names.
  func index(in names: [String]) throws(ScenarioError) -> Int {
    let word = try word(of: names)
    guard let index = names.firstIndex(of: word) else { throw misread }
    return index
  }

  /// The scalar when it is not in quotes; YAML takes only such for a number or a flag.
  private var plain: String? {
    guard case .scalar(let text, isQuoted: false) = tree.content else { return nil }
    return text
  }

  /// An expectation of a number or a flag, which in quotes would be a text.
  private func unquoted(_ expectation: String) -> String {
    if case .scalar(_, isQuoted: true) = tree.content { return "\(expectation), without quotes" }
    return expectation
  }

  private var isNull: Bool { ["~", "null", "Null", "NULL"].contains(plain) }

  /// The finite number that stands here in decimal notation.
  private var plainNumber: Double? {
    // `Double` also takes hexadecimal digits, "inf" and "nan", which are no JSON numbers.
    guard let plain, plain.utf8.allSatisfy({ Self.numberBytes.contains($0) }),
      let number = Double(plain), number.isFinite
    else { return nil }
    return number
  }

  private static let numberBytes = Set("0123456789+-.eE".utf8)

  /// The reader asks for something else than the form has: a fault of the program.
  var misread: ScenarioError {
    assertionFailure("\(path) is read as something else than its form")
    return error("cannot be read")
  }
}
