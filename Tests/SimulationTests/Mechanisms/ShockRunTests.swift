import Moderation
import Queueing
import Simulation
import Testing

/// What shocks do to a regime, and what is left of it afterwards.
@Suite struct ShockRunTests {
  /// A run in which a shock begins on the second day.
  private func register(
    _ kind: ShockFacts.Kind, overriding overrides: [String: Double], days: Int64
  ) throws -> (register: SubjectRegister, log: [Event]) {
    let scenario = try ScenarioFixture.scenario(overriding: overrides)
    let shock = try #require(scenario.facts.shocks.firstIndex { $0.kind == kind })
    let simulation = RegimeSimulation(scenario, seed: 7)
    var log: [Event] = []
    _ = simulation.advance(to: TimeUnit.day, limit: .max, into: &log)
    simulation.apply(.shock(UInt8(shock)), at: TimeUnit.day, into: &log)
    _ = simulation.advance(to: days * TimeUnit.day, limit: .max, into: &log)
    var register = SubjectRegister()
    for event in log { register.add(event) }
    return (register, log)
  }

  /// A wrong hash blocks until it is undone; then what it blocked is given back, and it does
  /// not come back by itself.
  @Test func whatAPoisonedHashBlockedIsGivenBack() throws {
    let run = try register(
      .poisonedHash, overriding: ["shocks[1].copies": 3_000], days: 6)
    let blocked = run.register.entries.values.filter {
      IDSpace.isOfShock($0.subject.id) && $0.subject.origin == .copy
    }
    #expect((2_700...3_300).contains(blocked.count))
    // A moderator may have confirmed a removal on appeal, which nobody undoes.
    #expect(blocked.count { $0.standing == .reinstated } > blocked.count * 99 / 100)
    let hashes = run.log.count { event in
      if case .hashed(let subject) = event.fact { IDSpace.isOfShock(subject.id) } else { false }
    }
    let undone = run.log.count { event in
      if case .unhashed(let subject) = event.fact { IDSpace.isOfShock(subject.id) } else { false }
    }
    #expect((hashes, undone) == (1, 1))
  }

  /// What was lost stays lost, also when what a shock took down is back.
  @Test(arguments: [ShockFacts.Kind.bulkError, .poisonedHash])
  func lostViewsDoNotComeBack(kind: ShockFacts.Kind) throws {
    let scenario = try ScenarioFixture.scenario(overriding: [
      "shocks[1].copies": 3_000, "shocks[2].removals": 3_000,
    ])
    let shock = try #require(scenario.facts.shocks.firstIndex { $0.kind == kind })
    let simulation = RegimeSimulation(scenario, seed: 7)
    var projection = Projection(facts: scenario.facts)
    var lost = [0.0]
    var log: [Event] = []
    for hour in 1...(24 * 4) as ClosedRange<Microseconds> {
      let end = hour * TimeUnit.hour
      _ = simulation.advance(to: end, limit: .max, into: &log)
      if hour == 24 { simulation.apply(.shock(UInt8(shock)), at: end, into: &log) }
      for event in log { projection.apply(event) }
      log.removeAll()
      projection.advance(to: end)
      lost.append(projection.burden(of: .all).lawfulViewsLost)
    }
    #expect(zip(lost, lost.dropFirst()).allSatisfy { $0 <= $1 + 1e-6 }, "\(lost)")
    // Of 3,000 posts with 120 views each on average.
    #expect(lost[96] > lost[24] + 200_000)
  }

  /// The bank that all share takes the wrong hash from anybody.
  @Test func aPoisonedHashComesFromAnySignatory() throws {
    let scenario = try ScenarioFixture.scenario()
    let shock = try #require(scenario.facts.shocks.firstIndex { $0.kind == .poisonedHash })
    let origins = (1...6 as ClosedRange<UInt64>).map { seed -> [UInt16] in
      let simulation = RegimeSimulation(scenario, seed: seed)
      var log: [Event] = []
      simulation.apply(.shock(UInt8(shock)), at: 0, into: &log)
      return log.compactMap { event in
        if case .hashed(let subject) = event.fact { subject.signatory } else { nil }
      }
    }
    #expect(origins.allSatisfy { $0.count == 1 })
    #expect(Set(origins.joined()).count > 1)
  }

  /// What the bank blocks at upload was never published, and is no strike.
  @Test func aSurgeSuspendsFewAccounts() throws {
    let run = try register(
      .reuploadSurge, overriding: ["shocks[0].copies": 60_000, "shocks[0].accounts": 20_000],
      days: 3)
    let removed = run.register.entries.values.count {
      IDSpace.isOfShock($0.subject.id) && $0.standing == .removed
    }
    let suspended = run.register.suspended.values.reduce(0, +)
    #expect(removed > 40_000)
    #expect(suspended < 600)
  }
}
