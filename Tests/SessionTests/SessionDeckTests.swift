import Foundation
import Moderation
import Queueing
import Recording
import Session
import Simulation
import Synchronization
import Testing

/// Replays, looks back and forks, with a wall clock that the test moves.
@Suite struct SessionDeckTests {
  private static let changes = [
    AppliedIntervention(
      time: 2 * TimeUnit.day, intervention: .removeAt(policy: 0, kind: .post, score: 4.2)),
    AppliedIntervention(time: 4 * TimeUnit.day, intervention: .shock(3)),
  ]

  private func replay(
    _ recorded: RecordedPledge, isPaused: Bool = true
  ) throws -> SessionDeck {
    let path = recorded.folder.appendingPathComponent("fork.modtop").path
    let (scenario, seed) = (recorded.scenario, try recorded.open().header.seed)
    return try SessionDeck(
      replaying: recorded.open(), unit: .oneHour, speed: .oneHour, isPaused: isPaused, at: 0,
      forkRecorder: { _, parent in
        try Recorder(
          creating: path,
          header: SessionHeader(
            scenario, seed: seed, program: "test", recordedAt: 0, parent: parent),
          facts: scenario.facts)
      })
  }

  /// Lets wall time pass in steps of a frame.
  private func run(_ deck: inout SessionDeck, from start: Microseconds, to end: Microseconds) {
    for wall in stride(from: start, through: end, by: 33_000) {
      while !deck.advance(at: wall, limit: 4_096).isComplete {}
      deck.note(at: wall)
    }
  }

  @Test func aForkIsItsParentUntilTheFirstChange() throws {
    let recorded = try RecordedPledge(seed: 21, changes: Self.changes)
    let instant = 5 * TimeUnit.day + 12_345_678
    var deck = try replay(recorded)
    deck.apply(.seek(.instant(instant)), at: 0)
    deck.apply(.fork, at: 0)
    run(&deck, from: 0, to: 100_000)
    let atFork = deck.snapshot()
    #expect(atFork.now == instant && atFork.status.isPaused && atFork.replay == nil)
    #expect(atFork.status.origin == .simulation(seed: 21))
    #expect(atFork.status.forkedAt == instant)
    deck.apply(.setSpeed(.maximum), at: 0)
    deck.apply(.togglePause, at: 0)
    while deck.snapshot().now < 7 * TimeUnit.day {
      _ = deck.advance(at: 1, limit: 4_096)
    }
    deck.close()

    let fork = try RecordedSession(
      opening: recorded.folder.appendingPathComponent("fork.modtop").path)
    let parent = try recorded.open()
    #expect(fork.header.parent?.id == parent.header.id)
    #expect(fork.header.parent?.time == instant)
    let common = try fork.file.events(through: 7 * TimeUnit.day)
    #expect(try parent.file.events(through: 7 * TimeUnit.day) == common)
    // The bytes of a log are a function of its events.
    let log = fork.file.log(common, fork.facts)
    #expect(log.count == common && log == parent.file.log(common, parent.facts))
    #expect(try fork.interventions(through: 7 * TimeUnit.day) == Self.changes)
  }

