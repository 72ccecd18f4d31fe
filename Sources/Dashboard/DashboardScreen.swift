import Moderation

/// The whole screen as a pure function of what is known and where the user is.
package enum DashboardScreen {
  /// From this width on there is room for a second column.
  private static let wide = 150
  /// A roster with fewer rows, the heading among them, is not worth its place.
  private static let leastRosterRows = 3
  /// The cells of the second column, with the gap before it.
  private static let sideCells = 72

  /// The cells that the roster has on the page that is open.
  static func rosterWidth(of state: DashboardState) -> Int {
    let columns = state.size.columns
    return state.view == .overview && columns >= wide ? columns - sideCells : columns
  }

  /// Draws everything; the size is the canvas's.
  package static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, into canvas: inout Canvas
  ) {
    var rest = Rect(canvas.size)
    if state.isHelpOpen {
      HelpOverlay.draw(state, in: rest, into: &canvas)
      return
    }
    HeaderPanel.draw(snapshot, state, in: rest.takeTop(HeaderPanel.rows), into: &canvas)
    HintBar.draw(state, in: rest.takeBottom(1), into: &canvas)
    switch state.view {
    case .overview: drawOverview(snapshot, state, in: rest, into: &canvas)
    case .queues: QueuesPage.draw(snapshot, state, in: rest, into: &canvas)
    case .signatories:
      RosterPanel.draw(snapshot, state, isFocused: true, in: rest, into: &canvas)
    case .signatory(let place):
      SignatoryPage.draw(place, snapshot, state, in: rest, into: &canvas)
    }
  }

  private static func drawOverview(
    _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect, into canvas: inout Canvas
  ) {
    var rest = rect
    let isRoomy = rest.rows >= 40
    func gap() { if isRoomy { _ = rest.takeTop(1) } }
    gap()
    CountersPanel.draw(snapshot, in: rest.takeTop(CountersPanel.rows), into: &canvas)
    gap()
    LedgerPanel.draw(snapshot, in: rest.takeTop(LedgerPanel.rows(snapshot.facts)), into: &canvas)
    gap()
    // Where there is no room for both tables, the one with the keyboard has it.
    let tableRows = QueueTable.rows(snapshot.facts)
    let hasBoth = rest.rows >= tableRows + leastRosterRows
    if hasBoth || state.panel == .queues {
      QueueTable.draw(
        snapshot.queues, snapshot.facts, backlogs: snapshot.backlogs, days: state.spanDays,
        selected: state.selectedQueue, isFocused: state.panel == .queues,
        in: rest.takeTop(tableRows), into: &canvas)
    }
    guard hasBoth || state.panel == .roster else { return }
    gap()
    let roster = rest.takeLeft(rosterWidth(of: state))
    if rest.columns > 0 {
      _ = rest.takeLeft(2)
      ScenarioPanel.draw(snapshot, in: rest, into: &canvas)
    }
    RosterPanel.draw(
      snapshot, state, isFocused: state.panel == .roster, in: roster, into: &canvas)
  }
}
