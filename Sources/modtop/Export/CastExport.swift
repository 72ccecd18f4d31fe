import CursesTerminal
import Dashboard
import Moderation
import Queueing
import Recording
import Session

/// A replay as a recording of the terminal.
struct CastExport {
  /// Screens a second.
  static let framesPerSecond: Microseconds = 10
  /// No cast is longer, in seconds: some 100 MB.
  private static let longest: Microseconds = 4 * 3_600
  /// The last screen stays so long.
  private static let still = 2 * TimeUnit.second

  private var deck: SessionDeck
  private var painter = CanvasPainter(StyleTable(theme: .dark, depth: .palette))
  private var file: CastFile
  private let path: String
  private let end: Microseconds
  private let state: DashboardState

  /// - Parameter speed: recorded time a second; nil has the whole last a minute.
  init(
    _ session: RecordedSession, _ version: CastFile.Version, from start: Microseconds,
    to end: Microseconds, speed: Speed?, size: Size, page: Page
  ) throws {
    let speed = speed ?? Self.speed(for: end - start)
    guard (end - start) / speed.perSecond <= Self.longest else {
      throw Failure(
        "at \(speed) the cast would last more than 4 hours: choose a greater --speed, --from or --to"
      )
    }
    deck = try SessionDeck(
      replaying: session, unit: .oneHour, speed: speed, isPaused: false, at: 0,
      forkRecorder: { _, _ in nil })
    deck.apply(.seek(.instant(start)), at: 0)
    path = session.file.path
    self.end = end
    var state = DashboardState(size: size)
    for case .session(let asked) in state.apply(page.command, snapshot: deck.snapshot()) {
      deck.apply(asked, at: 0)
    }
    self.state = state
    let head = ReportHead(
      session.facts, seed: session.header.seed,
      interventions: try session.interventions(through: end))
    file = try CastFile(
      version, columns: size.columns, rows: size.rows, recordedAt: session.header.recordedAt,
      title: "modtop: \(head.name), seed \(head.seed), simulated")
    guard deck.snapshot().now == start else { throw failure }
  }

  /// What the deck says about why it cannot go where it is to go.
  private var failure: Failure {
    Failure("\(path): \(deck.snapshot().status.notice?.text ?? "cannot be read to its end")")
  }

  /// The round speed at which a length lasts a minute or a little less.
  private static func speed(for length: Microseconds) -> Speed {
    let exact = max(60, length) / 60
    let unit = [TimeUnit.hour, TimeUnit.minute].first { $0 <= exact } ?? TimeUnit.second
    return Speed(perSecond: (exact + unit - 1) / unit * unit)
  }

  /// Renders everything; `write` gets the lines as they come.
  mutating func run(_ write: (String) throws -> Void) throws {
    try write(file.header + "\n")
    var wall: Microseconds = 0
    while true {
      let snapshot = deck.snapshot()
      var canvas = Canvas(state.size)
      DashboardScreen.draw(snapshot, state, into: &canvas)
      let text = painter.paint(canvas)
      if !text.isEmpty { try write(file.line(text, at: wall)) }
      if snapshot.now >= end || snapshot.status.isPaused { break }
      wall += TimeUnit.second / Self.framesPerSecond
      while !deck.advance(at: wall, limit: 65_536).isComplete {}
      deck.note(at: wall)
      // The last step may be a shorter one.
      if deck.snapshot().now > end { deck.apply(.seek(.instant(end)), at: wall) }
    }
    try write(file.line(painter.end(), at: wall + Self.still))
    if deck.snapshot().now < end { throw failure }
  }
}
