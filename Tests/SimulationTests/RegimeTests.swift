import Moderation
import Queueing
import Simulation
import Testing

/// How the regime behaves as a whole.
@Suite struct RegimeTests {
  /// Subjects as the world makes them: when, what, whether they break the policy, how many
  /// views a life has.
  private func violating(_ log: [Event]) -> [String] {
    log.compactMap { event in
      guard let subject = event.fact.subject, let transition = event.fact.transition,
        transition.from == .arriving, transition.cause != .strikes, subject.truth == .violating
      else { return nil }
      return "\(event.time) \(subject) \(transition.ahead)"
    }
  }

  /// Common random numbers: another policy sees the same subjects at the same times.
  @Test func aPolicyLeavesTheWorldUntouched() throws {
    let base = ScenarioFixture.log(try ScenarioFixture.scenario(), days: 5)
    #expect(violating(base).count > 500)
    let terrorism = "policies.terrorism.kinds.post.screening"
    let others = [
      try ScenarioFixture.scenario(overriding: [
        "\(terrorism).remove_at": 4.2, "teams.reviewers.accuracy": 0.9,
        "review.second_review_share": 0.5, "strikes.limit": 1,
      ]),
      try ScenarioFixture.scenario("pledge-2016", [("scope: signatory", "scope: shared")]),
      try ScenarioFixture.scenario(
        "pledge-2016", without: ["strikes", "authority", "decryption"]),
      try ScenarioFixture.scenario("pledge-2016", [("scope: shared", "scope: signatory")]),
    ]
    for other in others {
      let log = ScenarioFixture.log(other, days: 5)
      #expect(violating(log) == violating(base))
      #expect(log != base)
    }
  }

