import ArgumentParser
import Experiments
import Moderation
import Queueing
import Session
import Simulation

/// Runs a scenario without a screen.
struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run a scenario without a screen and print its counters.")

  @OptionGroup var options: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      "Where to stop, in the scenario's time zone; a date alone means the end of that day.",
      discussion: "Without it, the instant at which the scenario's live session opens.",
      valueName: "date"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "How many independent runs: from 2 on, means with 95 % intervals are printed.",
      discussion: "The runs have the seeds from --seed on.", valueName: "number"))
  var replications = 1

  @Option(
    help: ArgumentHelp(
      "Record the run into a session file, which must not exist.", valueName: "file"))
  var record: String?

  @Option(help: "How to print the counters: text or json.")
  var format: ReportFormat = .text

  func run() throws {
    let scenario = try options.load()
    let end =
      try until.map { try scenario.facts.instant(argument: $0, option: "--until", .end) }
      ?? scenario.facts.opensAt
    guard (1...100_000).contains(replications) else {
      throw Failure("--replications \(replications): expected a number from 1 to 100000")
    }
    guard record == nil || replications == 1 else {
      throw Failure("--record: records one run, not \(replications) replications")
    }
    if replications == 1 {
      try printRun(of: scenario, until: end)
    } else {
      try printMeans(of: scenario, until: end)
    }
  }

  private func printRun(of scenario: Scenario, until end: Microseconds) throws {
    let recorder = try RecorderFactory.recorder(record, scenario, seed: options.seed)
    var core = SessionCore(
      source: RegimeSimulation(scenario, seed: options.seed), facts: scenario.facts,
      recorder: recorder)
    core.finish(at: end)
    try RecorderFactory.finish(recorder)
    if let stop = core.stop {
      let instant = scenario.facts.clock.iso8601(at: core.now)
      throw Failure("stopped at \(instant): \(stop)")
    }
    try CounterReport(core.projection).print(scenario.facts, seed: options.seed, as: format)
  }

  private func printMeans(of scenario: Scenario, until end: Microseconds) throws {
    let runs = Replications(scenario, seed: options.seed, count: replications)
    let progress = Progress("runs")
    defer { progress.end() }
    let tallies = try runs.run(until: end) { progress.step(of: runs.count) }
    progress.end()
    let report = ReplicationReport(tallies, of: runs, until: end)
    try report.print(scenario.facts, seed: options.seed, as: format)
  }
}

extension ScenarioFacts {
  /// The instant that an option's argument means, at or after the start.
  func instant(
    argument: String, option: String, _ edge: ScenarioClock.DayEdge
  ) throws -> Microseconds {
    guard let instant = clock.instant(parsing: argument, dateAloneMeans: edge) else {
      throw Failure(
        "\(option) \"\(argument)\": expected a date such as 2016-04-12 or \"2016-04-12 09:00\"")
    }
    guard instant >= 0 else {
      throw Failure(
        "\(option) \"\(argument)\": lies before the start, expected \(clock.startDate) or after"
      )
    }
    guard instant <= 200 * 366 * TimeUnit.day else {
      throw Failure(
        "\(option) \"\(argument)\": expected a date within 200 years from \(clock.startDate)")
    }
    return instant
  }
}
