import Assets
import Moderation
import Queueing
import Simulation
import Testing

/// The scenarios that the program carries.
@Suite struct BuiltInScenariosTests {
  private static let names = [
    "dsa", "erlang-c", "netzdg", "orders-only", "pledge-2016", "reupload-surge", "tco-one-hour",
    "wuzhen-2016", "wuzhen-later",
  ]

  private static func scenario(_ name: String) throws -> Scenario {
    try #require(try BuiltInScenarios.scenario(named: name))
  }

  @Test func theyAreTheNineByName() throws {
    #expect(BuiltInScenarios.names == Self.names)
    for name in Self.names { #expect(try Self.scenario(name).facts.name == name) }
    #expect(try BuiltInScenarios.scenario(named: "none") == nil)
  }

  @Test(arguments: names)
  func theFileOpensWithWhatItIsForAndUsesItsSources(name: String) throws {
    let text = try #require(Assets.scenarios.first { $0.name == name }?.text)
    #expect(text.hasPrefix("# ") && text.contains("format: 1\nname: \(name)\ntitle: "))
    let scenario = try Self.scenario(name)
    for source in scenario.facts.sources {
      #expect(text.contains("source: \(source.key)"), "\(source.key) is named by nothing")
    }
    #expect(abs(scenario.shares.reduce(0, +) - 1) < 1e-12)
  }

  @Test(arguments: names)
  func onlyWhatASourceSaysNamesACompany(name: String) throws {
    for signatory in try Self.scenario(name).facts.signatories {
      #expect(signatory.isNamed == !signatory.facts.isEmpty)
      let isNumbered = signatory.name.wholeMatch(of: /(Signatory|Platform) [0-9]{2}/) != nil
      #expect(isNumbered == !signatory.isNamed)
    }
  }

  @Test func thePledgeHasTwentyFiveAndNamesThree() throws {
    let facts = try Self.scenario("pledge-2016").facts
    #expect(facts.signatories.count == 25)
    #expect(facts.signatories.filter(\.isNamed).map(\.name) == ["Baidu", "Alibaba", "Tencent"])
    #expect(facts.signatories.compactMap(\.chineseName) == ["百度", "阿里巴巴", "腾讯"])
    #expect(facts.signatories[1].safetyStaffShare?.value == 0.06)
    let day = CivilDate(year: 2016, month: 4, day: 12)
    #expect(facts.signatories.allSatisfy { $0.pledgedOn == day })
    #expect(facts.publishedFigures.map(\.removed.value) == [25_000, 4_000, 200])
    #expect(
      facts.milestones.map(\.dateText) == [
        "December 2015", "12 April 2016", "18 November 2016", "undated",
      ])
  }

  @Test func thePledgeIsTheFullRegimeWithAllShocksAtTheUsersCall() throws {
    let scenario = try Self.scenario("pledge-2016")
    #expect(scenario.hashBank?.isShared == true && scenario.strikes != nil)
    #expect(scenario.appeals != nil && scenario.authority != nil && scenario.decryption != nil)
    #expect(scenario.facts.shocks.map(\.kind) == ShockFacts.Kind.allCases)
    #expect(scenario.facts.shocks.allSatisfy { $0.at == nil })
    #expect(scenario.policies[0].kinds[1]?.screening?.isBeforePublication == true)
    #expect(scenario.policies[0].kinds[0]?.screening?.isBeforePublication == false)
  }

  @Test func theAssumptionsThatDriveThePledgesErrorsHavePlausibleRanges() throws {
    let entries = try Self.scenario("pledge-2016").provenance.filter { $0.range != nil }
    let paths = Set(entries.map(\.path))
    let wanted =
      [
        "kinds.post.screening.separation", "kinds.post.screening.remove_at",
        "kinds.post.screening.review_at", "reports.share_of_lawful", "copies.lawful_per_million",
      ].map { "policies.terrorism.\($0)" } + ["teams.reviewers.accuracy", "uploads.post.per_day"]
    #expect(Set(wanted).subtracting(paths) == [])
  }

  // A sweep moves each number through its range alone; the ends must be scenarios, too.
  @Test(arguments: names)
  func theEndsOfEachPlausibleRangeAreScenarios(name: String) throws {
    for entry in try Self.scenario(name).provenance {
      guard let range = entry.range else { continue }
      for end in [range.lowerBound, range.upperBound] {
        #expect(throws: Never.self) {
          try BuiltInScenarios.scenario(named: name, overriding: [entry.path: end])
        }
      }
    }
  }

  @Test func erlangCIsNineTenthsBusy() throws {
    let scenario = try Self.scenario("erlang-c")
    let upload = scenario.uploads[0]
    let load = upload.perDay.value / 86_400 * upload.handlingSeconds.value.mean
    #expect(load == 9 && scenario.teams[0].shifts.map(\.moderators.value) == [10])
    #expect(upload.handlingSeconds.value == (try .exponential(mean: 60)))
    #expect(scenario.facts.stationCount == 1)
  }

  @Test func theSurgeComesByItself() throws {
    let facts = try Self.scenario("reupload-surge").facts
    let shock = try #require(facts.shocks.first)
    #expect(shock.text == "1,500,000 copies of one video in 24 h")
    #expect(shock.at == facts.clock.instant(parsing: "2019-03-15 13:40", dateAloneMeans: .start))
  }

  /// Each mechanism of the regime is in at least one scenario.
  @Test func allMechanismsAreShown() throws {
    let all = try Self.names.map(Self.scenario)
    let policies = all.flatMap(\.policies)
    let teams = all.flatMap(\.teams)
    let disciplines = Set(all.flatMap { $0.facts.queues.map(\.discipline) })
    let sources = Set(all.flatMap { $0.facts.queues.flatMap(\.rule.sources) })
    #expect(disciplines.count == QueueDiscipline.allCases.count)
    #expect(sources.count == ReviewSource.allCases.count)
    #expect(policies.contains { $0.orders != nil } && policies.contains { $0.copies != nil })
    #expect(policies.contains { $0.restrictShare.value > 0 })
    #expect(policies.contains { ($0.reports?.trustedShareOfViolating.value ?? 0) > 0 })
    #expect(teams.contains { $0.breaks != nil } && teams.contains { $0.locks != nil })
    #expect(teams.contains { $0.exposureCapMinutes != nil })
    #expect(all.contains { $0.hashBank?.isShared == false })
    #expect(all.contains { $0.review.withdrawalMeanHours != nil })
    #expect(Set(all.flatMap { $0.facts.teams.map(\.isShared) }) == [true, false])
  }
}
