import Moderation

/// The first two rows: what this is, where it stands in time, how fast it goes.
enum HeaderPanel {
  static let rows = 2

  static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect, into canvas: inout Canvas
  ) {
    let pen = Pen(rect: rect)
    let facts = snapshot.facts
    pen.write(
      [(" modtop ", .title), (" \(Sanitizer.clean(facts.name)) ", .normal)], column: 0, row: 0,
      into: &canvas)
    let clock = facts.clock
    let time =
      "\(clock.date(at: snapshot.now).long) \(clock.timeText(at: snapshot.now)) \(clock.zoneText)"
    pen.writeRight(time, .value, endingAt: rect.columns - 1, row: 0, into: &canvas)
    let badge = " \(snapshot.status.origin.label) "
    let middle = (rect.columns - badge.count) / 2
    pen.write(badge, .source, column: middle, row: 0, into: &canvas)
    drawTabs(state.view, pen, into: &canvas)
    drawStatus(snapshot, pen, into: &canvas)
  }

  private static func drawTabs(
    _ view: DashboardState.View, _ pen: Pen, into canvas: inout Canvas
  ) {
    let tabs: [(String, String, Bool)] = [
      ("1", "Overview", view == .overview), ("2", "Queues", view == .queues),
      ("3", "Signatories", view != .overview && view != .queues),
    ]
    var column = 1
    for (key, name, isOpen) in tabs {
      column = pen.write(key, .key, column: column, row: 1, into: &canvas)
      column = pen.write(
        " \(name) ", isOpen ? .headingFocused : .hint, column: column, row: 1, into: &canvas)
      column += 1
    }
  }

  private static func drawStatus(
    _ snapshot: Snapshot, _ pen: Pen, into canvas: inout Canvas
  ) {
    let status = snapshot.status
    var spans: [(String, Style)] = []
    if status.isPaused {
      spans.append((" PAUSED ", .state))
    } else if status.isCatchingUp {
      let date = snapshot.facts.clock.date(at: snapshot.facts.opensAt).short
      spans.append(("▶▶ to \(date)", .state))
    } else {
      spans.append(("▶", .good))
    }
    spans.append((" \(status.speed)", .value))
    if case .simulation(let seed) = status.origin { spans.append(("   seed \(seed)", .muted)) }
    let width = spans.reduce(0) { $0 + CellWidth.of($1.0) }
    pen.write(spans, column: max(0, pen.rect.columns - 1 - width), row: 1, into: &canvas)
  }
}
