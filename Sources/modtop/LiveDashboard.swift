import CursesTerminal
import Dashboard
import Dispatch
import Foundation
import Moderation
import Queueing
import Session
import Simulation

/// Wires a session to the terminal: keys in, snapshots in, screens out.
@MainActor final class LiveDashboard {
  private let terminal: CursesTerminal
  private let session: SessionDriver
  private let mailbox: Mailbox<Snapshot>
  private let worlds: WorldSearch
  private var state: DashboardState
  private var snapshot: Snapshot

  /// Shows a session until the user leaves the program.
  ///
  /// - Parameter scenario: of the session, for questions about other worlds.
  static func run(_ deck: sending SessionDeck, scenario: Scenario, seed: UInt64) throws -> Never {
    let dashboard = LiveDashboard(try CursesTerminal(), deck, scenario, seed: seed)
    let events = TerminalEvents(
      of: dashboard.terminal, keys: { dashboard.receive($0) },
      redraw: {
        dashboard.state.size = dashboard.terminal.size
        dashboard.draw()
      }, end: { _ in dashboard.session.stop() })
    dashboard.draw()
    dashboard.session.start()
    withExtendedLifetime(events) { TerminalEvents.run() }
  }

  /// The same from the main thread of a command.
  nonisolated static func start(
    _ deck: sending SessionDeck, scenario: Scenario, seed: UInt64
  ) throws -> Never {
    try MainActor.assumeIsolated { try run(deck, scenario: scenario, seed: seed) }
  }

  private init(
    _ terminal: CursesTerminal, _ deck: sending SessionDeck, _ scenario: Scenario, seed: UInt64
  ) {
    self.terminal = terminal
    state = DashboardState(size: terminal.size)
    snapshot = deck.snapshot()
    worlds = WorldSearch(scenario, seed: seed)
    let mailbox = Mailbox<Snapshot>()
    self.mailbox = mailbox
    let notice = SnapshotNotice()
    session = SessionDriver(deck: deck, mailbox: mailbox, onSnapshot: { notice.send() })
    notice.dashboard = self
  }

  fileprivate func takeSnapshot() {
    guard let newest = mailbox.take() else { return }
    snapshot = newest
    draw()
  }

  private func receive(_ keys: [KeyPress]) {
    for key in keys {
      for effect in state.receive(key, snapshot: snapshot) {
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
    let (recorded, failure) = session.stop()
    for path in recorded { try? Output.print("recorded: \(Sanitizer.clean(path))") }
    if let failure {
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