  @Test func aChangedForkGoesItsOwnWay() throws {
    let recorded = try RecordedPledge(seed: 22)
    var deck = try replay(recorded)
    deck.apply(.intervene(.staffing(team: 0, percent: 50)), at: 0)
    #expect(deck.snapshot().status.notice?.text.contains("fork it") == true)
    deck.apply(.seek(.instant(3 * TimeUnit.day)), at: 0)
    deck.apply(.fork, at: 0)
    run(&deck, from: 0, to: 100_000)
    deck.apply(.intervene(.staffing(team: 0, percent: 50)), at: 0)
    #expect(deck.snapshot().status.notice?.applied == .staffing(team: 0, percent: 50))
    deck.apply(.setSpeed(.maximum), at: 0)
    deck.apply(.togglePause, at: 0)
    while deck.snapshot().now < 5 * TimeUnit.day {
      _ = deck.advance(at: 1, limit: 4_096)
    }
    #expect(deck.snapshot().staffing[0] == 50)
    let parent = recorded.projection(at: deck.snapshot().now)
    #expect(
      deck.snapshot().total
        != Snapshot(
          of: parent, status: SessionStatus(origin: .simulation(seed: 22), speed: .oneHour)
        ).total)
    deck.close()
  }

  @Test func aLiveSessionLooksBackAndReturnsWhileItGoesOn() throws {
    let recorded = try RecordedPledge(seed: 23)
    let path = recorded.folder.appendingPathComponent("live.modtop").path
    var deck = SessionDeck(
      live: SessionCore(
        source: RegimeSimulation(recorded.scenario, seed: 23), facts: recorded.scenario.facts,
        recorder: try recorded.recorder(seed: 23, path: path)),
      seed: 23, opening: 2 * TimeUnit.day, speed: .oneHour, at: 0, forkRecorder: { _, _ in nil })
    run(&deck, from: 0, to: 2_000_000)
    let live = deck.snapshot().now
    #expect(live > 2 * TimeUnit.day)
    deck.apply(.seek(.by(-TimeUnit.day)), at: 2_000_000)
    let back = deck.snapshot()
    #expect(back.replay?.live == live && back.now == live - TimeUnit.day)
    #expect(back.status.isPaused && back.status.origin == .simulation(seed: 23))
    let then = recorded.projection(at: back.now)
    #expect(back.total == Snapshot(of: then, status: back.status).total)
    var wall: Microseconds = 2_033_000
    // The recorder writes by the real clock.
    for _ in 0..<100 where (deck.snapshot().replay?.end ?? 0) <= live {
      run(&deck, from: wall, to: wall + 1_000_000)
      wall += 1_033_000
      usleep(50_000)
    }
    let later = deck.snapshot()
    #expect(later.now == back.now && (later.replay?.live ?? 0) > live)
    #expect((later.replay?.end ?? 0) > live)
    deck.apply(.addMarker(note: "look"), at: wall)
    #expect(deck.snapshot().replay?.markers.map(\.note) == ["look"])
    deck.apply(.goLive, at: wall)
    let returned = deck.snapshot()
    #expect(returned.replay == nil && returned.now == later.replay?.live)
    deck.close()
    #expect(try RecordedSession(opening: path).file.extent.isClosed)
  }

  @Test func aForkOfALiveSessionAsksFirstAndClosesTheParentsFile() throws {
    let recorded = try RecordedPledge(seed: 28)
    let path = recorded.folder.appendingPathComponent("live.modtop").path
    var deck = SessionDeck(
      live: SessionCore(
        source: RegimeSimulation(recorded.scenario, seed: 28), facts: recorded.scenario.facts,
        recorder: try recorded.recorder(seed: 28, path: path)),
      seed: 28, opening: 2 * TimeUnit.day, speed: .oneHour, at: 0, forkRecorder: { _, _ in nil })
    run(&deck, from: 0, to: 500_000)
    deck.apply(.seek(.by(-TimeUnit.day)), at: 500_000)
    deck.apply(.fork, at: 500_000)
    #expect(deck.snapshot().replay != nil)
    #expect(deck.snapshot().status.notice?.text.contains("once more") == true)
    deck.apply(.fork, at: 500_000)
    run(&deck, from: 533_000, to: 700_000)
    #expect(deck.snapshot().replay == nil && deck.snapshot().status.forkedAt != nil)
    // The parent's file stands alone.
    let files = try FileManager.default.contentsOfDirectory(atPath: recorded.folder.path)
    #expect(files.filter { $0.hasPrefix("live") } == ["live.modtop"])
    #expect(try RecordedSession(opening: path).file.extent.isClosed)
    deck.apply(.goLive, at: 700_000)
    #expect(deck.snapshot().status.notice?.text.contains("no live session") == true)
    deck.close()
  }

  @Test func aLookBackThatIsPlayedToItsEndIsLiveAgain() throws {
    let recorded = try RecordedPledge(seed: 29)
    let path = recorded.folder.appendingPathComponent("live.modtop").path
    var deck = SessionDeck(
      live: SessionCore(
        source: RegimeSimulation(recorded.scenario, seed: 29), facts: recorded.scenario.facts,
        recorder: try recorded.recorder(seed: 29, path: path)),
      seed: 29, opening: TimeUnit.day, speed: .oneHour, at: 0, forkRecorder: { _, _ in nil })
    run(&deck, from: 0, to: 500_000)
    deck.apply(.togglePause, at: 500_000)
    deck.apply(.seek(.by(-TimeUnit.hour)), at: 500_000)
    deck.apply(.setSpeed(.maximum), at: 500_000)
    deck.apply(.togglePause, at: 500_000)
    run(&deck, from: 533_000, to: 1_000_000)
    #expect(deck.snapshot().replay == nil)
    #expect(deck.snapshot().status.notice?.text == "live again")
    deck.close()
  }

  @Test func aLookBackPlaysWhileTheLiveSessionCannotFollowItsSpeed() throws {
    let recorded = try RecordedPledge(seed: 31)
    let path = recorded.folder.appendingPathComponent("live.modtop").path
    var deck = SessionDeck(
      live: SessionCore(
        source: RegimeSimulation(recorded.scenario, seed: 31), facts: recorded.scenario.facts,
        recorder: try recorded.recorder(seed: 31, path: path)),
      seed: 31, opening: 3 * TimeUnit.day, speed: .oneHour, at: 0, forkRecorder: { _, _ in nil })
    run(&deck, from: 0, to: 200_000)
    deck.apply(.setSpeed(.maximum), at: 200_000)
    deck.apply(.seek(.by(-TimeUnit.day)), at: 200_000)
    deck.apply(.togglePause, at: 200_000)
    let start = deck.snapshot().now
    for wall in stride(from: Microseconds(210_000), through: 2_200_000, by: 10_000) {
      #expect(!deck.advance(at: wall, limit: 100).isComplete)
      deck.note(at: wall)
    }
    // Two seconds at an hour a second.
    #expect(deck.snapshot().now > start + 2 * TimeUnit.hour - TimeUnit.minute)
    deck.close()
  }

  @Test func aJumpThatEndsTooSoonSaysSo() throws {
    let recorded = try RecordedPledge(seed: 33)
    var deck = try replay(recorded)
    deck.apply(.seek(.by(7 * TimeUnit.day)), at: 0)
    #expect(deck.snapshot().status.notice == nil)
    deck.apply(.seek(.by(7 * TimeUnit.day)), at: 0)
    #expect(deck.snapshot().status.notice?.text.contains("ends here") == true)
    deck.apply(.seek(.by(-70 * TimeUnit.day)), at: 0)
    #expect(deck.snapshot().now == 0)
    #expect(deck.snapshot().status.notice?.text.contains("begins here") == true)
  }

  @Test func whoHasPlayedOnLooksFromWhereHeIs() throws {
    let recorded = try RecordedPledge(seed: 32)
    var deck = try replay(recorded)
    deck.apply(.find(try EventFilter(parsing: "decided removed", recorded.scenario.facts)), at: 0)
    let first = try #require(deck.snapshot().replay?.found)
    deck.apply(.togglePause, at: 0)
    deck.apply(.setSpeed(Speed(perSecond: TimeUnit.day)), at: 0)
    run(&deck, from: 0, to: 4_000_000)
    deck.apply(.togglePause, at: 4_000_000)
    deck.apply(.seek(.match(.back)), at: 4_000_000)
    let found = try #require(deck.snapshot().replay?.found)
    #expect(found.time > first.time + 2 * TimeUnit.day)
    // Played from the start again, it is far away.
    deck.apply(.setSpeed(.maximum), at: 4_000_000)
    deck.apply(.togglePause, at: 4_000_000)
    run(&deck, from: 4_000_000, to: 6_000_000)
    deck.apply(.setSpeed(.oneHour), at: 6_000_000)
    deck.apply(.togglePause, at: 6_000_000)
    #expect(deck.snapshot().now == 0 && deck.snapshot().replay?.found == nil)
  }

  @Test func aDamagedRecordingPlaysUpToTheDamage() throws {
    let recorded = try RecordedPledge(seed: 30)
    let whole = try Data(contentsOf: URL(fileURLWithPath: recorded.path))
    let cut = recorded.folder.appendingPathComponent("cut.modtop").path
    try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: cut))
    let session = try RecordedSession(opening: cut)
    let extent = session.file.extent
    #expect(extent.damage != nil && extent.events > 10_000)
    var deck = try SessionDeck(
      replaying: session, unit: .oneHour, speed: .maximum, isPaused: false, at: 0,
      forkRecorder: { _, _ in nil })
    run(&deck, from: 0, to: 2_000_000)
    let last = deck.snapshot()
    #expect(last.status.isPaused && last.replay?.position == extent.events)
    #expect(last.now == extent.end && last.status.stop?.label == "recording damaged")
    deck.apply(.seek(.instant(extent.end / 2)), at: 2_000_000)
    #expect(deck.snapshot().now == extent.end / 2)
    let then = recorded.projection(at: extent.end / 2)
    #expect(deck.snapshot().total == Snapshot(of: then, status: last.status).total)
  }

  @Test func withoutARecordingThereIsNoWayBack() throws {
    let recorded = try RecordedPledge(seed: 24)
    var deck = SessionDeck(
      live: SessionCore(
        source: RegimeSimulation(recorded.scenario, seed: 24), facts: recorded.scenario.facts),
      seed: 24, opening: 0, speed: .oneHour, recordingRefusal: "read-only", at: 0,
      forkRecorder: { _, _ in nil })
    deck.apply(.seek(.byEvents(-1)), at: 0)
    let snapshot = deck.snapshot()
    #expect(snapshot.replay == nil && snapshot.status.recording == .failed("read-only"))
    #expect(snapshot.status.notice?.text.contains("not recorded") == true)
  }

  @Test func playStopsOnTheLastFrameAndBackOnTheFirst() throws {
    let recorded = try RecordedPledge(seed: 25)
    var deck = try replay(recorded, isPaused: false)
    deck.apply(.setSpeed(.maximum), at: 0)
    run(&deck, from: 0, to: 2_000_000)
    let last = deck.snapshot()
    #expect(last.now == RecordedPledge.days * TimeUnit.day && last.status.isPaused)
    #expect(last.replay?.position == recorded.log.count && last.status.stop == nil)
    deck.apply(.reverse, at: 2_000_000)
    deck.apply(.togglePause, at: 2_000_000)
    run(&deck, from: 2_033_000, to: 4_000_000)
    #expect(deck.snapshot().now == 0 && deck.snapshot().status.isPaused)
  }

  @Test func aLoopBeginsAgainAtItsEnd() throws {
    let recorded = try RecordedPledge(seed: 26)
    var deck = try replay(recorded)
    deck.apply(.seek(.instant(3 * TimeUnit.day)), at: 0)
    deck.apply(.loop, at: 0)
    deck.apply(.seek(.by(3 * TimeUnit.hour)), at: 0)
    deck.apply(.loop, at: 0)
    deck.apply(.togglePause, at: 0)
    var seen: [Microseconds] = []
    for wall in stride(from: Microseconds(33_000), to: 10_000_000, by: 33_000) {
      _ = deck.advance(at: wall, limit: 4_096)
      deck.note(at: wall)
      seen.append(deck.snapshot().now)
    }
    let loop = 3 * TimeUnit.day...3 * TimeUnit.day + 3 * TimeUnit.hour
    #expect(seen.allSatisfy(loop.contains))
    #expect(zip(seen, seen.dropFirst()).count { $1 < $0 } >= 2)
  }

  @Test func nAndNArriveBeforeTheEventTheyFind() throws {
    let recorded = try RecordedPledge(seed: 27, changes: Self.changes)
    var deck = try replay(recorded)
    deck.apply(.seek(.match(.forth)), at: 0)
    #expect(deck.snapshot().status.notice?.text.contains("/") == true)
    deck.apply(.find(try EventFilter(parsing: "intervened", recorded.scenario.facts)), at: 0)
    let first = deck.snapshot()
    #expect(first.replay?.found?.time == 2 * TimeUnit.day)
    #expect(first.now <= 2 * TimeUnit.day)
    deck.apply(.seek(.byEvents(1)), at: 0)
    #expect(deck.snapshot().replay?.last?.fact.name == .intervened)
    deck.apply(.seek(.match(.forth)), at: 0)
    #expect(deck.snapshot().replay?.found?.time == 4 * TimeUnit.day)
    deck.apply(.seek(.match(.back)), at: 0)
    #expect(deck.snapshot().replay?.found?.time == 2 * TimeUnit.day)
  }
}

extension SessionFile {
  /// The first events of the log.
  fileprivate func log(_ count: Int, _ facts: ScenarioFacts) -> [Event] {
    var log: [Event] = []
    RecordingSource(self, facts: facts).advance(events: count, into: &log)
    return log
  }
}
