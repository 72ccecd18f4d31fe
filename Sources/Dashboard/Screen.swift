import Moderation

/// The whole screen as a pure function of what is known and where the user is.
package enum Screen {
  /// From this width on there is room for a second column.
  private static let wide = 150

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
    HintBar.draw(in: rest.takeBottom(1), into: &canvas)
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
    CountersPanel.draw(snapshot, state, in: rest.takeTop(CountersPanel.rows), into: &canvas)
    gap()
    LedgerPanel.draw(snapshot, in: rest.takeTop(LedgerPanel.rows), into: &canvas)
    gap()
    QueueTable.draw(
      snapshot.queues, title: "Review queues", backlogs: snapshot.backlogs, days: state.spanDays,
      target: snapshot.facts.reviewTarget.value, selected: state.selectedKind,
      isFocused: state.panel == .queues, in: rest.takeTop(QueueTable.rows), into: &canvas)
    gap()
    if rest.columns >= wide {
      var side = rest
      let roster = side.takeLeft(rest.columns - 72)
      _ = side.takeLeft(2)
      ScenarioPanel.draw(snapshot, in: side, into: &canvas)
      rest = roster
    }
    RosterPanel.draw(
      snapshot, state, isFocused: state.panel == .roster, in: rest, into: &canvas)
  }
}
