import Assets
import Moderation
import Queueing
import Simulation
import Testing

/// Scenario files that are right but for one place: the error names it.
@Suite struct ScenarioFileTests {
  private static let text = Assets.scenarios.first { $0.name == "pledge-2016" }?.text ?? ""

  /// The error that a change of the built-in file leads to, without line and column.
  private func error(replacing old: String, with new: String) throws -> ScenarioError {
    let parts = Self.text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "the file does not have \(old)")
    let changed = parts.joined(separator: new)
    return try #require(throws: ScenarioError.self) {
      try ScenarioFile.parse(changed, file: "f.yaml")
    }
  }

  @Test(
    arguments: [
      ("format: 1", "format: 2", "format: \"2\", this program reads format 1"),
      (
        "separation:", "separatoin:",
        "kinds.post.screening: unknown key \"separatoin\", did you mean \"separation\"?"
      ),
      (
        "{ value: 0.98, grade: B", "{ value: 1.98, grade: B",
        "review.accuracy.value: \"1.98\", expected a probability from 0 to 1"
      ),
      (
        "{ value: 0.98, grade: B", "{ value: .nan, grade: B",
        "review.accuracy.value: \".nan\", expected a probability from 0 to 1"
      ),
      (
        "{ value: 0.98, grade: B", "{ value: 0.98, grade: D",
        "review.accuracy.grade: unknown word \"D\", expected one of S, A, B, C, did you mean \"S\"?"
      ),
      (
        "{ value: 0.98, grade: B, source: reviewer-accuracy", "{ value: 0.98, grade: B",
        "review.accuracy.grade: grade B needs a source"
      ),
      (
        "source: filing-dates }", "source: filling-dates }",
        "arrivals.day_noise_log_sd.source: unknown word \"filling-dates\", expected one of "
          + "report-2016-04, report-2016-11, dsa-2025-h2, filing-dates, tiktok-reports, "
          + "facebook-appeals, "
          + "reviewer-accuracy, did you mean \"filing-dates\"?"
      ),
      (
        "remove_at: { value: 4.73", "remove_at: { value: 3.1",
        "kinds.post.screening.review_at: 3.18, expected at most remove_at, 3.1"
      ),
      (
        "candidate_at: { value: 3.0", "candidate_at: { value: 3.5",
        "kinds.post.screening.candidate_at: 3.5, expected at most review_at, 3.18"
      ),
      (
        "[1.02, 1.07, 1.04, 1.02, 0.97, 0.94, 0.94]", "[1, 1, 1]",
        "arrivals.weekday_factors.value: 3 factors, expected 7"
      ),
      (
        "[1.02, 1.07,", "[1.02, 8.07,",
        "arrivals.weekday_factors.value: the factors have mean 2.0, expected 1"
      ),
      (
        "{ from: \"08:00\", to: \"16:00\"", "{ from: \"09:00\", to: \"16:00\"",
        "review.shifts[1].from: \"09:00\", expected the end of the shift before, or 00:00"
      ),
      (
        "moderators: 34, minimum: 1", "moderators: 24, minimum: 1",
        "review.shifts[1].minimum: 1 for each of 25 teams, expected at most 24 in all"
      ),
      (
        "priority: [video, account, post]", "priority: [video, account]",
        "review.priority: expected each of post, video and account once"
      ),
      (
        "start: 2016-01-01", "start: 2016-02-30",
        "calendar.start: \"2016-02-30\", expected a date such as 2016-01-01"
      ),
      (
        "count: { value: 25,", "count: { value: 2,",
        "roster.named: 3 named signatories, expected at most 2"
      ),
      (
        "scope: signatory", "scope: signatories",
        "review.scope: unknown word \"signatories\", expected one of signatory, shared, "
          + "did you mean \"signatory\"?"
      ),
      (
        "title: The pledge of April 2016\n", "",
        "key \"title\" is missing"
      ),
    ] as [(String, String, String)])
  func theErrorNamesThePlace(old: String, new: String, problem: String) throws {
    let error = try error(replacing: old, with: new)
    #expect(error.problem == problem)
    #expect(error.file == "f.yaml")
    #expect(error.line != nil && error.column != nil)
  }

  @Test func theLineAndColumnAreThoseOfTheFile() throws {
    let error = try error(replacing: "{ value: 0.98, grade: B", with: "{ value: 1.98, grade: B")
    let before = Self.text.prefix(upTo: try #require(Self.text.firstRange(of: "0.98")).lowerBound)
    #expect(error.line == before.count { $0 == "\n" } + 1)
    #expect("\(error)".hasPrefix("f.yaml:\(error.line ?? 0):22: review.accuracy"))
  }

  @Test(arguments: ["", "# nothing\n", "just a text", "- a\n- b\n", "a: 1\na: 2\n", "\u{0}", "{"])
  func textsThatAreNoScenarioAreErrors(text: String) {
    #expect(throws: ScenarioError.self) { try ScenarioFile.parse(text, file: "f.yaml") }
  }

  @Test func theRosterHasTwentyFiveAndNamesThree() throws {
    let scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    let signatories = scenario.facts.signatories
    #expect(signatories.count == 25)
    #expect(signatories.filter(\.isNamed).map(\.name) == ["Baidu", "Alibaba", "Tencent"])
    #expect(signatories.compactMap(\.chineseName) == ["百度", "阿里巴巴", "腾讯"])
    #expect(signatories[1].safetyStaffShare == 0.06)
    #expect(abs(scenario.shares.reduce(0, +) - 1) < 1e-12)
  }
}
