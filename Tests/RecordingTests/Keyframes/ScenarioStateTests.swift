import Moderation
import Queueing
import Recording
import Simulation
import Testing

/// The states of whole regimes as bytes.
@Suite struct ScenarioStateTests {
  private static let status = SessionStatus(origin: .simulation(seed: 1), speed: .oneHour)

  private func expectSame(_ one: Projection, _ other: Projection, _ comment: Comment) {
    let snapshots = [one, other].map {
      Snapshot(of: $0, status: Self.status, focus: 0, part: .all)
    }
    let isSame = snapshots[0] == snapshots[1]
    #expect(isSame, comment)
    #expect(one.fingerprint == other.fingerprint, comment)
    let hasSameBytes = one.encodedState() == other.encodedState()
    #expect(hasSameBytes, comment)
  }

  /// Something that a user might do.
  private func intervention(
    _ facts: ScenarioFacts, _ random: inout RandomStream
  ) -> Intervention {
    func one(of count: Int) -> UInt8 { UInt8(random.below(UInt32(count))) }
    switch random.below(6) {
    case 0 where !facts.shocks.isEmpty: return .shock(one(of: facts.shocks.count))
    case 1: return .removeAt(policy: one(of: facts.policies.count), kind: .post, score: 2)
    case 2: return .reviewAt(policy: one(of: facts.policies.count), kind: .post, score: 1)
    case 3: return .staffing(team: one(of: facts.teams.count), percent: 50)
    case 4: return .discipline(queue: one(of: facts.queues.count), .views)
    default: return .target(queue: one(of: facts.queues.count), seconds: 5_000)
    }
  }

  @Test(arguments: BuiltInScenarios.names)
  func everyScenarioGoesOnFromAnywhere(name: String) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStream(seed: seed, name: "state")
    let scenario = try #require(try BuiltInScenarios.scenario(named: name))
    let source = RegimeSimulation(scenario, seed: seed)
    var projection = Projection(facts: scenario.facts)
    var copies: [Projection] = []
    var log: [Event] = []
    for round in 0..<24 {
      let pause = Microseconds(random.uniform() * 8 * Double(TimeUnit.hour))
      let reached = source.advance(
        to: projection.now + pause, limit: log.count + 400, into: &log)
      let done = projection.fingerprint.events
      for index in copies.indices { fold(log[done...], reached, &copies[index]) }
      fold(log[done...], reached, &projection)
      for copy in copies { expectSame(projection, copy, "\(name), seed \(seed), round \(round)") }
      if round % 8 == 3 {
        copies.append(
          try Projection(facts: scenario.facts, decoding: projection.encodedState()))
      }
      if round % 5 == 4 {
        source.apply(intervention(scenario.facts, &random), at: projection.now, into: &log)
      }
    }
    #expect(copies.count == 3)
  }

  private func fold(
    _ events: ArraySlice<Event>, _ reached: Microseconds, _ projection: inout Projection
  ) {
    for event in events { projection.apply(event) }
    projection.advance(to: reached)
  }

  @Test func aLongRunGoesOnFromItsEnd() throws {
    let scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    let source = RegimeSimulation(scenario, seed: 7)
    var projections = [Projection(facts: scenario.facts)]
    for day: Microseconds in [150, 153] {
      while projections[0].now < day * TimeUnit.day {
        var log: [Event] = []
        let reached = source.advance(to: day * TimeUnit.day, limit: 8_192, into: &log)
        for index in projections.indices { fold(log[...], reached, &projections[index]) }
      }
      let state = projections[0].encodedState()
      #expect(state.count < 60_000)
      #expect(projections[0].hourBlocks.count == 4)
      #expect(throws: StateError.missingHours(0)) {
        try Projection(facts: scenario.facts, decoding: state)
      }
      projections.append(
        try Projection(
          facts: scenario.facts, decoding: state, block: projections[0].hourBlock))
      for copy in projections.dropFirst() { expectSame(projections[0], copy, "day \(day)") }
    }
  }
}
