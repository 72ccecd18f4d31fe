import ArgumentParser
import CursesTerminal
import Moderation
import Queueing
import Simulation

/// Opens the dashboard on a live simulation.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the dashboard on a live simulation. This is what modtop does by itself.")

  @OptionGroup var options: ScenarioOptions

  @Option(
    help: ArgumentHelp(
      "Where the live session begins, in the scenario's time zone.",
      discussion:
        "Everything before it is simulated first, as fast as it goes. Without it, the scenario says.",
      valueName: "date"))
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Simulated time a second of wall time: 10min/s, 1h/s, 1d/s, 60x or max.",
      valueName: "speed"))
  var speed: String = "1h/s"

  @Option(
    help: ArgumentHelp(
      "Record the session into a file, which must not exist.", valueName: "file"))
  var record: String?

  func run() throws {
    guard let pace = Speed(parsing: speed) else {
      throw Failure(
        "--speed \"\(speed)\": expected a speed such as 10min/s, 1h/s, 1d/s, 60x or max")
    }
    let scenario = try options.load()
    let opening = try from.map {
      try scenario.facts.instant(argument: $0, option: "--from", .start)
    }
    let seed = options.seed
    let recorder = try RecorderFactory.recorder(record, scenario, seed: seed)
    try MainActor.assumeIsolated {
      try LiveDashboard.run(
        scenario, seed: seed, opening: opening ?? scenario.facts.opensAt, speed: pace,
        recorder: recorder)
    }
  }
}
