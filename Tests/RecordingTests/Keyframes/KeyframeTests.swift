import Foundation
import GRDB
import Moderation
import Queueing
import Recording
import Simulation
import Testing

/// Keyframes of recordings: where they are, what they take, and how a seek goes on from them.
@Suite struct KeyframeTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture() }

  /// Records a simulation as a session does, in batches of some size.
  private func record(
    through end: Microseconds, batch: Int = 4_096, name: String = "session.modtop"
  ) throws -> (path: String, projection: Projection) {
    let recorder = try Recorder(
      creating: fixture.path(name), header: fixture.header(), facts: fixture.facts)
    let source = RegimeSimulation(fixture.scenario, seed: 7)
    var projection = Projection(facts: fixture.facts)
    var log: [Event] = []
    while projection.now < end {
      let reached = source.advance(to: end, limit: batch, into: &log)
      for event in log { projection.apply(event) }
      projection.advance(to: reached)
      recorder.record(log, through: reached)
      recorder.record(stateOf: projection)
      log.removeAll(keepingCapacity: true)
    }
    if let failure = recorder.close() { throw failure }
    return (fixture.path(name), projection)
  }

  /// How many events each keyframe has folded, and its bytes.
  private func keyframes(_ path: String) throws -> [(events: Int, size: Int)] {
    try DatabaseQueue(path: path).read {
      try Row.fetchAll($0, sql: "SELECT events, length(state) FROM keyframes ORDER BY events")
    }.map { ($0[0], $0[1]) }
  }

  private func change(_ path: String, _ sql: String, _ arguments: StatementArguments = []) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: sql, arguments: arguments) }
    try queue.close()
  }

  private func check(_ path: String) throws -> SessionCheck {
    let checks = SessionVerifier(try SessionFile.open(path), facts: fixture.facts).checks()
    return try #require(checks.first { $0.name == "keyframes" })
  }

  private func isSame(_ one: Projection, _ other: Projection) -> Bool {
    one.encodedState() == other.encodedState() && one.hourBlocks == other.hourBlocks
      && one.hourBlocks.allSatisfy { one.hourBlock($0) == other.hourBlock($0) }
  }

  @Test func theyTakeLessThanAFifthOfTheFile() throws {
    let day = try #require(CivilDate(year: 2016, month: 4, day: 12))
    let end = fixture.facts.clock.instant(of: day)
    let (path, projection) = try record(through: end)
    let keyframes = try keyframes(path)
    let bytes = keyframes.reduce(0) { $0 + $1.size }
    #expect(keyframes.count > 30)
    #expect(5 * bytes < (try fixture.bytes(path)).count)
    // At no time has a seek much more to fold than there is between two.
    let places = [0] + keyframes.map(\.events) + [projection.fingerprint.events]
    for (one, next) in zip(places, places.dropFirst()) {
      #expect(next - one < KeyframeSchedule.interval + 3 * 4_096)
    }
    #expect(try check(path).verdict == .passed)
    try expectHours(of: projection, in: path)
  }

  /// That the complete blocks of hours are in the file, once, and needed.
  private func expectHours(of projection: Projection, in path: String) throws {
    let file = try SessionFile.open(path)
    let last = try #require(try file.state(notAfter: file.extent.end, facts: fixture.facts))
    #expect(last.hourBlocks == 0..<3)
    #expect(last.hourBlocks.allSatisfy { last.hourBlock($0) == projection.hourBlock($0) })
    // Without one the states that need it give way to those that do not.
    try change(path, "UPDATE hours SET checksum = checksum + 1 WHERE block = 1")
    let early = try SessionFile.open(path)
    let found = try #require(try early.state(notAfter: early.extent.end, facts: fixture.facts))
    #expect(found.hourBlocks == 0..<1)
    #expect(try check(path).detail == "the hours of block 1 are not those of the log")
    try change(path, "UPDATE hours SET checksum = checksum - 1 WHERE block = 1")
    #expect(try check(path).verdict == .passed)
    try change(path, "INSERT INTO hours SELECT 9, checksum, series FROM hours WHERE block = 1")
    #expect(try check(path).detail == "there are hours of a block 9 that none needs")
  }

  @Test func theirPlacesFollowFromTheLog() throws {
    let end = 5 * TimeUnit.day
    let first = try record(through: end, name: "first.modtop")
    let second = try record(through: end, name: "second.modtop")
    let places = try keyframes(first.path).map(\.events)
    #expect(!places.isEmpty)
    #expect(try keyframes(second.path).map(\.events) == places)
    let states = try [first.path, second.path].map { path in
      try DatabaseQueue(path: path).read {
        try Data.fetchAll($0, sql: "SELECT state FROM keyframes ORDER BY events")
      }
    }
    #expect(states[0] == states[1])
  }

  @Test func aSeekGoesOnFromThem() throws {
    let (path, _) = try record(through: 6 * TimeUnit.day, batch: 700)
    let file = try SessionFile.open(path)
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStream(seed: seed, name: "seeks")
    var whole = Projection(facts: fixture.facts)
    let all = RecordingSource(file, facts: fixture.facts)
    let targets = (0..<12).map { _ in Microseconds(random.uniform() * Double(file.extent.end)) }
    var fromKeyframes = 0
    for target in targets.sorted() {
      fold(all, to: target, &whole)
      var state =
        try file.state(notAfter: target, facts: fixture.facts) ?? Projection(facts: fixture.facts)
      #expect(state.now <= target)
      if state.now > 0 { fromKeyframes += 1 }
      fold(
        RecordingSource(file, facts: fixture.facts, from: state.fingerprint.events), to: target,
        &state)
      #expect(state.fingerprint == whole.fingerprint, "seed \(seed), \(target)")
      #expect(isSame(state, whole), "seed \(seed), \(target)")
      let events = whole.fingerprint.events
      let other =
        try file.state(ofAtMost: events, facts: fixture.facts) ?? Projection(facts: fixture.facts)
      #expect(other.fingerprint.events <= events)
      #expect(events - other.fingerprint.events < 2 * KeyframeSchedule.interval)
    }
    #expect(fromKeyframes > 0)
  }

  private func fold(
    _ source: RecordingSource, to target: Microseconds, _ projection: inout Projection
  ) {
    var log: [Event] = []
    while projection.now < target, source.stop == nil {
      let reached = source.advance(to: target, limit: 5_000, into: &log)
      for event in log { projection.apply(event) }
      projection.advance(to: reached)
      log.removeAll(keepingCapacity: true)
    }
  }

  @Test func aDamagedOneGivesWayToTheOneBefore() throws {
    let (path, _) = try record(through: 6 * TimeUnit.day)
    let places = try keyframes(path).map(\.events)
    let last = try #require(places.last)
    let facts = fixture.facts
    func found() throws -> Int {
      let file = try SessionFile.open(path)
      let byTime =
        try file.state(notAfter: file.extent.end, facts: facts) ?? Projection(facts: facts)
      let byNumber =
        try file.state(ofAtMost: file.extent.events, facts: facts) ?? Projection(facts: facts)
      #expect(byTime.fingerprint == byNumber.fingerprint)
      return byTime.fingerprint.events
    }
    #expect(try check(path).detail == "\(places.count) are the state of the log")
    #expect(try found() == last)
    let keyframe = try #require(try SessionFile.open(path).keyframe(ofAtMost: last))

    // A right checksum over a state that is none, or one of another log.
    for place in [1, 9, 200, keyframe.state.count - 1] {
      var state = keyframe.state
      state[place] ^= 1
      try change(
        path, "UPDATE keyframes SET state = ?, checksum = ? WHERE events = ?",
        [Data(state), Int64(Checksum.of(state)), last])
      #expect(
        try check(path)
          == SessionCheck(
            "keyframes", .failed, "the one of \(last) events is not the state of the log"))
      // It is used if it can be one, and never does harm.
      #expect(places.suffix(2).contains(try found()))
    }
    // A wrong checksum.
    try change(path, "UPDATE keyframes SET checksum = 1 WHERE events = ?", [last])
    #expect(try found() == places.dropLast().last)
    #expect(try check(path).detail == "the one of \(last) events is damaged")
    // Another instant, or more events than the log.
    let right = Int64(Checksum.of(keyframe.state))
    try change(
      path, "UPDATE keyframes SET state = ?, checksum = ?, time = time + 1 WHERE events = ?",
      [Data(keyframe.state), right, last])
    #expect(try found() == places.dropLast().last)
    #expect(try check(path).verdict == .failed)
    try change(
      path, "UPDATE keyframes SET time = time - 1, events = 99999999 WHERE events = ?", [last])
    #expect(try found() == places.dropLast().last)
    #expect(try check(path).detail == "there is one of 99999999 events, more than the log")
    // Another format.
    try change(path, "DELETE FROM keyframes WHERE events = 99999999")
    let other: [UInt8] = [0xEE, 1, 2]
    try change(
      path, "UPDATE keyframes SET state = ?, checksum = ?",
      [Data(other), Int64(Checksum.of(other))])
    #expect(try found() == 0)
    #expect(try check(path).verdict == .skipped)
    try change(path, "DELETE FROM keyframes")
    #expect(try found() == 0)
    #expect(try check(path) == SessionCheck("keyframes", .skipped, "there are none"))
  }

  @Test func theScheduleKeepsToItsShare() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStream(seed: seed, name: "schedule")
    for _ in 0..<200 {
      var schedule = KeyframeSchedule()
      var (events, eventBytes, bytes, placed, last) = (0, 0, 0, 0, 0)
      let size = 1 + random.below(1_000_000)
      for _ in 0..<400 {
        let more = 1 + Int(random.below(4_096))
        events += more
        eventBytes += more * 18
        guard events >= schedule.next else { continue }
        let own = Int(random.below(size))
        if schedule.place(size: own, at: events, eventBytes: eventBytes) {
          #expect(events - last >= KeyframeSchedule.interval, "seed \(seed)")
          bytes += own
          placed += 1
          last = events
        }
        #expect(4 * bytes <= eventBytes, "seed \(seed)")
        #expect(schedule.next > events, "seed \(seed)")
      }
      #expect(placed > 0 || size > 1_000_000 / 2, "seed \(seed)")
    }
  }

  /// However large states are, a seek folds a bounded number of events.
  @Test func noTwoLieFurtherApartThanTheGreatestDistance() {
    var schedule = KeyframeSchedule()
    var (events, last, placed) = (0, 0, 0)
    while events < 4_000_000 {
      events += 4_096
      guard events >= schedule.next else { continue }
      guard schedule.place(size: 50_000_000, at: events, eventBytes: events * 18) else { continue }
      #expect(events - last <= KeyframeSchedule.greatest + KeyframeSchedule.soonest + 4_096)
      (last, placed) = (events, placed + 1)
    }
    #expect(placed == 7)
  }
}
