import ArgumentParser
import Experiments
import Moderation
import Simulation

/// Says which uncertain parameters a number of a scenario hangs on.
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Show what a metric owes to each parameter that has a range.",
    discussion: """
      Moves one parameter at a time to either end of the range that the scenario gives for \
      it, with the same seeds throughout, and ranks parameters by the swing. All of it is \
      simulated.
      """)

  @OptionGroup var options: ScenarioOptions

  @Option(help: ArgumentHelp("Which metric; see the list in the error for a wrong one."))
  var metric = "wrongful_removals"

  @Option(
    help: ArgumentHelp(
      "Where to stop, in the scenario's time zone; a date alone means the end of that day.",
      discussion: "Without it, the instant at which the scenario's live session opens.",
      valueName: "date"))
  var until: String?

  @Option(help: ArgumentHelp("Runs for each value, from 2 on.", valueName: "number"))
  var replications = 10

  @Option(help: "How to print the effects: text or json.")
  var format: ReportFormat = .text

  func run() throws {
    guard let metric = RegimeMetric.allCases.first(where: { $0.exportName == metric }) else {
      let names = RegimeMetric.allCases.map(\.exportName)
      throw Failure(
        "--metric \"\(metric)\": expected one of \(names.joined(separator: ", "))"
          + NearestName.hint(for: metric, in: names))
    }
    guard (2...10_000).contains(replications) else {
      throw Failure("--replications \(replications): expected a number from 2 to 10000")
    }
    let scenario = try options.load()
    guard scenario.provenance.contains(where: { $0.range != nil }) else {
      throw Failure("\(options.scenario): the scenario gives no ranges for its parameters")
    }
    let end =
      try until.map { try scenario.facts.instant(argument: $0, option: "--until", .end) }
      ?? scenario.facts.opensAt
    let progress = Progress("runs")
    let sensitivity = Sensitivity(
      of: metric, in: scenario, replications: replications, seed: options.seed, until: end,
      progress: { progress.step(of: $0) })
    progress.end()
    let report = SensitivityReport(
      sensitivity, metric, scenario, replications: replications, until: end)
    try report.print(scenario.facts, seed: options.seed, as: format)
  }
}
