import Assets
import Simulation
import Testing

/// Scenario files that are right but for one place: the error names it.
@Suite struct ScenarioFileTests {
  /// What is replaced by what, in the line in which the error is then, and the error.
  typealias Case = (old: String, new: String, problem: String)

  @Test(
    arguments: [
      ("format: 1", "format: 2", "format: \"2\", this program reads format 1"),
      (
        "separation:", "separatoin:",
        "policies.terrorism.kinds.post.screening: unknown key \"separatoin\", "
          + "did you mean \"separation\"?"
      ),
      (
        "title: Rumours", "titel: x",
        "policies.rumours: unknown key \"titel\", did you mean \"title\"?"
      ),
      ("hash_bank:", "colour: red\nhash_bank:", "unknown key \"colour\""),
      (
        "accuracy: { value: 0.98", "accuracy: { value: 1.98",
        "teams.reviewers.accuracy.value: \"1.98\", expected a probability from 0 to 1"
      ),
      (
        "accuracy: { value: 0.98", "accuracy: { value: .nan",
        "teams.reviewers.accuracy.value: \".nan\", expected a probability from 0 to 1"
      ),
      (
        "accuracy: { value: 0.98", "accuracy: { value: 0x1",
        "teams.reviewers.accuracy.value: \"0x1\", expected a probability from 0 to 1"
      ),
      (
        "accuracy: { value: 0.98", "accuracy: { value: \"0.98\"",
        "teams.reviewers.accuracy.value: \"0.98\", expected a probability from 0 to 1, without quotes"
      ),
      (
        "accuracy: { value: 0.98", "accuracy: { value: [0.98]",
        "teams.reviewers.accuracy.value: a list, expected a probability from 0 to 1"
      ),
      (
        "limit: { value: 5", "limit: { value: 5.5",
        "strikes.limit.value: \"5.5\", expected a whole number from 1 to 1000"
      ),
      (
        "before_publication: false", "before_publication: no",
        "policies.terrorism.kinds.post.screening.before_publication: \"no\", "
          + "expected true or false"
      ),
      (
        "mean_restore_hours: { value: 72", "mean_restore_hours: { value: 0",
        "appeals.mean_restore_hours.value: \"0\", expected hours above 0, at most 8784"
      ),
      (
        "range: [0.9, 0.99]", "range: [0.99, 0.9]",
        "teams.reviewers.accuracy.range: 0.99 and 0.9: the first must not exceed the second"
      ),
      (
        "range: [0.9, 0.99]", "range: [0.9, 0.95]",
        "teams.reviewers.accuracy.range: 0.9 to 0.95 does not hold the value, 0.98"
      ),
      (
        "range: [0.9, 0.99]", "range: [0.9]",
        "teams.reviewers.accuracy.range: 1 elements, expected 2"
      ),
      (
        "grade: A, source: report", "grade: D, source: report",
        "arrivals.weekday_factors.grade: unknown word \"D\", expected one of S, A, B, C"
      ),
      (
        "grade: A, source: report", "grade: A",
        "arrivals.weekday_factors.grade: grade A needs a source"
      ),
      (
        "grade: A, source: report", "grade: A, source: reprot",
        "arrivals.weekday_factors.source: unknown word \"reprot\", expected one of report, "
          + "did you mean \"report\"?"
      ),
      (
        "value: [1, 1, 1, 1, 1, 1, 1], grade: A", "value: [1, 1, 1], grade: A",
        "arrivals.weekday_factors.value: 3 elements, expected 7"
      ),
      (
        "value: [1, 1, 1, 1, 1, 1, 1], grade: A", "value: [1, 1, 1, 1, 1, 1, 4.5], grade: A",
        "arrivals.weekday_factors.value: the factors have mean 1.5, expected 1"
      ),
      (
        "start: 2016-01-01", "start: 2016-02-30",
        "calendar.start: \"2016-02-30\", expected a date such as 2016-01-01"
      ),
      (
        "opens: \"2016-01-02 09:00\"", "opens: \"2015-01-02 09:00\"",
        "calendar.opens: \"2015-01-02 09:00\" lies before the start, 2016-01-01"
      ),
      (
        "utc_offset: \"+08:00\"", "utc_offset: \"8\"",
        "calendar.utc_offset: \"8\", expected an offset such as \"+08:00\""
      ),
      (
        "date: 12 April 2016", "date: 31 April 2016",
        "milestones[0].date: \"31 April 2016\", expected a date such as 12 April 2016, "
          + "April 2016, 2016 or undated"
      ),
      (
        "as_of: 2016-04-12", "as_of: 2015-04-12",
        "published.as_of: \"2015-04-12\", expected a date after the start"
      ),
      (
        "scope: signatory", "scope: signatories",
        "teams.reviewers.scope: unknown word \"signatories\", expected one of signatory, shared, "
          + "did you mean \"signatory\"?"
      ),
      (
        "law: exponential", "law: exponentail",
        "uploads.video.handling_seconds.law: unknown word \"exponentail\", expected one of "
          + "lognormal, exponential, deterministic, did you mean \"exponential\"?"
      ),
      (
        "law: exponential, mean: 120", "law: exponential, scv: 1, mean: 120",
        "uploads.video.handling_seconds: unknown key \"scv\""
      ),
      (
        "kind: absence", "kind: absense",
        "shocks[3].kind: unknown word \"absense\", expected one of reupload_surge, "
          + "poisoned_hash, bulk_error, absence, new_law, did you mean \"absence\"?"
      ),
      (
        "  rumours:", "  Rumours:",
        "policies: \"Rumours\", expected a word of at most 64 letters a to z, digits and hyphens"
      ),
    ] as [Case])
  func theErrorNamesThePlace(_ case: Case) throws {
    let file = try ChangedFile(replacing: `case`.old, with: `case`.new)
    let error = try file.error()
    #expect(error.problem == `case`.problem)
    #expect(error.file == "f.yaml")
    #expect(error.line == file.line && error.column != nil)
  }

