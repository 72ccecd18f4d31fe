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
    let statuses = statuses(snapshot)
    let least = statuses.last.map(cells) ?? 0
    let tabs = tabs(state, columns: rect.columns, statusCells: least)
    let tabsEnd = drawTabs(tabs, state, pen, into: &canvas)
    let room = rect.columns - 1 - tabsEnd
    guard let status = statuses.first(where: { cells($0) <= room }) ?? statuses.last else { return }
    pen.write(
      status, column: max(0, rect.columns - 1 - cells(status)), row: 1, into: &canvas)
  }

  private static func cells(_ spans: [(String, Style)]) -> Int {
    spans.reduce(0) { $0 + CellWidth.of($1.0) }
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
    let name = Sanitizer.clean(snapshot.facts.name)
    let mark = snapshot.isChanged ? "*" : ""
    let seed = seedText(snapshot)
    // The zone matters less than which run it is.
    let rest = CellWidth.of(name) + mark.count + seed.count + 2
    let fitting = times(snapshot).filter { CellWidth.of($0) <= room }
    let time = fitting.first { CellWidth.of($0) + rest <= room } ?? fitting.first ?? ""
    pen.writeRight(time, .value, endingAt: columns - 1, row: 0, into: &canvas)
    let timeStart = columns - CellWidth.of(time) - 2
    let centre = (columns - badge.count) / 2
    // The seed has room when the badge can move to the left without cutting the name.
    let withSeed = min(centre, timeStart - badge.count - seed.count)
    let hasSeed = withSeed >= program.count + 3 + CellWidth.of(name) + mark.count
    let place = hasSeed ? withSeed : max(program.count + 1, min(centre, timeStart - badge.count))
    let end = pen.write(badge, .source, column: place, row: 0, into: &canvas)
    if hasSeed { pen.write(seed, .muted, column: end, row: 0, into: &canvas) }
    let nameRoom = place - program.count - 2
    if nameRoom >= 4 {
      let short = Wrap.shortened(name, cells: nameRoom - mark.count)
      let end = pen.write(
        [(short, .normal), (mark, .warning)], column: program.count + 1, row: 0, into: &canvas)
      pen.write(
        note(snapshot, cells: place - 1 - end), .warning, column: end, row: 0,
        into: &canvas)
    } else {
      // Without the name, its mark stands in the gap.
      pen.write(mark, .warning, column: program.count, row: 0, into: &canvas)
    }
  }

  /// What was changed in the scenario or as it ran, as much of it as there is room for.
  private static func note(_ snapshot: Snapshot, cells: Int) -> String {
    if !snapshot.isChanged { return "" }
    let changes = snapshot.facts.changes
    let interventions = snapshot.usersInterventions
    let notes = [
      " \(changes.summary(interventions: interventions))",
      " \(changes.lines.count + interventions) changed",
    ]
    return notes.first { CellWidth.of($0) <= cells } ?? ""
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

  // MARK: Tabs

  /// The cells that the longest status takes which comes and goes, in full and at least.
  private static let (fullStatus, shortStatus) = (22, 18)

  /// The names of the tabs: in full, in short, of the open page only, or none.
  ///
  /// Which of them, the width alone says, so that they do not jump when the status changes;
  /// only one that says what is wrong may take room from them.
  private static func tabs(
    _ state: DashboardState, columns: Int, statusCells: Int
  ) -> [String] {
    let pages = Page.allCases
    let open = openPage(state)
    let longest = pages.map(\.name.count).max() ?? 0
    let alone = width(pages.dropFirst().map { _ in "" }) + longest + tabGap
    let namings: [(names: [String], cells: Int, status: Int)] = [
      (pages.map(\.name), width(pages.map(\.name)), fullStatus),
      (pages.map(\.shortName), width(pages.map(\.shortName)), shortStatus),
      (pages.map { $0 == open ? $0.name : "" }, alone, shortStatus),
    ]
    let fitting = namings.first { naming in
      naming.cells + max(naming.status, statusCells) + 2 <= columns
    }
    return fitting?.names ?? pages.map { _ in "" }
  }

  private static func openPage(_ state: DashboardState) -> Page {
    state.openSignatory == nil ? state.page : .signatories
  }

  /// A name has a blank and its number before it, and a gap behind it.
  private static let tabGap = 3

  private static func width(_ name: String) -> Int {
    name.isEmpty ? 2 : name.count + tabGap
  }

  private static func width(_ names: [String]) -> Int { names.reduce(0) { $0 + width($1) } }

  /// Returns the column after the tabs.
  private static func drawTabs(
    _ names: [String], _ state: DashboardState, _ pen: Pen, into canvas: inout Canvas
  ) -> Int {
    guard width(names) < pen.rect.columns else { return 0 }
    var column = 1
    for (page, name) in zip(Page.allCases, names) {
      let style = page == openPage(state) ? Style.headingFocused : .hint
      let end = pen.write(String(page.key), .key, column: column, row: 1, into: &canvas)
      if !name.isEmpty { pen.write(" \(name)", style, column: end, row: 1, into: &canvas) }
      column += width(name)
    }
    return column
  }

  // MARK: Status

  /// How it goes on, from the longest text to the shortest.
  private static func statuses(_ snapshot: Snapshot) -> [[(String, Style)]] {
    let status = snapshot.status
    let speed = snapshot.replay.map { status.speed.text(inUnitsOf: $0.unit) }
    // A state has a blank at its end.
    let hasBlank = status.stop != nil || status.isPaused
    let speedSpan = ((hasBlank ? "" : " ") + (speed ?? "\(status.speed)"), Style.value)
    let state = stateSpan(snapshot)
    let lag = status.isLagging ? [(" too fast for this machine", Style.warning)] : []
    let shortLag = status.isLagging ? [(" too fast", Style.warning)] : []
    switch status.recording {
    case .failed(let why):
      // Why, is said nowhere else.
      let failure = ("NOT RECORDED: \(why)", Style.alarm)
      let blank = (" ", Style.normal)
      return [
        [state, speedSpan] + lag + [blank, failure], [state, speedSpan, blank, failure], [failure],
      ]
    case .waiting(let why):
      let obstacle = (" ● REC waits: \(why)", Style.warning)
      return [[state, speedSpan] + lag + [obstacle], [state, speedSpan, obstacle], [obstacle]]
    case .on, .off:
      let isRecorded = status.recording == .on
      let sign = isRecorded ? [(" ●", Style.good)] : []
      return [
        [state, speedSpan] + lag + (isRecorded ? [(" ● REC", .good)] : []),
        [state, speedSpan] + shortLag + sign, [state] + shortLag + sign, [state] + shortLag,
      ]
    }
  }

  private static func stateSpan(_ snapshot: Snapshot) -> (String, Style) {
    let status = snapshot.status
    if let stop = status.stop { return (" STOPPED: \(stop.label) ", .alarm) }
    if status.isPaused { return (" PAUSED ", .state) }
    if let opening = status.opening {
      return ("▶▶ to \(snapshot.facts.clock.date(at: opening).medium)", .state)
    }
    return (snapshot.replay?.isReversed == true ? "◀" : "▶", .good)
  }
}
