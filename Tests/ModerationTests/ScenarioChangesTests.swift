import Moderation
import Testing

@Suite struct ScenarioChangesTests {
  @Test func aScenarioAsItIsHasNone() {
    #expect(ScenarioChanges.none.isEmpty)
    #expect(ScenarioChanges(file: .builtIn).isEmpty && ScenarioChanges(file: .builtIn).lines == [])
    #expect(ScenarioChanges(file: .builtIn).summary(interventions: 0) == "")
  }

  @Test func eachChangeIsSaidInALineAndAllOfThemInAFewWords() {
    let changes = ScenarioChanges(
      file: .edited,
      numbers: [
        .init(path: "b.c", value: 2), .init(path: "a", value: 0.92, before: "0.98"),
      ], roster: "mine.csv")
    #expect(!changes.isEmpty)
    #expect(changes.summary(interventions: 0) == "edited file, other roster, 2 changed")
    #expect(
      changes.lines == [
        "edited file: not the text of the built-in scenario of this name and version",
        "the roster is that of mine.csv", "a is 0.92, 0.98 in the file", "b.c is 2",
      ])
  }

  @Test(arguments: [(0.92, "0.92"), (3, "3"), (-2.5, "-2.5"), (1e18, "1e+18")])
  func numbersAreWrittenWithoutAFractionOfZero(number: Double, text: String) {
    #expect(number.written == text)
  }
}
