import ArgumentParser
import Dashboard
import Moderation
import Queueing
import Simulation

/// Prints the counters that a scenario gives on average, computed and not simulated.
struct Expect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the counters that a scenario gives on average, in closed form.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  @OptionGroup var options: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      "Up to when; a date alone means the end of that day.",
      discussion: "Without it, the instant of the published figures.", valueName: "date"))
  var until: String?

  @Option(help: "How to print them: text or markdown.")
  var format: Format = .text

  func run() throws {
    let scenario = try options.load()
    let facts = scenario.facts
    let end =
      try until.map { try facts.instant(argument: $0, option: "--until", .end) }
      ?? facts.publishedFigures.first?.asOf ?? facts.opensAt
    let rows = SubjectKind.allCases.map { kind in
      let expected = ExpectedCounters(scenario, kind: kind, until: end)
      let figure = facts.publishedFigure(for: kind).flatMap { $0.asOf == end ? $0 : nil }
      return [kind.plural, figure.map { Dashboard.Format.count($0.removed.value) } ?? "–"]
        + expected.cells(days: Double(end) / Double(TimeUnit.day))
    }
    let table = TextTable(titles: Self.titles, rows: rows)
    try Output.print(format == .markdown ? table.markdown : table.text)
  }

  private static let titles = [
    "", "published", "removed", "of them wrongly", "missed", "screened", "reviewed a day",
    "screening's precision", "recall",
  ]
}

extension ExpectedCounters {
  /// The cells of the table after the published figure.
  fileprivate func cells(days: Double) -> [String] {
    func count(_ number: Double) -> String { Format.count(Int(number.rounded())) }
    return [
      count(removed), count(wronglyRemoved), count(missed), count(screened),
      Format.fixed(reviewed / max(days, 1e-9), 1), Format.fixed(screeningPrecision, 3),
      Format.fixed(screeningRecall, 3),
    ]
  }
}
