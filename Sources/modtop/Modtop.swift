import ArgumentParser
import Foundation

/// The command line.
@main
struct Modtop: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "modtop",
    abstract: "A live dashboard of content moderation under the pledge of April 2016.",
    discussion: """
      Everything on the screen is simulated unless it is marked as published. The \
      scenario, its sources and the grade of each number are in the README.
      """,
    version: "0.1.0",
    subcommands: [
      Run.self, Simulate.self, Expect.self, TheoryCommand.self, Verify.self, Keys.self,
    ],
    defaultSubcommand: Run.self)

  /// Runs the command; an error is one line on standard error and a status other than 0.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let status = exitCode(for: error)
      // Help and the version are answers, not errors.
      guard !status.isSuccess else { exit(withError: error) }
      let line = message(for: error).split(whereSeparator: \.isNewline).joined(separator: " ")
      FileHandle.standardError.write(Data("modtop: \(line)\n".utf8))
      Foundation.exit(status.rawValue)
    }
  }
}
