import ArgumentParser
import CursesTerminal
import Moderation
import Queueing
import Recording
import Session
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
      "Record the session into a file, which must not exist.",
      discussion: "Without it, into a new file in $XDG_STATE_HOME/modtop/sessions.",
      valueName: "file"))
  var record: String?

  @Flag(help: "Do not record the session: then there is no way back in it.")
  var noRecord = false

  func run() throws {
    guard let pace = Speed(parsing: speed) else {
      throw Failure(
        "--speed \"\(speed)\": expected a speed such as 10min/s, 1h/s, 1d/s, 60x or max")
    }
    guard record == nil || !noRecord else {
      throw Failure("--record and --no-record exclude each other")
    }
    let scenario = try options.load()
    let opening = try from.map {
      try scenario.facts.instant(argument: $0, option: "--from", .start)
    }
    let seed = options.seed
    let (recorder, refusal) = try recorder(of: scenario)
    let deck = SessionDeck(
      live: SessionCore(
        source: RegimeSimulation(scenario, seed: seed), facts: scenario.facts,
        recorder: recorder),
      seed: seed, opening: opening ?? scenario.facts.opensAt, speed: pace,
      recordingRefusal: refusal, at: SessionDriver.wall(),
      forkRecorder: ForkRecording.recorder(isWanted: !noRecord))
    do {
      try LiveDashboard.start(deck, scenario: scenario, seed: seed)
    } catch {
      // Without a terminal there was no session.
      recorder.map { RecorderFactory.discard($0) }
      throw error
    }
  }

  /// A file that was asked for and cannot be made is an error; one that modtop would have
  /// made by itself is not worth to stay away for.
  private func recorder(of scenario: Scenario) throws -> (Recorder?, refusal: String?) {
    if noRecord { return (nil, nil) }
    if let record {
      return (try RecorderFactory.recorder(record, scenario, seed: options.seed), nil)
    }
    do {
      return (try RecorderFactory.recorderInFolder(scenario, seed: options.seed), nil)
    } catch let error as SessionError { return (nil, error.label) }
  }
}