  @Test func aLongTextIsRefusedInAShortLine() throws {
    let long = String(repeating: "a", count: 100_000)
    let error = try ChangedFile(replacing: "title: Every key\n", with: "title: \(long)\n").error()
    #expect(error.problem == "title: 100000 characters, expected at most 200")
    let key = try ChangedFile(replacing: "title: Every key\n", with: "\(long): 1\n").error()
    #expect(key.problem.count < 100)
  }

  @Test func aMissingKeyIsNamedAtItsMapping() throws {
    let root = try ChangedFile(replacing: "title: Every key\n", with: "").error()
    #expect(
      root.problem
        == "key \"title\" is missing, expected a text of at most 200 characters: a headline")
    let file = try ChangedFile(
      replacing: "          separation: { value: 4, grade: C }\n", with: "")
    let error = try file.error()
    #expect(
      error.problem == "policies.terrorism.kinds.post.screening: key \"separation\" is missing, "
        + "expected a mapping with the keys value, range, grade, source, note: the mean score of "
        + "violating uploads; lawful ones have mean 0, both variance 1")
    // The mapping begins with its first key, in the line above.
    #expect(error.line == file.line - 1 && error.column == 11)
    let tag = try ChangedFile(replacing: "kind: new_law, ", with: "").error()
    #expect(
      tag.problem == "shocks[4]: key \"kind\" is missing, expected one of reupload_surge, "
        + "poisoned_hash, bulk_error, absence, new_law")
  }

  @Test func theErrorIsOneLineThatBeginsWithThePlace() throws {
    let file = try ChangedFile(replacing: "accuracy: { value: 0.98", with: "accuracy: { value: 2")
    let error = try file.error()
    #expect("\(error)".hasPrefix("f.yaml:\(file.line):24: teams.reviewers.accuracy.value: "))
    #expect(!"\(error)".contains("\n"))
  }

  @Test(arguments: ["", "# nothing\n", "just a text", "- a\n- b\n", "a: 1\na: 2\n", "\u{0}", "{"])
  func textsThatAreNoScenarioAreErrors(text: String) {
    #expect(throws: ScenarioError.self) { try ScenarioFile.parse(text, file: "f.yaml") }
  }

  @Test func aShortTextThatStandsForAHugeTreeIsRefused() throws {
    let levels = (1...9).map { level in
      "l\(level): &l\(level) [\(Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", "))]"
    }
    let bomb = "l0: &l0 x\n" + levels.joined(separator: "\n")
    let error = try #require(throws: ScenarioError.self) {
      try ScenarioFile.parse(bomb, file: "f.yaml")
    }
    #expect(error.problem == "more than 200000 values")
  }

  @Test func aKeyThatStandsTwiceIsAnErrorThatSaysWhereTheFirstIs() throws {
    let file = try ChangedFile(
      replacing: "review:\n", with: "review:\n  # a remark\n\n  escalation_share: 1\n")
    let error = try file.error()
    #expect(
      error.problem == "key \"escalation_share\" stands twice, "
        + "first in line \(file.line + 3), column 3")
    #expect(error.line == file.line + 4 && error.column == 3)
  }
}
