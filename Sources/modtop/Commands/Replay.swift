import ArgumentParser
import Moderation
import Queueing
import Recording
import Session

/// Opens the dashboard on a recorded session, or prints its state at an instant.
struct Replay: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play a recorded session in the dashboard, or print its state at an instant.")

  @Argument(
    help: "The path of a session file, or the name of one that modtop sessions lists.",
    completion: .file(extensions: ["modtop"]))
  var file: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Where to begin: \(SeekTarget.usage); quoted where it has a blank or a #.",
      discussion: "What begins with - is counted from the end.", valueName: "instant"))
  var at: String?

  @Flag(help: "Print the counters at that instant, or at the end, and leave.")
  var once = false

  @Option(help: "How to print them: text or json. (default: text)")
  var format: ReportFormat?

  @Option(
    help: ArgumentHelp(
      "What is called 1×: recorded time a second of wall time.", valueName: "speed"))
  var unit: String = "1h/s"

  @Flag(help: "Begin paused.")
  var paused = false

  @Flag(help: "Do not record what is forked from it.")
  var noRecord = false

  func run() throws {
    guard let speed = Speed(parsing: unit), speed != .maximum else {
      throw Failure("--unit \"\(unit)\": expected a speed such as 10min/s, 1h/s or 60x")
    }
    guard once || format == nil else { throw Failure("--format says how --once prints") }
    let session = try RecordedSession(opening: SessionPath.resolve(file))
    let target = try at.map { try self.target(of: $0, session) }
    if once { return try printState(of: session, target ?? .end) }
    let wall = SessionDriver.wall()
    var deck = try SessionDeck(
      replaying: session, unit: speed, speed: speed, isPaused: paused, at: wall,
      forkRecorder: ForkRecording.recorder(isWanted: !noRecord))
    if let target { deck.apply(.seek(target), at: wall) }
    try LiveDashboard.start(deck, scenario: session.scenario, seed: session.header.seed)
  }

  private func target(of argument: String, _ session: RecordedSession) throws -> SeekTarget {
    guard let target = SeekTarget(parsing: argument, clock: session.facts.clock) else {
      throw Failure("--at \"\(argument)\": \(SeekTarget.fault(in: argument))")
    }
    if case .by(let time) = target, argument.trimmed.hasPrefix("-") {
      return .instant(session.file.extent.end + time)
    }
    return target
  }

  private func printState(of session: RecordedSession, _ target: SeekTarget) throws {
    var playback = Playback(session)
    var damage = session.file.extent.damage
    do {
      guard try playback.seek(target) else { throw outside(playback.extent.end, session) }
    } catch let error as SessionError where at == nil {
      // Nobody asked for a certain instant: what can be read up to the damage is the state.
      damage = damage ?? error.detail
    }
    if let damage { Output.complain("\(session.file.path): damaged: \(damage)") }
    try CounterReport(playback.core.projection, damage: damage).print(
      session.facts, seed: session.header.seed, as: format ?? .text)
  }

  private func outside(_ end: Microseconds, _ session: RecordedSession) -> Failure {
    let clock = session.facts.clock
    let (start, end) = (clock.iso8601(at: 0), clock.iso8601(at: end))
    return Failure("--at \"\(at ?? "")\": the recording goes from \(start) to \(end)")
  }
}
