import Glibc
import Simulation

/// Finds scenarios by name or path.
enum ScenarioLoader {
  /// The built-in scenario of a name, or the one in a file.
  static func scenario(_ scenario: String) throws -> Scenario {
    if let scenario = try BuiltInScenarios.scenario(named: scenario) { return scenario }
    guard scenario.contains("/") || scenario.hasSuffix(".yaml") || scenario.hasSuffix(".yml")
    else {
      let names = BuiltInScenarios.names
      if let command = NearestName.nearest(to: scenario, in: Modtop.commandNames) {
        throw Failure("unknown command or scenario \"\(scenario)\", did you mean \"\(command)\"?")
      }
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
    guard let file = fopen(scenario, "r") else {
      throw Failure("\(scenario): \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
      guard bytes.count <= greatestSize else {
        throw Failure("\(scenario): larger than a scenario can be, \(greatestSize) bytes")
      }
    }
    guard ferror(file) == 0 else {
      throw Failure("\(scenario): \(String(cString: strerror(errno)))")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure("\(scenario): not a UTF-8 text")
    }
    return try ScenarioFile.parse(text, file: scenario)
  }

  /// Far more than any scenario needs.
  private static let greatestSize = 4 << 20
}
