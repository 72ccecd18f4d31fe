import Moderation
import Queueing
import Simulation
import Testing

/// Which of the jobs that wait a free moderator takes.
@Suite struct RankingTests {
  /// A job that waits, as the log tells of it.
  private struct Waiting {
    let subject: Subject
    let placement: Placement
    /// Views still to come at an instant.
    let ahead: Double
    let instant: Microseconds

    func ahead(at now: Microseconds, halfLife: Microseconds) -> Double {
      // What is published loses views meanwhile; what is held does not.
      ahead * StandardHalving.left(now - instant, halfLife)
    }
  }

  private enum StandardHalving {
    static func left(_ time: Microseconds, _ halfLife: Microseconds) -> Double {
      var left = 1.0
      var rest = Double(time) / Double(halfLife)
      while rest >= 1 {
        left /= 2
        rest -= 1
      }
      // 2⁻ˣ between 0 and 1 to a hundred-thousandth.
      let x = rest * 0.693_147_180_559_945_3
      return left
        * (1 - x + x * x / 2 - x * x * x / 6 + x * x * x * x / 24 - x * x * x * x * x / 120)
    }
  }

  /// Follows a log; at each claim `check` sees the job, those that wait beside it at its
  /// station, and when.
  private func follow(
    _ log: [Event], _ facts: ScenarioFacts,
    _ check: (Waiting, [Waiting], Microseconds) -> Void
  ) {
    var waiting: [Int: [UInt32: Waiting]] = [:]
    for event in log {
      guard let subject = event.fact.subject, let placement = event.fact.placement else { continue }
      let team = facts.queues[Int(placement.queue)].team
      let station = facts.station(team: team, signatory: Int(subject.signatory))
      switch event.fact {
      case .queued(_, let step, _):
        waiting[station, default: [:]][subject.id] = Waiting(
          subject: subject, placement: placement, ahead: Double(step.ahead), instant: event.time)
      case .claimed:
        guard let job = waiting[station]?.removeValue(forKey: subject.id) else { continue }
        check(job, Array((waiting[station] ?? [:]).values), event.time)
      case .withdrawn: waiting[station]?[subject.id] = nil
      // Back in its place; its views are those that it had, less what passed since.
      case .released: waiting[station]?[subject.id] = nil
      default: break
      }
    }
  }

  /// The log with a change on the second day.
  private func log(
    _ scenario: Scenario, days: Int64, changing change: Intervention? = nil
  ) -> (before: [Event], after: [Event]) {
    let simulation = RegimeSimulation(scenario, seed: 7)
    var (before, after): ([Event], [Event]) = ([], [])
    _ = simulation.advance(to: TimeUnit.day, limit: .max, into: &before)
    if let change { simulation.apply(change, at: TimeUnit.day, into: &after) }
    _ = simulation.advance(to: days * TimeUnit.day, limit: .max, into: &after)
    return (before, after)
  }

  private func queue(_ key: String, of scenario: Scenario) throws -> Int {
    try #require(scenario.facts.queues.firstIndex { $0.key == key })
  }

  /// Half of the moderators, so that there is a choice.
  private func strained(_ name: String, team: String, to moderators: Double) throws -> Scenario {
    let base = try ScenarioFixture.scenario(name)
    let paths = base.provenance.map(\.path).filter {
      $0.hasPrefix("teams.\(team).shifts") && $0.hasSuffix("moderators")
    }
    return try base.changed(by: Dictionary(uniqueKeysWithValues: paths.map { ($0, moderators) }))
  }

  @Test func byViewsTheOneWithTheMostStillToComeIsNext() throws {
    let scenario = try strained("wuzhen-2016", team: "reviewers", to: 8)
    let rumours = try queue("rumours", of: scenario)
    #expect(scenario.facts.queues[rumours].discipline == .views)
    var choices = 0
    let log = log(scenario, days: 3)
    follow(log.before + log.after, scenario.facts) { job, others, now in
      guard Int(job.placement.queue) == rumours else { return }
      let halfLife = scenario.facts.views[job.subject.kind.index].halfLife.value
      let own = job.ahead(at: now, halfLife: halfLife)
      for other in others
      where other.placement.queue == job.placement.queue && other.subject.kind == job.subject.kind {
        choices += 1
        #expect(other.ahead(at: now, halfLife: halfLife) <= own * 1.001, "\(other) before \(job)")
      }
    }
    #expect(choices > 10_000)
  }

  @Test func anotherDisciplineHoldsForThoseWhoWaitAlready() throws {
    let scenario = try strained("wuzhen-2016", team: "reviewers", to: 8)
    let rumours = try queue("rumours", of: scenario)
    let log = log(scenario, days: 3, changing: .discipline(queue: UInt8(rumours), .oldest))
    let start = log.before.count
    var (place, choices) = (0, 0)
    var instant = Microseconds(0)
    for event in log.before + log.after {
      place += 1
      if place == start { instant = event.time }
    }
    follow(log.before + log.after, scenario.facts) { job, others, now in
      guard now > max(instant, TimeUnit.day), Int(job.placement.queue) == rumours else { return }
      for other in others where other.placement.queue == job.placement.queue {
        choices += 1
        #expect(job.placement.since <= other.placement.since)
      }
    }
    #expect(choices > 10_000)
  }

  /// Queues of a team that both go by deadline are one line.
  @Test func theEarliestDeadlineOfBothQueuesIsNext() throws {
    let scenario = try strained("netzdg", team: "reviewers", to: 4)
    let facts = scenario.facts
    let both = [try queue("manifest", of: scenario), try queue("unlawful", of: scenario)]
    #expect(both.allSatisfy { facts.queues[$0].discipline == .deadline })
    func due(_ job: Waiting) -> Microseconds {
      job.placement.since + facts.queues[Int(job.placement.queue)].target.value
    }
    var (choices, overtaken) = (0, 0)
    let log = log(scenario, days: 9)
    follow(log.before + log.after, facts) { job, others, _ in
      guard both.contains(Int(job.placement.queue)) else { return }
      for other in others where both.contains(Int(other.placement.queue)) {
        choices += 1
        #expect(due(job) <= due(other))
        if job.placement.queue != other.placement.queue { overtaken += 1 }
      }
    }
    #expect(choices > 10_000 && overtaken > 1_000)
  }
}
