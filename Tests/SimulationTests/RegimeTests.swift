import Assets
import Moderation
import Queueing
import Simulation
import Testing

/// How the regime behaves apart from its counters.
@Suite struct RegimeTests {
  private func scenario(_ changes: [(String, String)] = []) throws -> Scenario {
    var text = try #require(Assets.scenarios.first { $0.name == "pledge-2016" }).text
    for (old, new) in changes {
      let range = try #require(text.firstRange(of: old), "the file does not have \(old)")
      text.replaceSubrange(range, with: new)
    }
    return try ScenarioFile.parse(text, file: "changed.yaml")
  }

  private func log(_ scenario: Scenario, days: Microseconds, seed: UInt64 = 7) -> [Event] {
    var log: [Event] = []
    _ = RegimeSimulation(scenario, seed: seed)
      .advance(to: days * TimeUnit.day, limit: .max, into: &log)
    return log
  }

  /// Common random numbers: another threshold sees the same subjects at the same times.
  @Test func aPolicyLeavesTheWorldUntouched() throws {
    func violating(_ log: [Event]) -> [String] {
      log.compactMap { event in
        guard case .screened(let subject, _) = event.fact, subject.truth == .violating else {
          return nil
        }
        return "\(event.time) \(subject.id) \(subject.signatory) \(subject.kind)"
      }
    }
    let base = try log(scenario(), days: 5)
    let strict = try log(
      scenario([
        ("remove_at: { value: 4.73", "remove_at: { value: 4.2"),
        ("accuracy: { value: 0.98", "accuracy: { value: 0.9"),
        ("scope: signatory", "scope: shared"),
      ]), days: 5)
    #expect(violating(base) == violating(strict))
    #expect(base != strict)
  }

  @Test func eventsComeInOrderAndEverySubjectIsAccountedFor() throws {
    for changes in [[], [("scope: signatory", "scope: shared")]] {
      let scenario = try scenario(changes)
      var projection = Projection(facts: scenario.facts)
      var last: Microseconds = 0
      for event in log(scenario, days: 10) {
        #expect(event.time >= last)
        last = event.time
        projection.apply(event)
      }
      for tally in projection.tallies {
        #expect(tally.unaccounted == 0)
        #expect(tally.waiting >= 0 && tally.inReview >= 0 && tally.missed >= 0)
      }
    }
  }

  @Test func noTeamReviewsMoreAtOnceThanItHasModerators() throws {
    let scenario = try scenario()
    var inReview = Array(repeating: 0, count: 25)
    var onDuty = Array(repeating: 0, count: 25)
    var greatest = Array(repeating: 0, count: 25)
    for event in log(scenario, days: 3) {
      switch event.fact {
      case .staffed(let team, let moderators) where team < 25:
        onDuty[Int(team)] = Int(moderators)
        greatest[Int(team)] = max(greatest[Int(team)], Int(moderators))
      case .reviewStarted(let subject):
        inReview[Int(subject.signatory)] += 1
        #expect(inReview[Int(subject.signatory)] <= onDuty[Int(subject.signatory)])
      case .decided(let subject, _): inReview[Int(subject.signatory)] -= 1
      default: break
      }
    }
    #expect(greatest.min() == 1)
    #expect(greatest.reduce(0, +) == 34)
  }

  /// No source sets one of the named signatories apart, so nor does the staffing.
  @Test func theNamedSignatoriesAreStaffedAlike() throws {
    for event in log(try scenario(), days: 1) {
      guard case .staffed(let team, let moderators) = event.fact, team % 25 == 0 else { continue }
      let others = log(try scenario(), days: 1).compactMap { other -> UInt16? in
        guard case .staffed(let place, let count) = other.fact, other.time == event.time,
          place == team + 1 || place == team + 2
        else { return nil }
        return count
      }
      #expect(others == [moderators, moderators], "team \(team) at \(event.time)")
    }
  }

