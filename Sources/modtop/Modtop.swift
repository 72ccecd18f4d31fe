import ArgumentParser

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
    subcommands: [Run.self, Simulate.self, Expect.self, Keys.self], defaultSubcommand: Run.self)
}
