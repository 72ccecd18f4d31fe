import Moderation

/// The whole screen as a pure function of what is known and where the user is.
package enum DashboardScreen {
  /// A roster with fewer rows, the heading among them, is not worth its place.
  private static let leastTableRows = 3
  /// The cells of the second column, with the gap before it.
  private static let sideCells = 72

  /// The cells that the roster has on the page that is open.
  static func rosterWidth(of state: DashboardState) -> Int {
    let columns = state.size.columns
    return state.page == .overview && columns >= Sheet.wide ? columns - sideCells : columns
  }

  /// Draws everything; the size is the canvas's.
  package static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, into canvas: inout Canvas
  ) {
    let screen = Rect(canvas.size)
    if state.isHelpOpen {
      HelpOverlay.draw(state, in: screen, into: &canvas)
      return
    }
    drawPage(snapshot, state, in: screen, into: &canvas)
    // What the user writes, or is told, may need lines over the page.
    if let prompt = state.prompt {
      PromptLine.draw(prompt, in: screen, into: &canvas)
    } else if let notice = HintBar.longNotice(snapshot, state) {
      FootNote.draw(notice, .state, in: screen, into: &canvas)
    }
  }

  private static func drawPage(
    _ snapshot: Snapshot, _ state: DashboardState, in screen: Rect, into canvas: inout Canvas
  ) {
    var rest = screen
    HeaderPanel.draw(snapshot, state, in: rest.takeTop(HeaderPanel.rows), into: &canvas)
    HintBar.draw(snapshot, state, in: rest.takeBottom(1), into: &canvas)
    if let replay = snapshot.replay {
      let foot = rest.takeBottom(TimelinePanel.rows(in: state.size))
      TimelinePanel.draw(replay, snapshot, in: foot, into: &canvas)
    }
    if let sheet = sheet(snapshot, state, columns: rest.columns) {
      draw(sheet, snapshot, state, in: rest, into: &canvas)
      return
    }
    switch state.page {
    case .queues: QueuesPage.draw(snapshot, state, in: rest, into: &canvas)
    case .signatories:
      RosterPanel.draw(snapshot, state, isFocused: true, in: rest, into: &canvas)
    default: drawOverview(snapshot, state, in: rest, into: &canvas)
    }
  }

  // MARK: Pages that scroll

  /// How far the page that is open can scroll.
  static func greatestScroll(_ snapshot: Snapshot, _ state: DashboardState) -> Int {
    guard let sheet = sheet(snapshot, state, columns: state.size.columns) else { return 0 }
    let foot = snapshot.replay == nil ? 0 : TimelinePanel.rows(in: state.size)
    return Sheet.greatestScroll(
      rows: sheet.rows, pinned: pinned(state),
      visible: state.size.rows - HeaderPanel.rows - 1 - foot)
  }

  /// The page that is open, when it is one that scrolls.
  private static func sheet(
    _ snapshot: Snapshot, _ state: DashboardState, columns: Int
  ) -> Sheet? {
    if let place = state.openSignatory {
      return SignatoryPage.sheet(place, snapshot, columns: columns)
    }
    return switch state.page {
    case .overview, .queues, .signatories: nil
    case .errors: ErrorsPage.sheet(snapshot, state, columns: columns)
    case .authority: AuthorityPage.sheet(snapshot, columns: columns)
    case .workforce: WorkforcePage.sheet(snapshot, columns: columns)
    case .events: EventsPage.sheet(snapshot, state, columns: columns)
    case .denominators:
      DenominatorsPage.sheet(snapshot, state.denominators, columns: columns)
    }
  }

  /// The lines at the top of a page that do not scroll.
  private static func pinned(_ state: DashboardState) -> Int {
    if state.openSignatory != nil { return 1 }
    return switch state.page {
    case .errors: ErrorsPage.pinned
    case .events: 0
    default: 1
    }
  }

  private static func draw(
    _ sheet: Sheet, _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect,
    into canvas: inout Canvas
  ) {
    guard state.focus == .events else {
      sheet.draw(from: state.scroll, pinned: pinned(state), in: rect, into: &canvas)
      return
    }
    sheet.draw(
      from: sheet.scroll(showing: state.selectedEvent, visible: rect.rows),
      selected: state.selectedEvent, in: rect, into: &canvas)
  }

  // MARK: Overview

  private static func drawOverview(
    _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect, into canvas: inout Canvas
  ) {
    var rest = rect
    let isRoomy = rest.rows >= 40
    func gap() { if isRoomy { _ = rest.takeTop(1) } }
    gap()
    CountersPanel.draw(snapshot, in: rest.takeTop(CountersPanel.rows), into: &canvas)
    gap()
    LedgerPanel.draw(snapshot, in: rest.takeTop(LedgerPanel.rows), into: &canvas)
    gap()
    let table = QueueTable.sheet(
      snapshot.queues, snapshot.facts, backlogs: snapshot.backlogs, days: state.spanDays,
      isFocused: state.panel == .queues, columns: rect.columns)
    // Where there is no room for both tables, the one with the keyboard has it; else many
    // queues leave the roster half of it.
    let hasBoth = rest.rows >= 2 * leastTableRows
    let half = isRoomy ? rest.rows / 2 : (rest.rows + 1) / 2 - 1
    let tableRows = hasBoth ? min(table.rows, max(leastTableRows, half)) : rest.rows
    if hasBoth || state.panel == .queues {
      let place = rest.takeTop(tableRows)
      table.draw(
        from: table.scroll(showing: state.selectedQueue, pinned: 1, visible: place.rows),
        pinned: 1, selected: state.selectedQueue, isFocused: state.panel == .queues,
        in: place, into: &canvas)
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
