import Dashboard
import Moderation
import Queueing
import Session
import Simulation
import Testing

/// A real session of `pledge-2016` to draw: seed 7, the announcement's morning.
enum Pledge {
  /// Projected once; the tests only read it.
  static let projection: Projection? = {
    guard let scenario = try? BuiltInScenarios.scenario(named: "pledge-2016") else { return nil }
    var core = SessionCore(
      source: RegimeSimulation(scenario, seed: 7), facts: scenario.facts)
    core.finish(at: scenario.facts.opensAt + 41 * TimeUnit.minute)
    return core.projection
  }()

  static func snapshot(
    isPaused: Bool = false, focus: Int? = nil
  ) throws -> Snapshot {
    Snapshot(
      of: try #require(projection),
      status: SessionStatus(
        origin: .simulation(seed: 7), isPaused: isPaused, speed: .oneHour),
      focus: focus)
  }

  /// The screen after some commands; the focus follows what they ask for.
  static func screen(_ size: Size, _ commands: [Command] = []) throws -> Canvas {
    var state = DashboardState(size: size)
    var snapshot = try snapshot()
    for command in commands {
      switch state.apply(command, snapshot: snapshot) {
      case .session(.focus(let signatory)): snapshot = try self.snapshot(focus: signatory)
      case .session(.togglePause):
        snapshot = try self.snapshot(isPaused: !snapshot.status.isPaused)
      default: break
      }
    }
    var canvas = Canvas(size)
    DashboardScreen.draw(snapshot, state, into: &canvas)
    return canvas
  }
}
