import Moderation
import Queueing
import Simulation
import Testing

/// Numbers of a scenario replaced by others.
@Suite struct ScenarioFileOverrideTests {
  private func scenario(_ overrides: [String: Double]) throws -> Scenario {
    try #require(try BuiltInScenarios.scenario(named: "pledge-2016", overriding: overrides))
  }

  @Test func aReplacedNumberIsAnAssumptionThatSaysWhatItWas() throws {
    let changed = try scenario([
      "teams.reviewers.accuracy": 0.95, "policies.terrorism.kinds.post.screening.remove_at": 4.5,
    ])
    let expected = Graded(0.95, grade: .assumption, note: "overridden; 0.98 before")
    #expect(changed.teams[0].accuracy == expected)
    #expect(changed.policies[0].kinds[0]?.screening?.removeAt.value == 4.5)
    let entry = changed.provenance.first { $0.path == "teams.reviewers.accuracy" }
    #expect(entry?.grade == .assumption && entry?.value == "0.95" && entry?.range == nil)
  }

  @Test func theFactsSayWhatWasReplaced() throws {
    let changed = try scenario([
      "teams.reviewers.accuracy": 0.95, "policies.terrorism.restrict_share": 0.25,
    ])
    #expect(
      changed.facts.changes
        == ScenarioChanges(
          file: .builtIn,
          numbers: [
            .init(path: "policies.terrorism.restrict_share", value: 0.25, before: "no value"),
            .init(path: "teams.reviewers.accuracy", value: 0.95, before: "0.98"),
          ]))
    #expect(try scenario([:]).facts.changes.isEmpty)
  }

  @Test func aFileWithTheNameOfABuiltInScenarioIsToldFromIt() throws {
    let text = try #require(BuiltInScenarios.text(named: "pledge-2016"))
    func changes(_ text: String) throws -> ScenarioChanges {
      try ScenarioFile.parse(text, file: "my.yaml").facts.changes
    }
    #expect(try changes(text).file == .builtIn)
    #expect(try changes(text + "# a remark\n").file == .edited)
    #expect(try changes(text.replacing("name: pledge-2016", with: "name: mine")).file == .own)
    let roster = try RosterFile("name\nAcme\n", file: "r.csv")
    let other = try ScenarioFile.parse(text, file: "my.yaml", roster: roster)
    #expect(other.facts.changes == ScenarioChanges(file: .builtIn, roster: "r.csv"))
  }

  @Test func numbersOfLawsShiftsAndShocksHaveTheirOwnPaths() throws {
    let changed = try scenario([
      "uploads.post.handling_seconds.mean": 55, "teams.reviewers.shifts[1].moderators": 60,
      "shocks[0].copies": 10,
    ])
    #expect(changed.uploads[0].handlingSeconds.value == (try .lognormal(mean: 55, scv: 0.5)))
    #expect(changed.teams[0].shifts[1].moderators.value == 60)
    #expect(changed.facts.shocks[0].text == "10 copies of one video in 24 h")
  }

  @Test func anOptionalNumberThatTheFileLacksCanBeGiven() throws {
    let changed = try scenario(["policies.terrorism.restrict_share": 0.25])
    #expect(changed.policies[0].restrictShare.value == 0.25)
    #expect(changed.policies[0].restrictShare.note == "overridden; no value before")
  }

  @Test func aPathThatIsNoneIsAnErrorWithTheNearest() throws {
    let error = #expect(throws: ScenarioError.self) {
      try scenario(["teams.reviewer.accuracy": 0.95])
    }
    #expect(
      error?.description == "pledge-2016.yaml: no number \"teams.reviewer.accuracy\", "
        + "did you mean \"teams.reviewers.accuracy\"?")
  }

  @Test(arguments: ["name", "teams.reviewers.shifts[9].moderators", "arrivals.hour_factors", ""])
  func whatIsNoNumberCannotBeReplaced(path: String) {
    #expect(throws: ScenarioError.self) { try scenario([path: 1]) }
  }

  @Test(
    arguments: [
      (
        "teams.reviewers.accuracy", 1.5,
        "--set: teams.reviewers.accuracy.value: \"1.5\", expected a probability from 0 to 1"
      ),
      (
        "strikes.limit", 2.5,
        "--set: strikes.limit.value: \"2.5\", expected a whole number from 1 to 1000"
      ),
      (
        "policies.terrorism.kinds.post.screening.review_at", 5,
        "--set: policies.terrorism.kinds.post.screening.review_at: 5.0, "
          + "expected at most remove_at, 4.73"
      ),
      (
        "teams.reviewers.accuracy", .infinity,
        "--set: teams.reviewers.accuracy.value: \"inf\", expected a probability from 0 to 1"
      ),
    ] as [(String, Double, String)])
  func theSameChecksApply(path: String, value: Double, problem: String) throws {
    let error = #expect(throws: ScenarioError.self) { try scenario([path: value]) }
    #expect(
      error?.description.hasSuffix(problem.dropFirst("override".count)) ?? false,
      "\(error.debugDescription)")
  }
}
