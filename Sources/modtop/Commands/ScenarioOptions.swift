import ArgumentParser
import Simulation

/// The scenario and seed that every simulating command takes.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "A built-in scenario, or the path of a scenario file.")
  var scenario = "pledge-2016"

  @Option(
    help: ArgumentHelp(
      "The seed: a whole number from 0 on. The same seed gives the same run.",
      valueName: "number"),
    transform: { argument in
      guard let seed = UInt64(argument) else {
        throw Failure("expected a whole number from 0 to \(UInt64.max)")
      }
      return seed
    })
  var seed: UInt64 = 1

  /// The scenario, read and checked.
  func load() throws -> Scenario { try ScenarioLoader.scenario(scenario) }
}
