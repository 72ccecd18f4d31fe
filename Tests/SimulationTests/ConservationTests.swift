import Assets
import Moderation
import Queueing
import Simulation
import Testing

/// Nothing is lost: what arrived has a standing, and what is pending is in a queue.
@Suite struct ConservationTests {
  /// A built-in scenario whose uncertain numbers are drawn from their ranges.
  private func randomScenario(_ name: String, seed: UInt64) throws -> Scenario {
    var stream = RandomStream(seed: seed, name: "scenario")
    let base = try ScenarioFixture.scenario(name)
    var overrides: [String: Double] = [:]
    for entry in base.provenance {
      guard let range = entry.range else { continue }
      let place = stream.uniform()
      overrides[entry.path] =
        range.lowerBound + place * (range.upperBound - range.lowerBound)
    }
    return try base.changed(by: overrides)
  }

  /// The log of a run in which a user interferes at random, folded piece by piece; after
  /// each piece `check` sees the state.
  private func run(
    _ scenario: Scenario, seed: UInt64, _ check: (Projection, Comment) -> Void
  ) {
    var stream = RandomStream(seed: seed, name: "user")
    let simulation = RegimeSimulation(scenario, seed: seed)
    var projection = Projection(facts: scenario.facts)
    var log: [Event] = []
    var now: Microseconds = 0
    for _ in 0..<12 {
      now += Microseconds(stream.uniform() * 8 * Double(TimeUnit.hour))
      _ = simulation.advance(to: now, limit: .max, into: &log)
      if let intervention = intervention(scenario.facts, &stream) {
        simulation.apply(intervention, at: now, into: &log)
      }
      for event in log { projection.apply(event) }
      projection.advance(to: now)
      log.removeAll(keepingCapacity: true)
      check(projection, "\(scenario.facts.name), seed \(seed), \(now) µs")
    }
  }

  private func intervention(
    _ facts: ScenarioFacts, _ stream: inout RandomStream
  ) -> Intervention? {
    func index(_ count: Int) -> UInt8 { UInt8(stream.uniform() * Double(count)) }
    switch Int(stream.uniform() * 6) {
    case 0: return facts.shocks.isEmpty ? nil : .shock(index(facts.shocks.count))
    case 1:
      return .removeAt(policy: 0, kind: .post, score: Float(3 + 2 * stream.uniform()))
    case 2:
      return .staffing(
        team: index(facts.teams.count), percent: UInt16(200 * stream.uniform()))
    case 3:
      let discipline = QueueDiscipline.allCases[Int(index(3))]
      return .discipline(queue: index(facts.queues.count), discipline)
    case 4: return .target(queue: index(facts.queues.count), seconds: 600)
    default: return nil
    }
  }

  @Test(arguments: ["pledge-2016", "wuzhen-2016", "wuzhen-later", "orders-only", "dsa"])
  func everySubjectHasAStanding(name: String) throws {
    for seed in 1...2 as ClosedRange<UInt64> {
      run(try randomScenario(name, seed: seed), seed: seed) { projection, place in
        for tally in projection.tallies {
          #expect(tally.unaccounted == 0, place)
          for standing in Standing.allCases { #expect(tally[standing] >= 0, place) }
        }
      }
    }
  }

  /// Without second reviews only what appeals wait for has been decided before.
  @Test func whatIsPendingWaitsOrIsInReview() throws {
    let scenario = try ScenarioFixture.scenario(
      overriding: ["review.second_review_share": 0])
    let queues = scenario.facts.queues.indices.filter {
      !scenario.facts.queues[$0].rule.sources.contains(.appeal)
    }
    run(scenario, seed: 3) { projection, place in
      let open = queues.reduce(0) { sum, queue in
        let state = projection.state(of: queue)
        return sum + state.waiting + state.inReview
      }
      #expect(projection.total.pending == open, place)
    }
  }

  /// Each mechanism shows in the log of at least one of the scenarios that ship.
  @Test func everyMechanismLeavesItsMark() throws {
    var kinds: Set<Fact.Name> = []
    var causes: Set<Cause> = []
    for name in Assets.scenarios.map(\.name) where name != "reupload-surge" {
      let scenario = try ScenarioFixture.scenario(name)
      let simulation = RegimeSimulation(scenario, seed: 5)
      var log: [Event] = []
      _ = simulation.advance(to: 2 * TimeUnit.day, limit: .max, into: &log)
      for shock in scenario.facts.shocks.indices where scenario.facts.shocks[shock].at == nil {
        // A surge adds millions of events and no new kind of them.
        guard scenario.facts.shocks[shock].kind != .reuploadSurge else { continue }
        simulation.apply(.shock(UInt8(shock)), at: 2 * TimeUnit.day, into: &log)
      }
      // Only where there are few events, long enough for slow letters.
      let days: Microseconds = name == "orders-only" || name == "wuzhen-later" ? 20 : 4
      _ = simulation.advance(to: days * TimeUnit.day, limit: .max, into: &log)
      for event in log {
        kinds.insert(event.fact.name)
        if let transition = event.fact.transition { causes.insert(transition.cause) }
      }
    }
    #expect(Set(Fact.Name.allCases).subtracting(kinds) == [])
    #expect(Set(Cause.allCases).subtracting(causes) == [])
  }
}
