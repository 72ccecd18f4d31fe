import ArgumentParser
import Dashboard
import Foundation
import Moderation
import Simulation

/// Lists, shows and checks scenarios.
struct Scenarios: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the built-in scenarios; show one; check a scenario file.",
    subcommands: [List.self, Show.self, Check.self, Schema.self], defaultSubcommand: List.self)

  /// A line a scenario.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the built-in scenarios.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
      case text, markdown
    }

    @Option(help: "How to print the list: text or markdown.")
    var format: Format = .text

    func run() throws {
      let rows = try BuiltInScenarios.names.map { name in
        let facts = try BuiltInScenarios.scenario(named: name)?.facts
        return [name, facts?.title ?? ""]
      }
      let table = TextTable(titles: ["name", "title"], rows: rows, leftColumns: [0, 1])
      try Output.print(format == .markdown ? table.markdown : table.text)
    }
  }

  /// One scenario with the provenance of each of its numbers.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a scenario with the grade and source of every number.")

    @Argument(help: "A built-in scenario, or the path of a scenario file.")
    var scenario: String

    @Flag(help: "Print the file itself, to start one of your own from.")
    var yaml = false

    func run() throws {
      let scenario = try ScenarioLoader.scenario(scenario)
      if yaml {
        // Its text as it is, with the line break at its end that printing adds.
        let text = scenario.text.yaml
        return try Output.print(text.hasSuffix("\n") ? String(text.dropLast()) : text)
      }
      try Output.print(ScenarioListing(scenario, columns: Output.columns ?? 80).text)
    }
  }

  /// The JSON Schema of scenario files, for editors.
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the JSON Schema of scenario files.",
      discussion: """
        Editors that know it complete and explain the keys: save it, and let a file begin \
        with "# yaml-language-server: $schema=" and its path.
        """)

    func run() throws {
      // The text ends with the line break that printing adds.
      try Output.print(String(ScenarioFormat.schema.dropLast()))
    }
  }

  /// Says whether a file is a scenario; if not, where it is wrong.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check a scenario file.")

    @Argument(
      help: "The path of a scenario file, or the name of a built-in one.",
      completion: .file(extensions: ["yaml"]))
    var file: String

    func run() throws {
      // A file may have any name; what is no file may be the name of a built-in scenario.
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: file, isDirectory: &isFolder)
      let scenario =
        try exists && !isFolder.boolValue
        ? ScenarioLoader.file(file) : ScenarioLoader.scenario(file)
      let ours = scenario.provenance.count { $0.grade == .assumption }
      try Output.print(
        "\(Sanitizer.clean(file)): a scenario of \(scenario.facts.signatories.count) signatories, "
          + "\(scenario.provenance.count) graded numbers, \(ours) of them assumptions")
    }
  }
}
