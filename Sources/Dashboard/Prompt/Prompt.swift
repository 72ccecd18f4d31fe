import Moderation

/// The line that a user writes at the foot of the screen.
package struct Prompt: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case command
    /// Which events `n` and `N` find.
    case filter
    /// The note of a marker.
    case marker

    var label: String {
      switch self {
      case .command: ":"
      case .filter: "find events: "
      case .marker: "note: "
      }
    }
  }

  /// No line is longer.
  private static let limit = 400

  package let kind: Kind
  package private(set) var text: String
  /// Why the line cannot be carried out as it is.
  package private(set) var fault: String?
  /// What Tab completes the last word to, when there are several.
  package private(set) var choices: [String] = []

  package init(_ kind: Kind, text: String = "") {
    self.kind = kind
    self.text = text
  }

  mutating func refuse(_ fault: String) { self.fault = fault }

  /// Changes the line; returns whether the key belonged to it.
  mutating func edit(_ key: KeyPress, _ facts: ScenarioFacts) -> Bool {
    fault = nil
    choices = []
    switch key {
    case .character(let character):
      if text.count < Self.limit { text.append(character) }
    case .backspace, .delete: text = String(text.dropLast())
    case .control("u"): text = ""
    case .control("w"): dropWord()
    case .tab: complete(facts)
    default: return false
    }
    return true
  }

  private mutating func dropWord() {
    text = text.trimmed
    while let last = text.last, last != " " { text.removeLast() }
  }

  /// Completes the last word as far as it is certain.
  private mutating func complete(_ facts: ScenarioFacts) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let last = words.last ?? ""
    let before = words.dropLast().filter { !$0.isEmpty }
    let fitting = candidates(after: before, facts).filter { $0.hasPrefix(last) }
    guard let first = fitting.first else { return }
    let common = fitting.dropFirst().reduce(first) { common, word in
      String(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
    text = (before + [fitting.count == 1 ? first + " " : common]).joined(separator: " ")
    if fitting.count > 1 { choices = fitting }
  }

  private func candidates(after words: [String], _ facts: ScenarioFacts) -> [String] {
    switch kind {
    case .marker: return []
    case .filter: return EventFilter.vocabulary(facts)
    case .command:
      guard let name = words.first else { return PromptCommand.all.map(\.name) }
      return PromptCommand.named(name)?.candidates(words.count - 1, facts) ?? []
    }
  }
}
