extension Binding {
  /// All bindings: dispatch, hint bar, help, `modtop keys` and the README read this table.
  package static let all: [Binding] = moving + looking + session + time + program

  private static let moving: [Binding] = [
    Binding(
      command: .up, keys: [.up, .character("k")], group: .move, hint: nil,
      summary: "the row above, or a line up"),
    Binding(
      command: .down, keys: [.down, .character("j")], group: .move, hint: nil,
      summary: "the row below, or a line down"),
    Binding(
      command: .left, keys: [.character("h")], liveKeys: [.left], group: .move, hint: nil,
      summary: "the column, span, scope or signatory to the left"),
    Binding(
      command: .right, keys: [.character("l")], liveKeys: [.right], group: .move, hint: nil,
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
      command: .nextPage, keys: [.control("n")], liveKeys: [.shiftRight], group: .move,
      hint: nil, summary: "the next page"),
    Binding(
      command: .previousPage, keys: [.control("p")], liveKeys: [.shiftLeft], group: .move,
      hint: nil, summary: "the page before"),
  ]

  private static let looking: [Binding] = [
    Binding(
      command: .open, keys: [.enter], group: .look, hint: "Open",
      summary: "look into the selected row; write a shock's or lever's command, go to a marker"),
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
      command: .faster, keys: [.character("+"), .character("="), .character(">")],
      group: .session, hint: "Speed", summary: "more simulated time a second"),
    Binding(
      command: .slower, keys: [.character("-"), .character("<")], group: .session, hint: nil,
      summary: "less simulated time a second"),
    Binding(
      command: .writeCommand, keys: [.character(":")], group: .session, hint: "Cmd",
      summary: "write a command, such as goto, staff or target; Tab completes it"),
  ]

  private static let time: [Binding] = [
    Binding(
      command: .eventBack, keys: [.character(",")], group: .time, hint: nil,
      summary: "an event back, out of a live session into its recording"),
    Binding(
      command: .eventForth, keys: [.character(".")], group: .time, hint: nil,
      summary: "an event forth"),
    Binding(
      command: .minuteBack, keys: [.left], group: .time, context: .replay, hint: "Minute",
      summary: "a minute back"),
    Binding(
      command: .minuteForth, keys: [.right], group: .time, context: .replay, hint: nil,
      summary: "a minute forth"),
    Binding(
      command: .hourBack, keys: [.character("{")], group: .time, hint: nil,
      summary: "back to the full hour"),
    Binding(
      command: .hourForth, keys: [.character("}")], group: .time, hint: nil,
      summary: "forth to the full hour"),
    Binding(
      command: .dayBack, keys: [.shiftLeft], group: .time, context: .replay, hint: nil,
      summary: "a day back"),
    Binding(
      command: .dayForth, keys: [.shiftRight], group: .time, context: .replay, hint: nil,
      summary: "a day forth"),
    Binding(
      command: .writeMarker, keys: [.character("m")], group: .time, hint: nil,
      summary: "mark this instant, with a note"),
    Binding(
      command: .previousMarker, keys: [.character("[")], group: .time, hint: nil,
      summary: "back to the marker before"),
    Binding(
      command: .nextMarker, keys: [.character("]")], group: .time, hint: nil,
      summary: "forth to the next marker"),
    Binding(
      command: .writeFilter, keys: [.character("/")], group: .time, hint: nil,
      summary: "choose which events n and N find, such as decided removed video"),
    Binding(
      command: .nextMatch, keys: [.character("n")], group: .time, hint: nil,
      summary: "forth to a little before the next such event"),
    Binding(
      command: .previousMatch, keys: [.character("N")], group: .time, hint: nil,
      summary: "back to a little before the last such event"),
    Binding(
      command: .reversePlay, keys: [.character("R")], group: .time, hint: nil,
      summary: "play backwards, and forwards again"),
    Binding(
      command: .loop, keys: [.character("o")], group: .time, hint: nil,
      summary: "a loop from here; to here; no loop"),
    Binding(
      command: .fork, keys: [.character("F")], group: .time, context: .replay, hint: "Fork",
      summary: "simulate on from here, otherwise if you like"),
    Binding(
      command: .goLive, keys: [.character("L")], group: .time, context: .replay, hint: "Live",
      summary: "back to the live session"),
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
}
