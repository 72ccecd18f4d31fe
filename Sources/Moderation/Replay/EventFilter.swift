/// Which events a user looks for: some words, all of which an event must answer to.
///
/// Words of the same sort widen it, of different sorts narrow it: `decided removed video`
/// lets decisions through that removed a video, `post video` both kinds.
package struct EventFilter: Equatable, Sendable {
  /// A word that fits nothing in the scenario.
  package struct UnknownWord: Error, Equatable {
    package let word: String
  }

  /// As it was typed.
  package let text: String
  private var names: [Fact.Name] = []
  private var kinds: [SubjectKind] = []
  private var truths: [Truth] = []
  private var standings: [Standing] = []
  /// Names of causes and of sources of jobs, which share most of their words.
  private var reasons: [String] = []
  private var policies: [Int] = []
  private var queues: [Int] = []
  private var signatories: [Int] = []
  /// Only actions on lawful subjects.
  private var isWrongful = false

  /// - Throws: when a word is none of `vocabulary`.
  package init(parsing text: String, _ facts: ScenarioFacts) throws(UnknownWord) {
    self.text = text.trimmed
    var rest = text.split(separator: " ")[...]
    while let first = rest.first {
      // A name may be several words: the longest that is one counts.
      let counts = stride(from: min(rest.count, Self.longestName), through: 1, by: -1)
      let known = counts.first { add(Self.normal(rest.prefix($0).joined()), facts) }
      guard let known else { throw UnknownWord(word: String(first)) }
      rest = rest.dropFirst(known)
    }
  }

  /// The most words that are tried as one name.
  private static let longestName = 8

  /// Whether it lets everything through.
  package var isEmpty: Bool { text.isEmpty }

  /// All words that an event of a scenario can answer to.
  package static func vocabulary(_ facts: ScenarioFacts) -> [String] {
    Fact.Name.allCases.map(\.rawValue) + SubjectKind.allCases.map(\.name)
      + Truth.allCases.map { "\($0)" }
      + Standing.allCases.map(\.name) + reasonNames + ["wrongful"]
      + facts.policies.map { normal($0.key) } + facts.queues.map { normal($0.key) }
      + facts.signatories.map { normal($0.name) }
  }

  package func matches(_ event: Event) -> Bool {
    let fact = event.fact
    if !names.isEmpty, !names.contains(fact.name) { return false }
    if !kinds.isEmpty || !truths.isEmpty || !policies.isEmpty {
      guard let subject = fact.subject, kinds.isEmpty || kinds.contains(subject.kind),
        truths.isEmpty || truths.contains(subject.truth),
        policies.isEmpty || policies.contains(Int(subject.policy))
      else { return false }
    }
    if !signatories.isEmpty {
      guard let signatory = fact.signatory, signatories.contains(signatory) else { return false }
    }
    if !queues.isEmpty {
      guard let queue = fact.placement?.queue, queues.contains(Int(queue)) else { return false }
    }
    if !reasons.isEmpty, !answersToReason(fact) { return false }
    if !standings.isEmpty {
      guard let transition = fact.transition, transition.from != transition.to,
        standings.contains(transition.to)
      else { return false }
    }
    return !isWrongful || Self.isWrongful(fact)
  }

  private func answersToReason(_ fact: Fact) -> Bool {
    let names = [fact.transition?.cause.name, fact.placement?.source.name]
    return names.contains { $0.map { reasons.contains(Self.normal($0)) } ?? false }
  }

  private static func isWrongful(_ fact: Fact) -> Bool {
    guard let subject = fact.subject, subject.truth == .lawful,
      let transition = fact.transition
    else { return false }
    return transition.to.isAction && !transition.from.isAction
  }

  // MARK: Words

  private static let reasonNames = Array(
    Set(Cause.allCases.map { normal($0.name) } + ReviewSource.allCases.map { normal($0.name) })
  ).sorted()

  /// In lower case, in one spelling of compounds: `second_review`, `secondReview` and
  /// `Signatory 04` are typed as they come to mind.
  private static func normal(_ word: some StringProtocol) -> String {
    word.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  private mutating func add(_ word: String, _ facts: ScenarioFacts) -> Bool {
    let plain = word.hasSuffix("s") ? String(word.dropLast()) : word
    var isKnown = true
    if let name = Fact.Name.allCases.first(where: { Self.normal($0.rawValue) == word }) {
      names.append(name)
    } else if let kind = SubjectKind.allCases.first(where: { $0.name == plain }) {
      kinds.append(kind)
    } else if let truth = Truth.allCases.first(where: { "\($0)" == word }) {
      truths.append(truth)
    } else if word == "wrongful" {
      isWrongful = true
    } else if let standing = Standing.allCases.first(where: { $0.name == word }) {
      standings.append(standing)
    } else if Self.reasonNames.contains(word) {
      reasons.append(word)
    } else {
      isKnown = addName(word, facts)
    }
    return isKnown
  }

  /// A name of the scenario's, as files have it or as screens do.
  private mutating func addName(_ word: String, _ facts: ScenarioFacts) -> Bool {
    func isName(_ names: String?...) -> Bool { names.contains { $0.map(Self.normal) == word } }
    if word.isEmpty { return false }
    if let index = facts.policies.firstIndex(where: { isName($0.key, $0.name) }) {
      policies.append(index)
    } else if let index = facts.queues.firstIndex(where: { isName($0.key, $0.name) }) {
      queues.append(index)
    } else if let index = facts.signatories.firstIndex(where: { isName($0.name, $0.chineseName) }) {
      signatories.append(index)
    } else {
      return false
    }
    return true
  }
}
