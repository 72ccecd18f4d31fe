import Moderation
import Queueing
import Testing

/// A projection that was bytes in between is none the worse for it.
@Suite struct StateTests {
  private static let status = SessionStatus(origin: .simulation(seed: 1), speed: .oneHour)
  private static let facts = SmallWorld.facts(figuresAsOf: 3 * TimeUnit.hour)

  /// Some that are always the same, and some that never are.
  static let seeds = Array(UInt64(1)...6) + (0..<6).map { _ in UInt64.random(in: 0...UInt64.max) }

  private func expectSame(
    _ one: Projection, _ other: Projection, _ comment: Comment,
    location: SourceLocation = #_sourceLocation
  ) {
    for (signatory, scope) in [(0, Scope.all), (1, Scope(signatory: 1, kind: .post, policy: 0))] {
      let snapshots = [one, other].map {
        Snapshot(of: $0, status: Self.status, focus: signatory, part: scope)
      }
      let isSame = snapshots[0] == snapshots[1]
      #expect(isSame, comment, sourceLocation: location)
    }
    #expect(one.fingerprint == other.fingerprint, comment, sourceLocation: location)
    let isSame = one.encodedState() == other.encodedState()
    #expect(isSame, comment, sourceLocation: location)
  }

  private func decoded(_ projection: Projection) throws -> Projection {
    try Projection(
      facts: projection.facts, decoding: projection.encodedState(), block: projection.hourBlock)
  }

  @Test func nothingHasHappened() throws {
    var projection = Projection(facts: Self.facts)
    #expect(projection.encodedState().count < 100)
    var copy = try decoded(projection)
    expectSame(projection, copy, "at the start")
    for instant in [1, 90 * TimeUnit.second, TimeUnit.hour, 50 * TimeUnit.hour] {
      projection.advance(to: instant)
      copy.advance(to: instant)
      expectSame(projection, copy, "at \(instant)")
      expectSame(projection, try decoded(projection), "at \(instant), anew")
    }
  }

  @Test(arguments: seeds) func aRandomLogGoesOnFromAnywhere(seed: UInt64) throws {
    let log = RandomLog.make(seed: seed, events: 4_000, facts: Self.facts)
    var random = RandomStream(seed: seed, name: "cuts")
    var projection = Projection(facts: Self.facts)
    var copies: [Projection] = []
    for (number, event) in log.enumerated() {
      projection.apply(event)
      for index in copies.indices { copies[index].apply(event) }
      guard random.uniform() < 0.002 else { continue }
      let comment: Comment = "seed \(seed), event \(number)"
      // The instant up to which nothing more happens may be later than the last event.
      if number + 1 < log.count, log[number + 1].time > event.time {
        projection.advance(to: event.time + (log[number + 1].time - event.time) / 2)
      }
      copies = try copies.suffix(2) + [decoded(projection)]
      for copy in copies where copy.now == projection.now {
        expectSame(projection, copy, comment)
      }
    }
    for pause in [TimeUnit.minute, 5 * TimeUnit.hour, 40 * TimeUnit.hour, 900 * TimeUnit.day] {
      projection.advance(to: projection.now + pause)
      for index in copies.indices {
        copies[index].advance(to: projection.now)
        expectSame(projection, copies[index], "seed \(seed), \(pause) µs later")
      }
    }
  }

  @Test(arguments: seeds.prefix(3)) func theBatchesOfTheFoldMakeNoDifference(seed: UInt64) throws {
    let log = RandomLog.make(seed: seed, events: 2_000, facts: Self.facts)
    var inOne = Projection(facts: Self.facts)
    var inSteps = inOne
    for event in log {
      inOne.apply(event)
      while inSteps.now + 50 * TimeUnit.minute < event.time {
        inSteps.advance(to: inSteps.now + 50 * TimeUnit.minute)
      }
      inSteps.apply(event)
    }
    expectSame(inOne, inSteps, "seed \(seed)")
    // Beyond what the hourly series hold.
    let end = inOne.now + 1_000 * TimeUnit.day
    while inSteps.now < end {
      inSteps.advance(to: min(end, inSteps.now + 5 * TimeUnit.hour))
    }
    inOne.advance(to: end)
    expectSame(inOne, inSteps, "seed \(seed), much later")
  }

  @Test func whatWasDoneToTheRegimeIsKept() throws {
    var world = SmallWorld(figuresAsOf: 100 * TimeUnit.minute)
    world.at(1, .intervened(.shock(0)), .intervened(.shock(1)))
    world.at(2, .intervened(.removeAt(policy: 1, kind: .video, score: 2.5)))
    world.at(3, .intervened(.reviewAt(policy: 0, kind: .account, score: -0.125)))
    world.at(4, .intervened(.staffing(team: 1, percent: 250)))
    world.at(5, .intervened(.discipline(queue: 3, .views)))
    world.at(6, .intervened(.target(queue: 2, seconds: 30)), .shockEnded(0))
    for minutes in [6.0, 100, 101, 300] {
      world.advance(to: minutes)
      let copy = try decoded(world.projection)
      expectSame(world.projection, copy, "at \(minutes) minutes")
      #expect(copy.activeShocks.map(\.shock) == [1])
      #expect(copy.interventions.count == 7)
      #expect(copy.policiesInForce == [true, true])
    }
    for number in 0..<600 {
      world.at(301, .intervened(.target(queue: 0, seconds: UInt32(number))))
    }
    let copy = try decoded(world.projection)
    expectSame(world.projection, copy, "after more than is shown")
    #expect(copy.interventions.count == 256)
  }
}