  @Test func perfectModeratorsAndScreeningMakeNoErrors() throws {
    let log = try log(
      scenario([
        ("accuracy: { value: 0.98", "accuracy: { value: 1"),
        ("separation: { value: 4.78", "separation: { value: 16"),
        ("separation: { value: 4.68", "separation: { value: 16"),
        ("separation: { value: 4.89", "separation: { value: 16"),
        ("remove_at: { value: 4.73", "remove_at: { value: 8"),
        ("remove_at: { value: 4.63", "remove_at: { value: 8"),
        ("remove_at: { value: 4.84", "remove_at: { value: 8"),
      ]), days: 5)
    var projection = Projection(facts: try scenario().facts)
    for event in log { projection.apply(event) }
    let total = projection.totals.reduce(Tally(), +)
    #expect(total.removed > 0)
    #expect(total.wronglyRemoved == 0)
    #expect(total.missed == 0)
  }

  /// Appeal and overturn rates are those that the scenario was solved for.
  @Test func appealsAreAsOftenAndAsSuccessfulAsReported() throws {
    let scenario = try scenario()
    var projection = Projection(facts: scenario.facts)
    for event in log(scenario, days: 103) { projection.apply(event) }
    let total = projection.totals.reduce(Tally(), +)
    let removed = Double(total.removed)
    #expect(abs(Double(total.appealed) / removed - 0.04) < 0.005)
    #expect(abs(Double(total.overturned) / Double(total.appealsDecided) - 0.175) < 0.04)
    #expect(abs(Double(total.restoredUnasked) / removed - 0.07) < 0.008)
    #expect(total.neverAppealed > total.wronglyRemovedAndRestored)
  }

  /// Appeals are an afterthought: they change no first decision.
  @Test func appealsLeaveTheFirstReviewUntouched() throws {
    func decisions(_ scenario: Scenario) -> [Event] {
      log(scenario, days: 5).filter { event in
        switch event.fact {
        case .screened, .reviewStarted, .decided: true
        default: false
        }
      }
    }
    let text = try #require(Assets.scenarios.first { $0.name == "pledge-2016" }).text
    let start = try #require(text.firstRange(of: "\nappeals:")).lowerBound
    let without = try ScenarioFile.parse(String(text[..<start]), file: "without.yaml")
    #expect(without.facts.queues == [.posts, .videos, .accounts])
    #expect(try decisions(scenario()) == decisions(without))
  }

  /// Every buffer is bounded: a run that cannot hold its subjects stops and says why.
  @Test func aRunStopsBeforeItsQueuesOutgrowIt() throws {
    let scenario = try scenario([
      ("violating_per_million: { value: 52.514", "violating_per_million: { value: 1000000"),
      ("moderators: 34, minimum: 1", "moderators: 25, minimum: 1"),
    ])
    let simulation = RegimeSimulation(scenario, seed: 7)
    var log: [Event] = []
    var reached: Microseconds = -1
    while simulation.stop == nil, reached < 100 * TimeUnit.day {
      reached = simulation.advance(to: 100 * TimeUnit.day, limit: 100_000, into: &log)
      log.removeAll(keepingCapacity: true)
    }
    #expect(simulation.stop == .tooManyOpenSubjects(limit: 4_000_000))
    #expect(reached < 30 * TimeUnit.day)
  }

  @Test func noModeratorsMeansThatEverythingWaits() throws {
    let log = try log(
      scenario([
        ("moderators: 5, minimum: 0", "moderators: 0, minimum: 0"),
        ("moderators: 34, minimum: 1", "moderators: 0, minimum: 0"),
        ("moderators: 15, minimum: 0", "moderators: 0, minimum: 0"),
      ]), days: 2)
    var projection = Projection(facts: try scenario().facts)
    for event in log { projection.apply(event) }
    let total = projection.totals.reduce(Tally(), +)
    #expect(total.reviewed == 0)
    #expect(total.waiting > 1_000)
    #expect(projection.state(of: .posts).onTimeShare == 0)
    #expect(projection.state(of: .posts).oldest ?? 0 > 40 * TimeUnit.hour)
  }
}