  /// A shock adds to the world and changes nothing of what comes by itself.
  @Test func aShockLeavesTheRestOfTheWorldUntouched() throws {
    let scenario = try ScenarioFixture.scenario()
    let base = ScenarioFixture.log(scenario, days: 4)
    let simulation = RegimeSimulation(scenario, seed: 7)
    var log: [Event] = []
    _ = simulation.advance(to: TimeUnit.day, limit: .max, into: &log)
    let bulkError = try #require(
      scenario.facts.shocks.firstIndex { $0.kind == .bulkError })
    simulation.apply(.shock(UInt8(bulkError)), at: TimeUnit.day, into: &log)
    _ = simulation.advance(to: 4 * TimeUnit.day, limit: .max, into: &log)
    #expect(violating(log) == violating(base))
    #expect(log.count > base.count + 4_000)
  }

  @Test func theSameSeedGivesTheSameLogHoweverItIsAsked() throws {
    let scenario = try ScenarioFixture.scenario()
    let end = 3 * TimeUnit.day
    let whole = ScenarioFixture.log(scenario, days: 3)
    var pieces: [Event] = []
    let piecewise = RegimeSimulation(scenario, seed: 7)
    var horizon: Microseconds = 0
    while horizon < end {
      horizon = min(end, horizon + 977 * TimeUnit.second)
      while piecewise.advance(to: horizon, limit: pieces.count + 50, into: &pieces) < horizon {}
    }
    #expect(whole == pieces)
    #expect(whole != ScenarioFixture.log(scenario, days: 3, seed: 8))
  }

  @Test func perfectModeratorsAndScreeningMakeNoErrors() throws {
    var overrides = [
      "policies.terrorism.copies.share_of_candidates": 0.0,
      "policies.terrorism.copies.lawful_per_million": 0,
    ]
    for team in ["reviewers", "seniors", "quality", "appeals"] {
      overrides["teams.\(team).accuracy"] = 1
    }
    for kind in ["post", "video", "account"] {
      overrides["policies.terrorism.kinds.\(kind).screening.separation"] = 16
      overrides["policies.terrorism.kinds.\(kind).screening.remove_at"] = 8
    }
    let scenario = try ScenarioFixture.scenario(overriding: overrides)
    let total = ScenarioFixture.projection(scenario, days: 5).tally(of: .all)
    #expect(total.removed > 500)
    #expect(total.wronglyRemoved == 0)
    #expect(total.missed == 0)
  }

  /// Appeals and restorations without one are as often and as successful as the figures
  /// that the scenario was solved for, as far as its other errors allow.
  @Test func appealsAreAboutAsOftenAsReported() throws {
    let total = ScenarioFixture.projection(try ScenarioFixture.scenario(), days: 103)
      .tally(of: .all)
    let actions = Double(total[.actions])
    #expect(abs(Double(total[.appealed]) / actions - 0.04) < 0.005)
    #expect((0.10...0.30).contains(Double(total[.overturned]) / Double(total[.appealsDecided])))
    #expect(total.neverAppealed > total[.wrongfulRestored])
  }

  /// Where one removal suspends its account, its undoing gives the account back.
  @Test func anAccountComesBackWithItsStrike() throws {
    let scenario = try ScenarioFixture.scenario(overriding: ["strikes.limit": 1])
    let log = ScenarioFixture.log(scenario, days: 20)
    func moves(_ isOne: (Subject, Transition) -> Bool) -> [Event] {
      log.filter { event in
        guard let subject = event.fact.subject, let step = event.fact.transition else {
          return false
        }
        return isOne(subject, step)
      }
    }
    let suspended = moves { $1.from == .arriving && $1.cause == .strikes }
    let back = moves { $1.from == .removed && $1.to == .reinstated && $1.cause == .strikes }
    #expect(suspended.count > 1_000 && back.count > 100)
    #expect(back.allSatisfy { $0.fact.subject?.kind == .account })
    #expect(back.allSatisfy { $0.fact.transition?.flags.contains(.suspended) == true })
    // Each comes with the undoing of a removal at the same instant.
    let undone = Set(
      moves { $0.kind != .account && $1.from == .removed && $1.to == .reinstated }
        .map(\.time))
    #expect(back.allSatisfy { undone.contains($0.time) })
  }

  /// Where there is no bank nothing escapes it.
  @Test func onlyABankCanBeEscaped() throws {
    func missed(_ scenario: Scenario) -> (variants: Int, all: Int) {
      let total = ScenarioFixture.projection(scenario, days: 5).tally(of: .all)
      return (total.missed(by: .variant), total.missed)
    }
    let with = missed(try ScenarioFixture.scenario("wuzhen-2016"))
    let without = missed(
      try ScenarioFixture.scenario("wuzhen-2016", without: ["hash_bank"]))
    #expect(with.variants > 3)
    #expect(without.variants == 0 && without.all > with.all)
  }

  /// Every buffer is bounded: a run that cannot hold its subjects stops and says why.
  @Test func aRunStopsBeforeItsQueuesOutgrowIt() throws {
    let scenario = try ScenarioFixture.scenario(
      overriding: ["policies.terrorism.kinds.post.violating_per_million": 990_000])
    let simulation = RegimeSimulation(scenario, seed: 7)
    var log: [Event] = []
    var reached: Microseconds = -1
    while simulation.stop == nil, reached < 20 * TimeUnit.day {
      reached = simulation.advance(to: 20 * TimeUnit.day, limit: 100_000, into: &log)
      log.removeAll(keepingCapacity: true)
    }
    guard case .tooManyOpenSubjects = simulation.stop else {
      Issue.record("the run went on to \(reached)")
      return
    }
    #expect(reached < 10 * TimeUnit.day)
  }

  @Test func noModeratorsMeansThatEverythingWaits() throws {
    let scenario = try ScenarioFixture.scenario(
      "pledge-2016",
      [
        ("moderators: 5, minimum: 0", "moderators: 0, minimum: 0"),
        ("moderators: 34, minimum: 1", "moderators: 0, minimum: 0"),
        ("moderators: 15, minimum: 0", "moderators: 0, minimum: 0"),
      ])
    let projection = ScenarioFixture.projection(scenario, days: 2)
    let total = projection.tally(of: .all)
    #expect(total[.reviewed] == 0)
    #expect(total.pending > 1_000)
    let posts = try #require(scenario.facts.queues.firstIndex { $0.key == "terrorism-posts" })
    #expect(projection.state(of: posts).onTimeShare == 0)
    #expect(projection.state(of: posts).oldest ?? 0 > 40 * TimeUnit.hour)
  }
}
