import CursesTerminal
import Dashboard
import Dispatch
import Foundation
import Moderation
import Queueing
import Recording
import Session
import Simulation

/// Wires a session to the terminal: keys in, snapshots in, screens out.
@MainActor final class LiveDashboard {
  private let terminal: CursesTerminal
  /// Nil when nothing is recorded.
  private let recorder: Recorder?
  private let session: SessionDriver
  private let mailbox: Mailbox<Snapshot>
  private let worlds: WorldSearch
  private var state: DashboardState
  private var snapshot: Snapshot

  /// Shows a live simulation until the user leaves the program.
  static func run(
    _ scenario: Scenario, seed: UInt64, opening: Microseconds, speed: Speed,
    recorder: Recorder?
  ) throws -> Never {
    let dashboard = LiveDashboard(
      try CursesTerminal(), scenario, seed: seed, opening: opening, speed: speed,
      recorder: recorder)
    let events = TerminalEvents(
      of: dashboard.terminal, keys: { dashboard.receive($0) },
      redraw: {
        dashboard.state.size = dashboard.terminal.size
        dashboard.draw()
      })
    dashboard.draw()
    dashboard.session.start()
    withExtendedLifetime(events) { TerminalEvents.run() }
  }

  private init(
    _ terminal: CursesTerminal, _ scenario: Scenario, seed: UInt64, opening: Microseconds,
    speed: Speed, recorder: Recorder?
  ) {
    self.terminal = terminal
    self.recorder = recorder
    state = DashboardState(size: terminal.size)
    let origin = SessionStatus.Origin.simulation(seed: seed)
    snapshot = Snapshot(
      of: Projection(facts: scenario.facts),
      status: SessionStatus(
        origin: origin, opening: opening > 0 ? opening : nil, speed: speed))
    worlds = WorldSearch(scenario, seed: seed)
    let mailbox = Mailbox<Snapshot>()
    self.mailbox = mailbox
    let notice = SnapshotNotice()
    session = SessionDriver(
      core: SessionCore(
        source: RegimeSimulation(scenario, seed: seed), facts: scenario.facts,
        recorder: recorder),
      origin: origin, opening: opening, speed: speed, mailbox: mailbox,
      onSnapshot: { notice.send() })
    notice.dashboard = self
  }

  fileprivate func takeSnapshot() {
    guard let newest = mailbox.take() else { return }
    snapshot = newest
    draw()
  }

  private func receive(_ keys: [KeyPress]) {
    for key in keys {
      guard let command = Binding.command(for: key) else { continue }
      for effect in state.apply(command, snapshot: snapshot) {
        switch effect {
        case .session(let command): session.send(command)
        case .findWorlds: findWorlds()
        case .quit: quit()
        }
      }
    }
    draw()
  }

  private func findWorlds() {
    worlds.start { view in
      DispatchQueue.main.async { @Sendable in
        MainActor.assumeIsolated { self.show(view) }
      }
    }
  }

  private func show(_ denominators: DenominatorView) {
    state.denominators = denominators
    draw()
  }

  private func draw() {
    var canvas = Canvas(terminal.size)
    DashboardScreen.draw(snapshot, state, into: &canvas)
    terminal.present(canvas)
  }

  private func quit() -> Never {
    terminal.close()
    worlds.cancel()
    session.stop()
    if let failure = recorder?.close() {
      Output.complain("\(failure)")
      exit(1)
    }
    exit(0)
  }
}

/// Tells the dashboard, on the main queue, that a snapshot waits for it.
private final class SnapshotNotice: Sendable {
  @MainActor weak var dashboard: LiveDashboard?

  func send() {
    DispatchQueue.main.async { @Sendable in
      MainActor.assumeIsolated { self.dashboard?.takeSnapshot() }
    }
  }
}
