import ArgumentParser
import Foundation
import Moderation
import Queueing
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
  func load() throws -> Scenario {
    if let scenario = try BuiltInScenarios.scenario(named: scenario) { return scenario }
    guard scenario.contains("/") || scenario.hasSuffix(".yaml") || scenario.hasSuffix(".yml")
    else {
      let names = BuiltInScenarios.names
      throw Failure(
        "unknown scenario \"\(scenario)\""
          + NearestName.hint(for: scenario, in: names)
          + "; built in: \(names.joined(separator: ", ")); a file needs its path, such as ./NAME.yaml"
      )
    }
    let text: String
    do {
      text = try String(contentsOfFile: scenario, encoding: .utf8)
    } catch {
      let isReadable = FileManager.default.isReadableFile(atPath: scenario)
      throw Failure("\(scenario): \(isReadable ? "not a UTF-8 text" : "cannot be read")")
    }
    return try ScenarioFile.parse(text, file: scenario)
  }
}
