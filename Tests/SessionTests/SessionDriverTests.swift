import Dispatch
import Moderation
import Queueing
import Session
import Simulation
import Synchronization
import Testing

@Suite struct SessionDriverTests {
  /// Runs a session until a snapshot fulfils a condition; nil after 30 s.
  private func snapshot(
    opening: Microseconds, speed: Speed, commands: [SessionCommand] = [],
    where isWanted: @escaping @Sendable (Snapshot) -> Bool
  ) async throws -> Snapshot? {
    let scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    let mailbox = Mailbox<Snapshot>()
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    let deck = SessionDeck(
      live: SessionCore(source: RegimeSimulation(scenario, seed: 7), facts: scenario.facts),
      seed: 7, opening: opening, speed: speed, at: SessionDriver.wall(),
      forkRecorder: { _, _ in nil })
    let driver = SessionDriver(
      deck: deck, mailbox: mailbox, onSnapshot: { continuation.yield() })
    let deadline = DispatchTime.now() + .seconds(30)
    driver.start()
    for command in commands { driver.send(command) }
    defer { driver.stop() }
    for await _ in stream {
      if let snapshot = mailbox.take(), isWanted(snapshot) { return snapshot }
      if DispatchTime.now() > deadline { return nil }
    }
    return nil
  }

  @Test func itRacesToTheOpeningAndGoesOnLive() async throws {
    let opening = 5 * TimeUnit.day
    let snapshot = try await snapshot(opening: opening, speed: .oneHour) {
      $0.status.opening == nil && $0.now > opening
    }
    let live = try #require(snapshot)
    #expect(live.status.speed == .oneHour && !live.status.isPaused)
    #expect(live.totals[0].removed > 0)
  }

  @Test func aPausedSessionStandsStill() async throws {
    let snapshot = try await snapshot(
      opening: 0, speed: .oneHour, commands: [.togglePause, .focus(signatory: 3)]
    ) { $0.status.isPaused && $0.focus != nil }
    #expect(try #require(snapshot).focus?.signatory == 3)
  }

  @Test func speedCommandsKeepTheirOrder() async throws {
    let snapshot = try await snapshot(
      opening: 0, speed: .oneHour, commands: [.faster, .faster, .slower, .togglePause]
    ) { $0.status.isPaused }
    #expect(try #require(snapshot).status.speed == Speed.oneHour.faster())
  }

  @Test func aLookIntoErrorsAndAnInterventionReachTheSnapshot() async throws {
    let snapshot = try await snapshot(
      opening: 0, speed: .oneHour,
      commands: [.togglePause, .examine(Scope(kind: .video)), .intervene(.shock(0))]
    ) { $0.part != nil && !$0.activeShocks.isEmpty }
    let changed = try #require(snapshot)
    #expect(changed.part?.scope == Scope(kind: .video))
    #expect(changed.activeShocks.map(\.shock) == [0])
    #expect(changed.status.interventionRefusal == nil)
  }

  @Test func aMailboxKeepsTheLatestOnly() {
    let box = Mailbox<Int>()
    #expect(box.post(1))
    #expect(!box.post(2))
    #expect(box.take() == 2)
    #expect(box.take() == nil)
  }
}
