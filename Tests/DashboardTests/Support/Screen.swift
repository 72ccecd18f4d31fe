import Dashboard
import Moderation

/// A dashboard over a projection that stands still, as the program has it over a session.
struct Screen {
  let projection: Projection
  private(set) var state: DashboardState
  private(set) var snapshot: Snapshot
  private(set) var effects: [Effect] = []
  private var isPaused = false
  private var focus: Int?
  private var scope: Scope?
  private let refusal: String?

  init(
    _ projection: Projection, columns: Int = 80, rows: Int = 24, refusal: String? = nil
  ) {
    self.projection = projection
    self.refusal = refusal
    state = DashboardState(size: Size(columns: columns, rows: rows))
    snapshot = Self.snapshot(projection, refusal: refusal)
  }

  /// The made-up regime after some commands.
  init(_ commands: [Command], columns: Int = 80, rows: Int = 24) {
    self.init(Regime.shared, columns: columns, rows: rows)
    apply(commands)
  }

  /// Gives commands; the snapshot follows what they ask of the session.
  mutating func apply(_ commands: [Command]) {
    for command in commands {
      effects = state.apply(command, snapshot: snapshot)
      for case .session(let asked) in effects {
        switch asked {
        case .focus(let signatory): focus = signatory
        case .examine(let scope): self.scope = scope
        case .togglePause: isPaused.toggle()
        default: break
        }
      }
      snapshot = Self.snapshot(
        projection, isPaused: isPaused, focus: focus, part: scope, refusal: refusal)
    }
  }

  mutating func show(_ denominators: DenominatorView) { state.denominators = denominators }

  var canvas: Canvas {
    var canvas = Canvas(state.size)
    DashboardScreen.draw(snapshot, state, into: &canvas)
    return canvas
  }

  var text: String { canvas.text }

  private static func snapshot(
    _ projection: Projection, isPaused: Bool = false, focus: Int? = nil, part: Scope? = nil,
    refusal: String? = nil
  ) -> Snapshot {
    Snapshot(
      of: projection,
      status: SessionStatus(
        origin: .simulation(seed: 7), isPaused: isPaused, speed: .oneHour,
        interventionRefusal: refusal),
      focus: focus, part: part)
  }
}

extension Regime {
  /// Folded once; the tests only read it.
  static let shared = projection()

  /// The worlds that a search has found so far.
  static func worlds(_ count: Int) -> DenominatorView {
    .worlds(
      DenominatorView.Worlds(
        consistent: count * 8 / 10,
        left: [
          ("would need an implausible share of violating uploads", count / 10),
          ("remove too much wrongly whatever is violating", count - count * 8 / 10 - count / 10),
        ], parameters: 12,
        ranges: [
          .init(.screened, lowest: 20e6, median: 41e6, highest: 95e6),
          .init(.wrongfulRemovals, lowest: 120, median: 410, highest: 700),
          .init(.neverAppealedShare, lowest: 0.41, median: 0.66, highest: 0.93),
          .init(.missed, lowest: 3, median: 80, highest: 400),
          .init(.recall, lowest: 0.52, median: 0.81, highest: 0.99),
        ],
        shares: [
          .init(.post, policy: "Terrorism", lowest: 20.4, median: 50.9, highest: 148.2),
          .init(.video, policy: "Terrorism", lowest: 31, median: 83.4, highest: 240.7),
        ]), of: 100)
  }
}
