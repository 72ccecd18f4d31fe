import Moderation

/// The review queues: the table, and the history of the selected one.
enum QueuesPage {
  /// A lower graph is not worth its heading.
  private static let leastGraphRows = 5

  static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect, into canvas: inout Canvas
  ) {
    var rest = rect
    QueueTable.draw(
      snapshot.queues, snapshot.facts, backlogs: nil, days: state.spanDays,
      selected: state.selectedQueue, isFocused: true,
      in: rest.takeTop(QueueTable.rows(snapshot.facts)), into: &canvas)
    if rest.rows >= 2 * leastGraphRows {
      let used = drawTarget(snapshot, Pen(rect: rest), into: &canvas)
      _ = rest.takeTop(used)
    }
    let queue = state.selectedQueue
    let removals = queue.kind.map { snapshot.removals[$0.index] }
    let hasBoth = removals != nil && rest.rows >= 2 * leastGraphRows
    GraphPanel.draw(
      "\(queue.name) waiting", snapshot.backlogs[queue.index], as: .peak, days: state.spanDays,
      snapshot, in: rest.takeTop(hasBoth ? rest.rows / 2 : rest.rows), into: &canvas)
    if let removals, hasBoth {
      GraphPanel.draw(
        "\(queue.name) removed", removals, as: .sum, days: state.spanDays, snapshot, in: rest,
        into: &canvas)
    }
  }

  /// Says what counts as on time, and where that comes from; returns the rows used.
  private static func drawTarget(
    _ snapshot: Snapshot, _ pen: Pen, into canvas: inout Canvas
  ) -> Int {
    let target = snapshot.facts.reviewTarget
    pen.write(
      [
        ("  On duty  ", .muted), (Format.count(snapshot.moderators), .value),
        ("   On time within  ", .muted), (Format.target(target.value), .value),
        ("   grade \(target.grade.rawValue)", .muted),
      ], column: 0, row: 1, into: &canvas)
    var row = 2
    var text = target.note ?? ""
    if let source = snapshot.facts.source(target.source) {
      text += " Source: \(source.title), \(source.date)."
    }
    for line in Wrap.lines(Sanitizer.clean(text), cells: pen.rect.columns - 4).prefix(3) {
      pen.write(line, .muted, column: 2, row: row, into: &canvas)
      row += 1
    }
    return row + 1
  }
}
