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
    drawTabs(state, cells: rect.columns - statusCells - 2, pen, into: &canvas)
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
    let timeStart = columns - CellWidth.of(time) - 2
    let name = Sanitizer.clean(snapshot.facts.name)
    let seed = seedText(snapshot)
    let centre = (columns - badge.count) / 2
    // The seed has room when the badge can move to the left without cutting the name.
    let withSeed = min(centre, timeStart - badge.count - seed.count)
    let hasSeed = withSeed >= program.count + 3 + CellWidth.of(name)
    let place = hasSeed ? withSeed : max(program.count + 1, min(centre, timeStart - badge.count))
    let end = pen.write(badge, .source, column: place, row: 0, into: &canvas)
    if hasSeed { pen.write(seed, .muted, column: end, row: 0, into: &canvas) }
    let nameRoom = place - program.count - 2
    if nameRoom >= 4 {
      pen.write(
        Wrap.shortened(name, cells: nameRoom), column: program.count + 1, row: 0, into: &canvas)
    }
  }

  private static func seedText(_ snapshot: Snapshot) -> String {
    " seed \(snapshot.status.origin.seed)" + (snapshot.status.forkedAt == nil ? "" : " fork")
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

  /// The tabs with names that are as long as there is room for, or with numbers alone.
  private static func drawTabs(
    _ state: DashboardState, cells: Int, _ pen: Pen, into canvas: inout Canvas
  ) {
    let pages = Page.allCases
    let open = state.openSignatory == nil ? state.page : .signatories
    let namings: [[String]] = [
      pages.map(\.name), pages.map(\.shortName),
      pages.map { $0 == open ? $0.name : "" }, pages.map { _ in "" },
    ]
    // A number, the name with a blank on each side, and a gap.
    func width(_ name: String) -> Int { name.isEmpty ? 2 : name.count + 3 }
    guard let names = namings.first(where: { $0.reduce(0) { $0 + width($1) } <= cells }) else {
      return
    }
    var column = 1
    for (page, name) in zip(pages, names) {
      let style = page == open ? Style.headingFocused : .hint
      let end = pen.write(String(page.key), .key, column: column, row: 1, into: &canvas)
      if !name.isEmpty { pen.write(" \(name)", style, column: end, row: 1, into: &canvas) }
      column += width(name)
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
      spans.append((snapshot.replay?.isReversed == true ? "◀" : "▶", .good))
    }
    let speed = snapshot.replay.map { status.speed.text(inUnitsOf: $0.unit) }
    spans.append((" \(speed ?? "\(status.speed)")", .value))
    if status.isLagging { spans.append((" too fast for this machine", .warning)) }
    switch status.recording {
    case .off: break
    case .on: spans.append((" ● REC", .good))
    case .waiting(let why): spans.append((" ● REC waits: \(why)", .warning))
    case .failed(let why): spans.append((" NOT RECORDED: \(why)", .alarm))
    }
    return spans
  }
}
