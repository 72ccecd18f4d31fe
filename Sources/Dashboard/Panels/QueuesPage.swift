import Moderation

/// The review queues: the table, and the backlog of the selected one over time.
enum QueuesPage {
  static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect, into canvas: inout Canvas
  ) {
    var rest = rect
    QueueTable.draw(
      snapshot.queues, snapshot.facts, backlogs: nil, days: state.spanDays,
      selected: state.selectedQueue, isFocused: true,
      in: rest.takeTop(QueueTable.rows(snapshot.facts)), into: &canvas)
    _ = rest.takeTop(1)
    let target = snapshot.facts.reviewTarget
    let pen = Pen(rect: rest)
    pen.write(
      [
        ("  Moderators on duty  ", .muted), (Format.count(snapshot.moderators), .value),
        ("   Target  ", .muted), (Format.target(target.value), .value),
        ("  grade \(target.grade.rawValue)", .muted),
      ], column: 0, row: 0, into: &canvas)
    var row = 1
    for line in Wrap.lines(Sanitizer.clean(target.note ?? ""), cells: rest.columns - 4) {
      pen.write(line, .muted, column: 2, row: row, into: &canvas)
      row += 1
    }
    _ = rest.takeTop(row + 1)
    let queue = state.selectedQueue
    let removals = queue.kind.map { snapshot.removals[$0.index] }
    drawGraph(
      "\(queue.name) waiting", snapshot.backlogs[queue.index], isLevel: true,
      days: state.spanDays, Pen(rect: rest.takeTop(removals == nil ? rest.rows : rest.rows / 2)),
      into: &canvas)
    if let removals {
      drawGraph(
        "\(queue.name) removed", removals, isLevel: false, days: state.spanDays,
        Pen(rect: rest), into: &canvas)
    }
  }

  private static func drawGraph(
    _ title: String, _ series: HourlySeries, isLevel: Bool, days: Int, _ pen: Pen,
    into canvas: inout Canvas
  ) {
    let span = days == 1 ? "last day" : "last \(days) days"
    pen.heading(title, note: "\(span)   ← → span", into: &canvas)
    let cells = max(0, pen.rect.columns - 12)
    let points = 2 * cells
    let values =
      isLevel
      ? Trend.levels(series, days: days, points: points)
      : Trend.values(series, days: days, points: points)
    let shown = stretched(values, to: points)
    let rows = pen.rect.rows - 1
    for (row, line) in Sparkline.rows(shown, cells: cells, rows: rows).enumerated() {
      pen.write(line, .graph, column: 10, row: row + 1, into: &canvas)
    }
    pen.writeRight(
      Format.count(values.max() ?? 0), .muted, endingAt: 9, row: 1, into: &canvas)
    pen.writeRight("0", .muted, endingAt: 9, row: max(1, rows), into: &canvas)
  }

  /// Repeats each value so that few of them fill the width.
  private static func stretched(_ values: [Int], to points: Int) -> [Int] {
    guard !values.isEmpty, points > values.count else { return values }
    return (0..<points).map { values[$0 * values.count / points] }
  }
}
