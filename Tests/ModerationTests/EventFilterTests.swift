import Moderation
import Testing

@Suite struct EventFilterTests {
  private static func event(at signatory: Int) -> Event {
    Event(
      time: 0,
      fact: .claimed(
        SmallWorld.post(1, .lawful, at: signatory),
        Placement(queue: 0, source: .screening, since: 0)))
  }

  private static let facts: ScenarioFacts = {
    let facts = SmallWorld.facts()
    return ScenarioFacts(
      name: facts.name, title: "", about: "", sources: [], clock: facts.clock, opensAt: 0,
      publishedFigures: [],
      signatories: [("Signatory 01", nil), ("Signatory 04", "百 度"), ("Video", nil)].map {
        Signatory(
          name: $0.0, chineseName: $0.1, isNamed: true, facts: [], safetyStaffShare: nil)
      }, policies: facts.policies, queues: facts.queues, teams: facts.teams, views: facts.views)
  }()

  /// Names are typed as screens show them, with blanks, or as they come to mind.
  @Test(
    arguments: [
      "Signatory 04", "signatory04", "signatory 04 claimed", "claimed Signatory 04 posts", "百 度",
      "post signatory-04",
    ])
  func aNameOfSeveralWordsIsFound(text: String) throws {
    let filter = try EventFilter(parsing: text, Self.facts)
    #expect(filter.matches(Self.event(at: 1)) && filter.text == text)
    #expect(!filter.matches(Self.event(at: 0)))
  }

  @Test(arguments: ["Signatory 05", "signatory", "post nobody", "."])
  func wordsThatAreNothingAreNamed(text: String) {
    #expect(throws: EventFilter.UnknownWord.self) { try EventFilter(parsing: text, Self.facts) }
  }

  @Test func reasonsOfSeveralWordsAreFound() throws {
    #expect(throws: Never.self) { try EventFilter(parsing: "second review removed", Self.facts) }
  }
}
