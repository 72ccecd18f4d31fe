/// Keys, what they mean, and how that is said: a row of the one table of bindings.
package struct Binding: Sendable {
  /// Under which heading help lists it.
  package enum Group: String, CaseIterable, Sendable {
    case move = "Move"
    case look = "Look"
    case session = "Session"
    case program = "Program"
  }

  package let command: Command
  package let keys: [KeyPress]
  package let group: Group
  /// A word or two for the hint bar; nil keeps it out of there.
  package let hint: String?
  /// A line for help, the manual and the README.
  package let summary: String

  /// The keys as people write them, as in `↓ j`.
  package var keyNames: String { keys.map(\.name).joined(separator: " ") }
}

extension Binding {
  /// All bindings: dispatch, hint bar, help, `modtop keys` and the README read this table.
  package static let all: [Binding] = moving + looking + session + program

  private static let moving: [Binding] = [
    Binding(
      command: .up, keys: [.up, .character("k")], group: .move, hint: nil,
      summary: "the row above, or a line up"),
    Binding(
      command: .down, keys: [.down, .character("j")], group: .move, hint: nil,
      summary: "the row below, or a line down"),
    Binding(
      command: .left, keys: [.left, .character("h")], group: .move, hint: nil,
      summary: "the column, span, scope or signatory to the left"),
    Binding(
      command: .right, keys: [.right, .character("l")], group: .move, hint: nil,
      summary: "the column, span, scope or signatory to the right"),
    Binding(
      command: .pageUp, keys: [.pageUp, .control("b")], group: .move, hint: nil,
      summary: "a page up"),
    Binding(
      command: .pageDown, keys: [.pageDown, .control("f")], group: .move, hint: nil,
      summary: "a page down"),
    Binding(
      command: .top, keys: [.home, .character("g")], group: .move, hint: nil,
      summary: "the first row"),
    Binding(
      command: .bottom, keys: [.end, .character("G")], group: .move, hint: nil,
      summary: "the last row"),
    Binding(
      command: .nextPanel, keys: [.tab], group: .move, hint: "Panel",
      summary: "the next panel of the overview"),
    Binding(
      command: .previousPanel, keys: [.backTab], group: .move, hint: nil,
      summary: "the panel before"),
    Binding(
      command: .nextPage, keys: [.character("]"), .shiftRight], group: .move, hint: nil,
      summary: "the next page"),
    Binding(
      command: .previousPage, keys: [.character("["), .shiftLeft], group: .move, hint: nil,
      summary: "the page before"),
  ]

  private static let looking: [Binding] = [
    Binding(
      command: .open, keys: [.enter], group: .look, hint: "Open",
      summary: "look into the selected row; begin the selected shock"),
    Binding(
      command: .close, keys: [.escape], group: .look, hint: "Back",
      summary: "back to where you came from"),
    page(.overview, "the overview"),
    page(.queues, "the review queues, with their history"),
    page(.signatories, "the signatories"),
    page(.errors, "the errors, by the truth that only a simulation knows"),
    page(.authority, "orders, reports, requests and the audit log"),
    page(.workforce, "the teams of moderators"),
    page(.events, "the timeline, shocks and interventions"),
    page(.denominators, "the worlds that would give the published counters"),
    Binding(
      command: .reverseOrder, keys: [.character("r")], group: .look, hint: nil,
      summary: "reverse the order of the signatories"),
  ]

  private static let session: [Binding] = [
    Binding(
      command: .togglePause, keys: [.character(" ")], group: .session, hint: "Pause",
      summary: "pause, and go on"),
    Binding(
      command: .faster, keys: [.character("+"), .character("=")], group: .session,
      hint: "Speed", summary: "more simulated time a second"),
    Binding(
      command: .slower, keys: [.character("-")], group: .session, hint: nil,
      summary: "less simulated time a second"),
  ]

  private static let program: [Binding] = [
    Binding(
      command: .help, keys: [.character("?")], group: .program, hint: "Help",
      summary: "keys, and what the figures mean"),
    Binding(
      command: .quit, keys: [.character("q"), .control("c")], group: .program, hint: "Quit",
      summary: "leave modtop"),
  ]

  /// A page has the number of its tab.
  private static func page(_ page: Page, _ summary: String) -> Binding {
    Binding(
      command: page.command, keys: [.character(page.key)], group: .look, hint: nil,
      summary: summary)
  }

  private static let commands: [KeyPress: Command] = Dictionary(
    uniqueKeysWithValues: all.flatMap { binding in binding.keys.map { ($0, binding.command) } })

  /// What a key means, or nil when it means nothing.
  package static func command(for key: KeyPress) -> Command? { commands[key] }
}

extension KeyPress {
  /// The key as people write it.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .shiftLeft: "Shift-←"
    case .shiftRight: "Shift-→"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    }
  }
}
