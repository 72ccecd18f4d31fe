import ArgumentParser
import Simulation

/// The scenario, what is changed in it, and the seed: what every simulating command takes.
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

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Replace a number of the scenario, such as teams.reviewers.accuracy=0.95; repeatable.",
      discussion: "The paths are those that modtop scenarios show prints.",
      valueName: "path=value"),
    transform: Setting.init(parsing:))
  var settings: [Setting] = []

  @Option(
    help: ArgumentHelp(
      "A roster that replaces the scenario's: a YAML file with the keys of its section, or a CSV file.",
      valueName: "file"))
  var roster: String?

  /// The scenario, read and checked.
  func load() throws -> Scenario {
    var overrides: [String: Double] = [:]
    for setting in settings {
      guard overrides.updateValue(setting.value, forKey: setting.path) == nil else {
        throw Failure("--set \(setting.path) stands twice")
      }
    }
    return try ScenarioLoader.scenario(
      scenario, overriding: overrides, roster: roster.map(ScenarioLoader.roster))
  }

  /// A number of the scenario and the value that replaces it.
  struct Setting {
    let path: String
    let value: Double

    init(parsing argument: String) throws {
      let halves = argument.split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2, let value = Double(halves[1]), value.isFinite else {
        throw Failure("expected a path and a number such as teams.reviewers.accuracy=0.95")
      }
      path = String(halves[0])
      self.value = value
    }
  }
}
