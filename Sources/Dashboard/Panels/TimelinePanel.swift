import Moderation
import Queueing

/// The foot of a replay: how much happened when, what stood out, and the playhead.
enum TimelinePanel {
  static let rows = 4
  /// What the signs on the line of time mean.
  static let legend = [
    ("◇", "a milestone of the scenario"), ("▲", "a shock or a change to the regime"),
    ("▼", "a marker"), ("●", "the playhead"), ("[ ]", "the loop"),
  ]
  /// On a lower screen it would leave the page too little.
  private static let leastScreen = 16

  static func rows(in size: Size) -> Int { size.rows >= leastScreen ? rows : 2 }

  static func draw(
    _ replay: ReplayStatus, _ snapshot: Snapshot, in rect: Rect, into canvas: inout Canvas
  ) {
    guard rect.rows > 0, rect.columns > 4 else { return }
    let pen = Pen(rect: rect)
    drawHeading(replay, snapshot, pen, into: &canvas)
    if rect.rows >= rows {
      drawDensity(replay, pen, row: 1, into: &canvas)
      drawMarks(replay, snapshot, pen, row: 2, into: &canvas)
    }
    drawPlace(replay, snapshot, pen, row: rect.rows - 1, into: &canvas)
  }

  // MARK: Rows

  /// How it plays, and how far it is.
  private static func drawHeading(
    _ replay: ReplayStatus, _ snapshot: Snapshot, _ pen: Pen, into canvas: inout Canvas
  ) {
    let status = snapshot.status
    let direction = replay.isReversed ? "◀" : "▶"
    let mark = status.isPaused ? replay.isReversed ? "❚❚ ◀" : "❚❚" : direction
    let speed = status.speed.text(inUnitsOf: replay.unit)
    var title = "REPLAY \(speed) \(mark)"
    if let loop = replay.loop { title += "  \(text(of: loop, snapshot))" }
    if let live = replay.live {
      let clock = snapshot.facts.clock
      title += "  live at \(clock.date(at: live).short) \(clock.timeText(at: live)), L returns"
    }
    let percent = 100 * Double(snapshot.now) / Double(max(1, replay.end))
    let elapsed = "+\(Format.duration(snapshot.now)) of \(Format.duration(replay.end))"
    let notes = [
      "\(status.speed) · \(elapsed) · \(Format.fixed(percent, 1)) %",
      "\(elapsed) · \(Format.fixed(percent, 1)) %", "\(Format.fixed(percent, 1)) %", "",
    ]
    let room = pen.rect.columns - CellWidth.of(title) - 8
    let note = notes.first { CellWidth.of($0) <= room } ?? ""
    pen.heading(title, note: note, into: &canvas)
  }

  /// The loop in words, with dates where its times are not all of the playhead's day.
  private static func text(of loop: ReplayStatus.Loop, _ snapshot: Snapshot) -> String {
    let clock = snapshot.facts.clock
    let today = clock.date(at: snapshot.now)
    let ends = [loop.start, loop.end].compactMap(\.self)
    let isToday = ends.allSatisfy { clock.date(at: $0) == today }
    let texts = ends.map { time in
      (isToday ? "" : "\(clock.date(at: time).short) ") + clock.timeText(at: time)
    }
    return texts.count == 2 ? "loop \(texts[0]) – \(texts[1])" : "loop from \(texts[0])"
  }

  private static func drawDensity(
    _ replay: ReplayStatus, _ pen: Pen, row: Int, into canvas: inout Canvas
  ) {
    let cells = pen.rect.columns - 2
    let text = Sparkline.text(resampled(replay.density, into: 2 * cells), cells: cells)
    pen.write(text, .graph, column: 1, row: row, into: &canvas)
    if let loop = replay.loop {
      let start = column(of: loop.start, replay, cells)
      let end = loop.end.map { column(of: $0, replay, cells) }
      pen.write("[", .warning, column: 1 + start, row: row, into: &canvas)
      if let end {
        pen.write("]", .warning, column: 1 + max(end, start + 1), row: row, into: &canvas)
      }
    }
  }

  /// The line of time with milestones, interventions, markers and the playhead; of two at
  /// one place the latter is drawn.
  private static func drawMarks(
    _ replay: ReplayStatus, _ snapshot: Snapshot, _ pen: Pen, row: Int,
    into canvas: inout Canvas
  ) {
    let cells = pen.rect.columns - 2
    let head = column(of: snapshot.now, replay, cells)
    pen.write(
      String(repeating: "━", count: head), .graph, column: 1, row: row, into: &canvas)
    pen.write(
      String(repeating: "─", count: cells - head), .muted, column: 1 + head, row: row,
      into: &canvas)
    func mark(_ time: Microseconds, _ sign: String, _ style: Style) {
      guard (0...replay.end).contains(time) else { return }
      pen.write(
        sign, style, column: 1 + column(of: time, replay, cells), row: row, into: &canvas)
    }
    for milestone in snapshot.facts.milestones {
      if let instant = milestone.instant { mark(instant, "◇", .published) }
    }
    for time in replay.interventions { mark(time, "▲", .warning) }
    for marker in replay.markers { mark(marker.time, "▼", .good) }
    mark(snapshot.now, "●", .state)
  }

  /// The number of the event and what it was, or the event that comes and was looked for.
  private static func drawPlace(
    _ replay: ReplayStatus, _ snapshot: Snapshot, _ pen: Pen, row: Int,
    into canvas: inout Canvas
  ) {
    let place = "event \(Format.count(replay.position)) of \(Format.count(replay.events))"
    let note = note(replay, snapshot)
    let cells = pen.rect.columns - 2
    // A note that would be cut has the place of the number.
    let hasPlace = note.map { CellWidth.of(place) + gap + CellWidth.of($0) <= cells } ?? true
    var column = 1
    func write(_ text: String, _ style: Style) {
      let room = max(0, pen.rect.columns - column - 1)
      let shown = Wrap.shortened(text, cells: room)
      column = pen.write(shown, style, column: column, row: row, into: &canvas) + gap
    }
    if hasPlace || replay.found != nil { write(place, .muted) }
    if let found = replay.found { return write("comes: \(found.text(snapshot.facts))", .value) }
    if let note { write(note, .good) }
    // What is left of an event beside a long note would say nothing.
    guard note == nil || pen.rect.columns - column > leastEvent, let last = replay.last else {
      return
    }
    write(last.text(snapshot.facts), .normal)
  }

  /// Between the texts of a row.
  private static let gap = 2
  private static let leastEvent = 24

  /// The note of the newest marker at the playhead, and how many there are.
  private static func note(_ replay: ReplayStatus, _ snapshot: Snapshot) -> String? {
    let here = replay.markers.filter { $0.time == snapshot.now }
    guard let marker = here.last else { return nil }
    let count = here.count > 1 ? "\(here.count) markers, the last: " : ""
    return "▼ \(count)\(Sanitizer.clean(marker.note))"
  }

  // MARK: Places

  private static func column(of time: Microseconds, _ replay: ReplayStatus, _ cells: Int) -> Int {
    let share = min(max(0, Double(time) / Double(max(1, replay.end))), 1)
    return min(Int(share * Double(max(0, cells))), max(0, cells - 1))
  }

  /// The sums of a series over as many equal parts as wanted.
  static func resampled(_ values: [Int], into count: Int) -> [Int] {
    guard count > 0, !values.isEmpty else { return [] }
    return (0..<count).map { place in
      let start = place * values.count / count
      let end = max(start + 1, (place + 1) * values.count / count)
      let part = values[start..<end]
      return part.reduce(0, +) / part.count
    }
  }
}
