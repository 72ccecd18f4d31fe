import Moderation
import Queueing
import Simulation
import Testing

/// What a scenario file means, on the fixture with every key.
@Suite struct ScenarioFileReadingTests {
  private static func maximal() throws -> Scenario {
    try ScenarioFile.parse(PackageFile.maximal(), file: "maximal.yaml")
  }

  @Test func milestonesStandInTheOrderOfTheirFirstInstants() throws {
    let facts = try Self.maximal().facts
    #expect(
      facts.milestones.map(\.dateText) == ["December 2015", "2016", "12 April 2016", "undated"])
    #expect(
      facts.milestones.map { $0.instant.map { $0 / TimeUnit.day } } == [-31, 0, 102, nil])
  }

  @Test func policiesComeIntoForceFromTheStartAtADateOrNever() throws {
    let facts = try Self.maximal().facts
    #expect(facts.policies.map(\.startsAt) == [2 * TimeUnit.day, nil])
    let dates = [("2015-06-01", Microseconds(0)), ("2016-02-01", 31 * TimeUnit.day)]
    for (date, instant) in dates {
      let file = try ChangedFile(replacing: "starts: 2016-01-03", with: "starts: \(date)")
      #expect(try file.scenario().facts.policies[0].startsAt == instant)
    }
    let without = try ChangedFile(replacing: "    starts: 2016-01-03\n", with: "")
    #expect(try without.scenario().facts.policies[0].startsAt == 0)
  }

  @Test func queuesKnowTheirTeamsAndTeamsTheirStations() throws {
    let scenario = try Self.maximal()
    let facts = scenario.facts
    #expect(facts.queues.map(\.team) == [0, 1, 2, 3])
    #expect(scenario.teams.map(\.queues) == [[0], [1], [2], [3]])
    #expect(facts.stationCount == 2 + 3)
    #expect(facts.queues.map(\.discipline) == [.deadline, .oldest, .oldest, .oldest])
    #expect(facts.queues[0].rule.policies == [0])
    #expect(
      facts.queues[3].rule
        == RoutingRule(
          policies: [0, 1], kinds: SubjectKind.allCases, sources: [.appeal]))
    #expect(facts.queues[0].target.value == 2 * TimeUnit.hour)
  }

  @Test func shiftsOfAnotherZoneAreCutAtTheScenariosMidnight() throws {
    // 00:00 to 12:00 and 12:00 to 24:00 in UTC+1 are 07:00 to 19:00 and the rest in UTC+8.
    let shifts = try Self.maximal().teams[0].shifts
    #expect(shifts.map { $0.start / TimeUnit.hour } == [0, 7, 19])
    #expect(shifts.map { $0.end / TimeUnit.hour } == [7, 19, 24])
    #expect(shifts.map(\.moderators.value) == [2, 4, 2])
    #expect(shifts.map(\.minimum) == [0, 1, 0])
    let behind = try ChangedFile(
      replacing: "utc_offset: \"+01:00\"", with: "utc_offset: \"+09:30\"")
    let moved = try behind.scenario().teams[0].shifts
    #expect(moved.map { $0.start / TimeUnit.minute } == [0, 630, 1_350])
    #expect(moved.map(\.moderators.value) == [4, 2, 4])
    #expect(moved.last?.end == TimeUnit.day)
  }

  @Test func lawsOfHandlingTimesAreThoseNamed() throws {
    let uploads = try Self.maximal().uploads
    #expect(
      uploads.map(\.handlingSeconds.value) == [
        try .lognormal(mean: 40, scv: 0.5), try .exponential(mean: 120), try .deterministic(60),
      ])
    let usual = try ChangedFile(replacing: "{ law: lognormal, mean: 40", with: "{ mean: 40")
    #expect(
      try usual.scenario().uploads[0].handlingSeconds.value == .lognormal(mean: 40, scv: 0.5))
  }

  @Test func shocksSayWhatTheyAreInTheirOwnNumbers() throws {
    let shocks = try Self.maximal().facts.shocks
    #expect(
      shocks.map(\.text) == [
        "1,500 copies of one video in 24 h", "200 uploads of one lawful post blocked in 24 h",
        "50 lawful accounts removed in 12 h", "50 % of the moderators absent for 168 h",
        "Rumours: in force overnight",
      ])
    #expect(shocks.map(\.kind) == ShockFacts.Kind.allCases)
    // Which law a law is, the fold of the log has to know.
    #expect(shocks.map(\.policy) == [nil, nil, nil, nil, 1])
    #expect(shocks[0].at == 31 * TimeUnit.day + 820 * TimeUnit.minute)
    #expect(shocks.map { $0.duration / TimeUnit.hour } == [24, 24, 12, 168, 0])
    let bigger = try ChangedFile(
      replacing: "copies: { value: 1500,", with: "copies: { value: 1234567.25,")
    let text = try bigger.scenario().facts.shocks[0].text
    #expect(text == "1,234,567.25 copies of one video in 24 h")
  }

  @Test func whatIsAbsentIsAnAssumptionOfNothing() throws {
    let text = try PackageFile.maximal()
      .replacing("    restrict_share: { value: 0.1, grade: C }\n", with: "")
      .replacing("      further_reports: { value: 1, grade: C }\n", with: "")
      .replacing("    handling_factor: { value: 1.5, grade: C }\n", with: "")
    let scenario = try ScenarioFile.parse(text, file: "f.yaml")
    let whole = try Self.maximal()
    #expect(scenario.policies[0].restrictShare == Graded(0, grade: .assumption))
    #expect(scenario.policies[0].reports?.furtherReports == Graded(0, grade: .assumption))
    #expect(scenario.teams[0].handlingFactor == Graded(1, grade: .assumption))
    #expect(scenario.provenance.count == whole.provenance.count - 3)
  }

  @Test func valuesCarryTheirProvenance() throws {
    let scenario = try Self.maximal()
    let figure = try #require(scenario.facts.publishedFigure(for: .post))
    #expect(
      figure.removed
        == Graded(25_000, grade: .stated, source: "report", note: "a note", range: 1...30_000))
    #expect(figure.asOf == 103 * TimeUnit.day)
    let shift = try #require(
      scenario.provenance.first { $0.path == "teams.reviewers.shifts[0]" })
    #expect(shift.value == "from 00:00, to 12:00, moderators 4, minimum 1")
    #expect(shift.grade == .stated && shift.note == "a note")
    let accuracy = scenario.provenance.first { $0.path == "teams.reviewers.accuracy" }
    #expect(accuracy?.rangeText == "0.9 to 0.99")
    #expect(Set(scenario.provenance.map(\.path)).count == scenario.provenance.count)
  }

  @Test func retentionIsInMonthsOfThirtyDays() throws {
    #expect(try Self.maximal().facts.retention?.value == 180 * TimeUnit.day)
  }
}
