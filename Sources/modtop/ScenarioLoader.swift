import Foundation
import Simulation

/// Finds scenarios by name or path.
enum ScenarioLoader {
  /// The built-in scenario of a name, or the one in a file.
  static func scenario(_ scenario: String) throws -> Scenario {
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
    return try file(scenario)
  }

  /// The scenario in a file.
  static func file(_ scenario: String) throws -> Scenario {
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
