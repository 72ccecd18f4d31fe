import Moderation

/// The first two rows: what this is, where it stands in time, how fast it goes.
///
/// On a narrow screen it says less; it never cuts a word or a figure.
enum HeaderPanel {
  static let rows = 2

  static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect, into canvas: inout Canvas
  ) {
    let pen = Pen(rect: rect)
    drawTitle(snapshot, pen, into: &canvas)
    let status = statusSpans(snapshot)
    let statusCells = status.reduce(0) { $0 + CellWidth.of($1.0) }
    drawTabs(state.view, cells: rect.columns - statusCells - 3, pen, into: &canvas)
    pen.write(status, column: max(0, rect.columns - 1 - statusCells), row: 1, into: &canvas)
  }

  private static func drawTitle(_ snapshot: Snapshot, _ pen: Pen, into canvas: inout Canvas) {
    let columns = pen.rect.columns
    let badge = " \(snapshot.status.origin.label) "
    let program = " modtop "
    guard columns >= program.count + badge.count + 1 else {
      pen.write(badge, .source, column: 0, row: 0, into: &canvas)
      return
    }
    pen.write(program, .title, column: 0, row: 0, into: &canvas)
    let room = columns - program.count - badge.count - 3
    let time = times(snapshot).first { CellWidth.of($0) <= room } ?? ""
    pen.writeRight(time, .value, endingAt: columns - 1, row: 0, into: &canvas)
    let last = columns - CellWidth.of(time) - 2 - badge.count
    let place = max(program.count + 1, min((columns - badge.count) / 2, last))
    pen.write(badge, .source, column: place, row: 0, into: &canvas)
    let nameRoom = place - program.count - 2
    if nameRoom >= 4 {
      let name = Wrap.shortened(Sanitizer.clean(snapshot.facts.name), cells: nameRoom)
      pen.write(name, column: program.count + 1, row: 0, into: &canvas)
    }
  }

  /// The simulated time, from the longest text to the shortest.
  private static func times(_ snapshot: Snapshot) -> [String] {
    let clock = snapshot.facts.clock
    let date = clock.date(at: snapshot.now)
    let time = clock.timeText(at: snapshot.now)
    return [
      "\(date.long) \(time) \(clock.zoneText)", "\(date.long) \(time)", "\(date) \(time)",
      "\(date)",
    ]
  }

  private static func drawTabs(
    _ view: DashboardState.View, cells: Int, _ pen: Pen, into canvas: inout Canvas
  ) {
    let tabs: [(String, String, Bool)] = [
      ("1", "Overview", view == .overview), ("2", "Queues", view == .queues),
      ("3", "Signatories", view != .overview && view != .queues),
    ]
    let needed = tabs.reduce(1) { $0 + $1.1.count + 4 }
    guard needed <= cells || 3 * tabs.count <= cells else { return }
    var column = 1
    for (key, name, isOpen) in tabs {
      column = pen.write(key, .key, column: column, row: 1, into: &canvas)
      if needed <= cells {
        let style = isOpen ? Style.headingFocused : .hint
        column = pen.write(" \(name) ", style, column: column, row: 1, into: &canvas)
      }
      column += 1
    }
  }

  private static func statusSpans(_ snapshot: Snapshot) -> [(String, Style)] {
    let status = snapshot.status
    var spans: [(String, Style)] = []
    if let stop = status.stop {
      spans.append((" STOPPED: \(stop.label) ", .alarm))
    } else if status.isPaused {
      spans.append((" PAUSED ", .state))
    } else if let opening = status.opening {
      spans.append(("▶▶ to \(snapshot.facts.clock.date(at: opening).medium)", .state))
    } else {
      spans.append(("▶", .good))
    }
    spans.append((" \(status.speed)", .value))
    if status.isLagging { spans.append((" too fast for this machine", .warning)) }
    if case .simulation(let seed) = status.origin { spans.append(("   seed \(seed)", .muted)) }
    return spans
  }
}
