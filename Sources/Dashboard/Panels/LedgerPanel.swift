import Moderation

/// What stands behind the counters and was not made public.
enum LedgerPanel {
  static func rows(_ facts: ScenarioFacts) -> Int { facts.queues.contains(.appeals) ? 4 : 3 }

  static func draw(_ snapshot: Snapshot, in rect: Rect, into canvas: inout Canvas) {
    let pen = Pen(rect: rect)
    pen.heading("What the counters do not show", note: "simulated truth", into: &canvas)
    let total = snapshot.totals.reduce(Tally(), +)
    var cells: [[(String, String, Style)]] = [
      [
        ("Screened", Format.short(total.screened), .value),
        ("Reviewed", Format.count(total.reviewed), .value),
        ("by screening alone", Format.count(total.removedByScreening), .value),
      ],
      [
        ("Missed", Format.count(total.missed), .alarm),
        ("Removed wrongly", Format.count(total.wronglyRemoved), .alarm),
        ("of all removed", Format.percent(total.wronglyRemoved, of: total.removed), .alarm),
      ],
    ]
    if snapshot.facts.queues.contains(.appeals) {
      cells.append([
        ("of these", "", .normal),
        ("restored", Format.count(total.wronglyRemovedAndRestored), .value),
        ("never appealed", Format.count(total.neverAppealed), .alarm),
      ])
    }
    let starts = [2, 23, 52]
    let ends = [20, 49, 79]
    for (row, line) in cells.enumerated() {
      for (place, (label, figure, style)) in line.enumerated() {
        pen.write(label, .muted, column: starts[place], row: row + 1, into: &canvas)
        pen.writeRight(figure, style, endingAt: ends[place], row: row + 1, into: &canvas)
      }
    }
    drawDefinitions(pen, into: &canvas)
  }

  /// Says what the errors are, where there is room beside them.
  private static func drawDefinitions(_ pen: Pen, into canvas: inout Canvas) {
    let column = 84
    for (row, metric) in [Metric.removedWrongly, .missed].enumerated() {
      let text = "\(metric.name): \(metric.definition)"
      guard column + CellWidth.of(text) < pen.rect.columns else { continue }
      pen.write(text, .muted, column: column, row: row + 1, into: &canvas)
    }
  }
}
