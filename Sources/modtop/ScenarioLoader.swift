import Glibc
import Simulation

/// Finds scenarios by name or path.
enum ScenarioLoader {
  /// The built-in scenario of a name, or the one in a file; see `ScenarioFile.parse`.
  static func scenario(
    _ scenario: String, overriding overrides: [String: Double] = [:], roster: RosterFile? = nil
  ) throws -> Scenario {
    let builtIn = try BuiltInScenarios.scenario(
      named: scenario, overriding: overrides, roster: roster)
    if let builtIn { return builtIn }
    guard scenario.contains("/") || scenario.hasSuffix(".yaml") || scenario.hasSuffix(".yml")
    else {
      let names = BuiltInScenarios.names
      if let command = NearestName.nearest(to: scenario, in: Modtop.commandNames) {
        throw Failure("unknown command or scenario \"\(scenario)\", did you mean \"\(command)\"?")
      }
      throw Failure(
        "unknown command or scenario \"\(scenario)\""
          + NearestName.hint(for: scenario, in: names)
          + "; built in: \(names.joined(separator: ", ")); a file needs its path, such as ./NAME.yaml"
      )
    }
    return try file(scenario, overriding: overrides, roster: roster)
  }

  /// The scenario in a file.
  static func file(
    _ path: String, overriding overrides: [String: Double] = [:], roster: RosterFile? = nil
  ) throws -> Scenario {
    try ScenarioFile.parse(text(of: path), file: path, overriding: overrides, roster: roster)
  }

  /// The roster in a file.
  static func roster(_ path: String) throws -> RosterFile {
    try RosterFile(text(of: path), file: path)
  }

  private static func text(of path: String) throws -> String {
    guard let file = fopen(path, "r") else {
      throw Failure("\(path): \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
      guard bytes.count <= greatestSize else {
        throw Failure("\(path): larger than such a file can be, \(greatestSize) bytes")
      }
    }
    guard ferror(file) == 0 else {
      throw Failure("\(path): \(String(cString: strerror(errno)))")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let (line, column) = place(ofFaultIn: bytes)
      throw Failure("\(path):\(line):\(column): not a UTF-8 text")
    }
    return text
  }

  /// Where the bytes are no UTF-8 any more.
  private static func place(ofFaultIn bytes: [UInt8]) -> (line: Int, column: Int) {
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    var (line, column) = (1, 1)
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    return (line, column)
  }

  /// Far more than any scenario or roster needs.
  private static let greatestSize = 4 << 20
}
