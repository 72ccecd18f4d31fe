import Dashboard
import Moderation
import Queueing
import Session
import Simulation
import Testing

/// The screens that a user of the default scenario sees first; the README shows one of them.
///
/// They change with the model and its calibration, unlike those of `ScreenTests`.
@Suite struct PledgeScreenTests {
  @Test(
    arguments: [
      ("pledge-overview-80x24", []), ("pledge-errors-80x24", [.showErrors]),
    ] as [(String, [Command])])
  func screensAreAsTheyWereLastLookedAt(name: String, commands: [Command]) throws {
    let scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    var core = SessionCore(
      source: RegimeSimulation(scenario, seed: 7), facts: scenario.facts)
    core.finish(at: scenario.facts.opensAt + 41 * TimeUnit.minute)
    var screen = Screen(core.projection)
    screen.apply(commands)
    try Golden.expect(screen.text, name)
  }

  @Test func aLawThatTheUserBroughtIsInForce() throws {
    let scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    var core = SessionCore(
      source: RegimeSimulation(scenario, seed: 7), facts: scenario.facts)
    core.finish(at: TimeUnit.day + 9 * TimeUnit.hour)
    let law = try #require(scenario.facts.shocks.firstIndex { $0.kind == .newLaw })
    core.apply(.shock(UInt8(law)))
    core.finish(at: 2 * TimeUnit.day)
    var screen = Screen(core.projection)
    screen.apply([.showEvents])
    #expect(screen.text.contains("in force since 2 Jan 2016 09:00"))
    screen.apply(Array(repeating: .down, count: law))
    #expect(screen.text.contains("cannot begin: the policy is in force already"))
  }
}
