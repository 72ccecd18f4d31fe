import ArgumentParser
import Experiments
import Moderation
import Simulation

/// Sets the published counters beside the worlds that would give them.
struct DenominatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "denominators",
    abstract: "Show which volumes of screening, review and error give the published counters.",
    discussion: """
      Draws worlds from the ranges that the scenario gives for its parameters, solves each \
      for the published counters and prints what the worlds that give them have in common, \
      and what not. All of it is simulated.
      """)

  @OptionGroup var options: ScenarioOptions

  @Option(help: ArgumentHelp("How many worlds to draw, from 2 on.", valueName: "number"))
  var worlds = 100

  @Option(help: "How to print the ranges: text or json.")
  var format: ReportFormat = .text

  func run() throws {
    guard (2...100_000).contains(worlds) else {
      throw Failure("--worlds \(worlds): expected a number from 2 to 100000")
    }
    let scenario = try options.load()
    let denominators: Denominators
    do {
      denominators = try Denominators(scenario, worlds: worlds, seed: options.seed)
    } catch {
      throw Failure("\(options.scenario): \(error)")
    }
    let progress = Progress("worlds")
    let outcomes = denominators.run(progress: { _ in progress.step(of: denominators.worlds) })
    progress.end()
    let report = DenominatorReport(outcomes, of: denominators)
    try report.print(scenario.facts, seed: options.seed, as: format)
  }
}
