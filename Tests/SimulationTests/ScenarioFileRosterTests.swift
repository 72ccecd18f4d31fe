import Moderation
import Simulation
import Testing

/// Rosters in files of their own.
@Suite struct ScenarioFileRosterTests {
  private func pledge(_ text: String, file: String) throws -> Scenario {
    let roster = try RosterFile(text, file: file)
    return try #require(try BuiltInScenarios.scenario(named: "pledge-2016", roster: roster))
  }

  @Test func aTableNamesTheCompaniesAndTheirSourcedFacts() throws {
    let table = """
      name,share,chinese,pledged,staff,safety_staff,fact,source_title,source_date
      "Alpha, Inc.", 3,,2016-04-12,1000,60,"It said ""so"", twice",A report,2017

      Beta,1,贝塔,,,,,,
      "Alpha, Inc.",,,,,,Another fact,A report,2017
      "Alpha, Inc.",,,,,,A third,Another report,
      """
    let scenario = try pledge(table.replacing("\n", with: "\r\n"), file: "my.csv")
    let signatories = scenario.facts.signatories
    #expect(signatories.map(\.name) == ["Alpha, Inc.", "Beta"])
    #expect(scenario.shares == [0.75, 0.25])
    // Whose roster it is knows the companies in it; a scenario's own may be made up.
    #expect(signatories.map(\.isNamed) == [true, true])
    #expect(signatories[0].safetyStaffShare?.value == 0.06)
    #expect(signatories[0].pledgedOn == CivilDate(year: 2016, month: 4, day: 12))
    #expect(signatories[1].chineseName == "贝塔" && signatories[1].pledgedOn == nil)
    #expect(
      signatories[0].facts == [
        SourcedFact(text: "It said \"so\", twice", source: "roster-1"),
        SourcedFact(text: "Another fact", source: "roster-1"),
        SourcedFact(text: "A third", source: "roster-2"),
      ])
    #expect(
      scenario.facts.sources.suffix(2) == [
        Source(key: "roster-1", title: "A report", date: "2017"),
        Source(key: "roster-2", title: "Another report", date: "undated"),
      ])
  }

  @Test(
    arguments: [
      ("name,shar\nA,1\n", "r.csv:1:6: unknown column \"shar\", did you mean \"share\"?"),
      (
        "name,name\nA,B\n",
        "r.csv:1:6: column \"name\" stands twice, first in line 1, column 1"
      ),
      (
        "name,share\nA,x\n",
        "r.csv:2:3: roster.members[0].share.value: \"x\", expected a share above 0, "
          + "at most 1000000000000"
      ),
      (
        "name,share\nA,\n",
        "r.csv:2:1: \"A\" has no share, expected a number as in the other rows"
      ),
      ("name,share\n,1\n", "r.csv:2:1: name: expected a name"),
      ("name,share\nA,1\n\nB,1,2\n", "r.csv:4:1: 3 cells, expected 2"),
      ("name,fact\nA,\"x\"y\n", "r.csv:2:6: a text goes on after its closing quote"),
      ("name,fact\nA,x\"y\"\n", "r.csv:2:4: a quote within a text without quotes"),
      ("name,fact,source_title\nA,\"x\ny\",T\nB,\"z", "r.csv:4:3: a text in quotes does not end"),
      ("name,fact\nA,So it is\n", "r.csv:2:3: fact: \"So it is\" needs a source_title in its row"),
      ("name,staff\nA,10\n", "r.csv:2:3: staff: \"10\" needs a source_title in its row"),
      ("name\nA\nA\n", "r.csv:3:1: \"A\" stands twice, first in line 2, column 1"),
      (
        "name,share\nA,0.6\nB,0.3\nC,0.2\n",
        "r.csv:4:3: roster.members[2].share: with it the shares add up to more than 1, to 1.1 in "
          + "all; expected 1 at most, or weights of 1 and more"
      ),
      (
        "name,share,fact,source_title\nA,1,,\nA,2,x,T\n",
        "r.csv:3:3: share: a further row about A may only have a fact"
      ),
      (
        "name,pledged,source_title\nA,12 April,T\n",
        "r.csv:2:3: roster.members[0].pledged.value: \"12 April\", "
          + "expected a date such as 2016-01-01"
      ),
      ("name,share\n", "r.csv:1:1: roster.members: 0 elements, expected 1 to 1000"),
      ("\n\n", "r.csv: the file is empty"),
    ])
  func aTableThatIsWrongIsOneLineWithThePlace(table: String, problem: String) {
    let error = #expect(throws: ScenarioError.self) { try pledge(table, file: "r.csv") }
    #expect(error?.description == problem)
  }

  @Test func aYAMLRosterHasTheKeysOfTheSectionAndSources() throws {
    let text = """
      sources:
        mine: { title: My report, date: 2017 }
      pledged: { value: 2016-04-12, grade: S, source: report-2016-04 }
      count: { value: 3, grade: B, source: mine }
      named:
        - { name: Alpha, facts: [{ text: It signed., source: mine }] }
      named_share: { value: 0.5, grade: C }
      unnamed_flatness: { value: 0, grade: C }
      """
    let scenario = try pledge(text, file: "my.yaml")
    #expect(scenario.facts.signatories.map(\.name) == ["Alpha", "Signatory 02", "Signatory 03"])
    #expect(scenario.facts.signatories.allSatisfy { $0.pledgedOn != nil })
    #expect(zip(scenario.shares, [0.5, 1.0 / 3, 1.0 / 6]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(scenario.facts.sources.last?.key == "mine")
  }

  @Test(
    arguments: [
      (
        "members:\n  - { nme: A }\n",
        "r.yaml:2:7: roster.members[0]: unknown key \"nme\", did you mean \"name\"?"
      ),
      ("- a\n", "r.yaml:1:1: expected a mapping with the keys of a roster"),
      (
        "sources: { report-2016-04: { title: Another, date: 2017 } }\n"
          + "members: [{ name: A, share: { value: 1, grade: C } }]\n",
        "r.yaml:1:28: sources.report-2016-04: is the key of another source already"
      ),
      ("sources: 5\nmembers: []\n", "r.yaml:1:10: sources: \"5\", expected a mapping"),
    ])
  func aYAMLRosterThatIsWrongIsOneLineWithThePlace(text: String, problem: String) {
    let error = #expect(throws: ScenarioError.self) { try pledge(text, file: "r.yaml") }
    #expect(error?.description.hasPrefix(problem) ?? false, "\(error.debugDescription)")
  }

  /// What rounding makes of thirds is no fault, nor are weights in relation to each other.
  @Test(arguments: [
    ["0.333333", "0.333333", "0.333335"], ["1", "1"], ["3", "0.5"], ["0.2", "0.2"],
  ])
  func sharesOrWeightsAreScaledToTheWhole(shares: [String]) throws {
    let rows = shares.enumerated().map { "Company \($0),\($1)" }.joined(separator: "\n")
    let scenario = try pledge("name,share\n\(rows)\n", file: "r.csv")
    #expect(abs(scenario.shares.reduce(0, +) - 1) < 1e-12)
  }

  @Test func aFileOfAnotherKindIsRefused() {
    let error = #expect(throws: ScenarioError.self) { try RosterFile("name\nA\n", file: "r.txt") }
    #expect(
      error?.description == "r.txt: expected a roster in a file that ends in .csv, .yaml or .yml")
  }

  @Test func aLongerRosterRaisesTheStaffToItsMinimum() throws {
    let names = (1...40).map { "Company \($0)" }
    let scenario = try pledge("name\n" + names.joined(separator: "\n"), file: "r.csv")
    #expect(scenario.shares.allSatisfy { abs($0 - 1.0 / 40) < 1e-12 })
    let shift = scenario.teams[0].shifts[1]
    #expect(shift.moderators.value == 40 && shift.moderators.grade == .assumption)
    #expect(shift.moderators.note == "raised to 40, the minimum of each on the roster")
    #expect(scenario.teams[0].shifts[0].moderators.value == 5)
  }
}
