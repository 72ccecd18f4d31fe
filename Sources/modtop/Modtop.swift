import ArgumentParser
import Glibc

/// The command line.
@main
struct Modtop: ParsableCommand {
  /// Recordings name it: another version may simulate the same scenario otherwise.
  static let version = "0.3.0"

  static let configuration = CommandConfiguration(
    commandName: "modtop",
    abstract: "A live dashboard of content moderation under the pledge of April 2016.",
    discussion: """
      Everything on the screen is simulated unless it is marked as published. The \
      scenario, its sources and the grade of each number are in the README.
      """,
    version: version,
    subcommands: [
      Run.self, Replay.self, Simulate.self, DenominatorsCommand.self,
      SensitivityCommand.self, Scenarios.self, TheoryCommand.self, Verify.self,
      Sessions.self, Export.self, Keys.self,
    ],
    defaultSubcommand: Run.self)

  /// The words that stand for commands.
  static var commandNames: [String] {
    configuration.subcommands.compactMap { $0._commandName }
  }

  /// Runs the command; an error is one line on standard error and a status other than 0.
  static func main() {
    do {
      do {
        var command = try parseAsRoot()
        try command.run()
      } catch  where exitCode(for: error).isSuccess {
        // Help and the version are answers, not errors.
        try Output.print(fullMessage(for: error))
      }
    } catch {
      Output.complain(message(for: error))
      Glibc.exit(exitCode(for: error).rawValue)
    }
  }
}
