import Moderation
import Queueing
import Testing

/// Bytes that are no state give an error, or something that does no harm.
@Suite struct StateDamageTests {
  private static let facts = SmallWorld.facts(figuresAsOf: 3 * TimeUnit.hour)

  private static func state(seed: UInt64, events: Int) -> [UInt8] {
    var projection = Projection(facts: facts)
    for event in RandomLog.make(seed: seed, events: events, facts: facts) {
      projection.apply(event)
    }
    return projection.encodedState()
  }

  /// Reads all of a state if it is one, lets the world go on, and reads it again.
  ///
  /// Returns whether it was one.
  @discardableResult
  private func use(_ state: [UInt8]) -> Bool {
    guard var projection = try? Projection(facts: Self.facts, decoding: state) else {
      return false
    }
    read(projection)
    let start = projection.now
    // So late that days would take long to pass.
    guard start < 1 << 55 else { return true }
    for (number, pause) in [0, TimeUnit.minute, 7 * TimeUnit.hour, TimeUnit.day].enumerated() {
      projection.advance(to: projection.now + pause)
      for signatory in 0..<2 {
        // No subject of the state is like these, so what they do is legal whatever it says.
        let id = (UInt32(1) << 29) + UInt32(2 * number + signatory)
        go(Subject(id: id, signatory: signatory, kind: .post, truth: .lawful), &projection)
      }
      read(projection)
    }
    let again = try? Projection(
      facts: Self.facts, decoding: projection.encodedState(), block: projection.hourBlock)
    #expect(again != nil)
    return true
  }

  private func go(_ subject: Subject, _ projection: inout Projection) {
    let now = projection.now
    let place = Placement(queue: 0, source: .screening, since: now)
    func step(_ from: Standing, _ to: Standing) -> Transition {
      Transition(from: from, to: to, cause: .review, seen: 2, ahead: 5, age: 90, sinceFlag: 70)
    }
    for fact in [
      Fact.passed(signatory: subject.signatory, kind: .video, count: 70),
      .queued(subject, step(.arriving, .undecided), place), .claimed(subject, place),
      .released(subject, place), .claimed(subject, place),
      .decided(subject, step(.undecided, .removed), place),
      .staffed(station: subject.signatory, moderators: 3),
      .resting(station: subject.signatory, moderators: 1),
      .intervened(.target(queue: 0, seconds: 600)), .intervened(.shock(1)),
    ] { projection.apply(Event(time: now, fact: fact)) }
  }

  private func read(_ projection: Projection) {
    let snapshot = Snapshot(
      of: projection, status: SessionStatus(origin: .simulation(seed: 1), speed: .oneHour),
      focus: 1, part: .all)
    // What a screen makes of them.
    for series in snapshot.backlogs + snapshot.removals + [snapshot.activity] {
      _ = series.sums(of: 24, newest: 30)
      _ = series.peaks(of: 6, newest: 30)
    }
    var stream = RandomStream(seed: 1, name: "views")
    _ = snapshot.prevalence.sample(&stream)
    _ = (snapshot.moderators, snapshot.total.neverAppealed, snapshot.errors.burden.errorCost)
    for queue in snapshot.queues { _ = (queue.attainment, queue.hoursToClear) }
  }

  @Test func itIsCutOffAnywhere() {
    let state = Self.state(seed: 1, events: 300)
    #expect(use(state))
    for length in state.indices { #expect(!use(Array(state[..<length])), "cut at \(length)") }
    #expect(!use(state + [0]))
  }

  @Test func anyBitIsWrong() {
    let seed = UInt64.random(in: 0...UInt64.max)
    let state = Self.state(seed: seed, events: 100)
    var refused = 0
    for place in 0..<(8 * state.count) {
      var damaged = state
      damaged[place / 8] ^= 1 << UInt8(place % 8)
      if !use(damaged) { refused += 1 }
    }
    // A state has no check sum, so many a number may be another one; but not most.
    #expect(refused > state.count, "seed \(seed)")
  }

  @Test func anyBytesAreOtherBytes() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStream(seed: seed, name: "damage")
    let states = (0..<4).map { Self.state(seed: seed &+ $0, events: 200 << Int($0)) }
    for round in 0..<4_000 {
      var damaged = states[round % 4]
      for _ in 0...random.below(4) {
        let place = Int(random.below(UInt32(damaged.count)))
        switch random.below(4) {
        case 0: damaged[place] = UInt8(random.below(256))
        case 1: damaged[place] = [0, 1, 0x7F, 0x80, 0xFF][Int(random.below(5))]
        case 2: damaged.remove(at: place)
        default: damaged.insert(UInt8(random.below(4)), at: place)
        }
      }
      use(damaged)
    }
  }

  @Test func itIsNoStateAtAll() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStream(seed: seed, name: "garbage")
    for round in 0..<4_000 {
      let length = Int(random.below(200))
      // Mostly small numbers, as a state has.
      let bound = UInt32(2) << UInt32(round % 8)
      let garbage = (0..<length).map { _ in UInt8(random.below(bound)) }
      use([Projection.stateFormat] + garbage)
    }
    #expect(throws: StateError.unknownFormat(0)) {
      try Projection(facts: Self.facts, decoding: [])
    }
    #expect(throws: StateError.unknownFormat(9)) {
      try Projection(facts: Self.facts, decoding: [9, 1, 2])
    }
  }

  @Test func blocksOfHoursAreReadOrRefused() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStream(seed: seed, name: "hours")
    var projection = Projection(facts: Self.facts)
    for event in RandomLog.make(seed: seed, events: 500, facts: Self.facts) {
      projection.apply(event)
    }
    projection.advance(to: 100 * TimeUnit.day)
    #expect(projection.hourBlocks == 0..<3)
    let block = projection.hourBlock(0)
    let bytes = block.encoded()
    #expect(try HourBlock(Self.facts, decoding: bytes) == block)
    for length in bytes.indices {
      #expect(throws: StateError.self) {
        try HourBlock(Self.facts, decoding: Array(bytes[..<length]))
      }
    }
    let state = projection.encodedState()
    for _ in 0..<1_000 {
      var damaged = bytes
      damaged[Int(random.below(UInt32(bytes.count)))] ^= 1 << UInt8(random.below(8))
      let found = try? HourBlock(Self.facts, decoding: damaged)
      let whole = try? Projection(facts: Self.facts, decoding: state) {
        $0 == 0 ? found : projection.hourBlock($0)
      }
      if let whole { read(whole) }
      #expect((whole != nil) == (found?.number == 0), "seed \(seed)")
    }
  }

  @Test func greatNumbersTakeNoMemory() {
    let ones = [UInt8](repeating: 0xFF, count: 8) + [0x7F]
    for prefix in 0..<200 {
      // The runs of zeros let it come far; then there are more of something than bytes.
      use(
        [Projection.stateFormat, 0x80, 0x80, 0x80, 0x80, 0x40] + [0, UInt8(prefix)] + ones + [1])
      use([Projection.stateFormat] + ones + [0, UInt8(prefix)] + ones)
    }
  }

  @Test func theStateOfAnotherScenarioIsRefused() {
    let state = Self.state(seed: 3, events: 300)
    let other = ScenarioFacts(
      name: "other", title: "", about: "", sources: [], clock: Self.facts.clock, opensAt: 0,
      publishedFigures: [], signatories: Self.facts.signatories + Self.facts.signatories,
      policies: Self.facts.policies, queues: Self.facts.queues, teams: Self.facts.teams,
      views: Self.facts.views)
    #expect(throws: StateError.self) { try Projection(facts: other, decoding: state) }
  }
}
