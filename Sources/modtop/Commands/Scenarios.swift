import ArgumentParser
import Dashboard
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

    func run() throws {
      let scenario = try ScenarioLoader.scenario(scenario)
      let facts = scenario.facts
      try Output.print("\(Sanitizer.clean(facts.name)): \(Sanitizer.clean(facts.title))\n")
      for line in Wrap.lines(Sanitizer.clean(facts.about), cells: 78) { try Output.print(line) }
      try Output.print("\nSources")
      let sources = facts.sources.map { [$0.key, $0.date, $0.title].map(Sanitizer.clean) }
      try Output.print(
        TextTable(titles: ["key", "date", "title"], rows: sources, leftColumns: [0, 1, 2]).text)
      try Output.print(
        "\nGrades: S stated in a source, A primary data, B secondary, C an assumption\n")
      let rows = scenario.provenance.map { entry in
        [
          entry.path, entry.grade.rawValue, entry.source ?? "", entry.value,
          entry.rangeText ?? "", entry.note ?? "",
        ].map(Sanitizer.clean)
      }
      try Output.print(
        TextTable(
          titles: ["number", "grade", "source", "value", "plausible range", "note"],
          rows: rows, leftColumns: [0, 1, 2, 3, 4, 5]
        ).text)
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

    @Argument(help: "The path of a scenario file.", completion: .file(extensions: ["yaml"]))
    var file: String

    func run() throws {
      let scenario = try ScenarioLoader.file(file)
      let ours = scenario.provenance.count { $0.grade == .assumption }
      try Output.print(
        "\(Sanitizer.clean(file)): a scenario of \(scenario.facts.signatories.count) signatories, "
          + "\(scenario.provenance.count) graded numbers, \(ours) of them assumptions")
    }
  }
}
