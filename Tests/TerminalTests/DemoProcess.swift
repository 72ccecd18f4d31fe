import TerminalTesting

extension ScreenProcess {
  /// The demo in a terminal, once its first screen is there.
  static func demo(
    _ environment: [String: String] = [:], size: (columns: Int, rows: Int) = (80, 24)
  ) throws -> ScreenProcess {
    let environment = environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let program = try ScreenProcess(built("terminal-demo"), environment: environment, size: size)
    try program.waitUntil("the whole first screen") {
      $0.contains("redraws 1") && $0[size.columns - 1, size.rows - 1].text == "#"
    }
    return program
  }

  /// A shell line in which DEMO stands for the demo.
  static func shell(
    _ line: String, _ environment: [String: String] = [:]
  ) throws -> ScreenProcess {
    let variables = environment.merging(["DEMO": built("terminal-demo")]) { $1 }
    return try ScreenProcess("/bin/sh", ["-c", line], environment: variables)
  }

  /// Whether the terminal is as it was before the program.
  var isRestored: Bool {
    modes == initialModes && !screen.isAlternate && screen.isCursorVisible
  }
}
