import Moderation

/// What stands behind the counters and was not made public.
enum LedgerPanel {
  /// The place of a label and the end of its figure.
  private static let places = [(2, 20), (23, 49), (52, 79)]
  private static let definitionStart = 84

  static func rows(_ facts: ScenarioFacts) -> Int { facts.queues.contains(.appeals) ? 4 : 3 }

  static func draw(_ snapshot: Snapshot, in rect: Rect, into canvas: inout Canvas) {
    let pen = Pen(rect: rect)
    pen.heading("What the counters do not show", note: "simulated truth", into: &canvas)
    let total = snapshot.totals.reduce(Tally(), +)
    var lines: [[(Metric, String, Style)]] = [
      [
        (.screened, Format.short(total.screened), .value),
        (.reviewed, Format.short(total.reviewed), .value),
        (.removedByScreening, Format.short(total.removedByScreening), .value),
      ],
      [
        (.missed, Format.short(total.missed), .alarm),
        (.removedWrongly, Format.short(total.wronglyRemoved), .alarm),
        (.wrongShare, Format.percent(total.wronglyRemoved, of: total.removed), .alarm),
      ],
    ]
    if snapshot.facts.queues.contains(.appeals) {
      lines.append([
        (.undecided, Format.short(total.undecided), .alarm),
        (.restored, Format.short(total.wronglyRemovedAndRestored), .value),
        (.neverAppealed, Format.short(total.neverAppealed), .alarm),
      ])
    }
    for (row, line) in lines.enumerated() {
      for ((start, end), (metric, figure, style)) in zip(places, line) {
        guard end < rect.columns else { break }
        pen.write(metric.name, .muted, column: start, row: row + 1, into: &canvas)
        pen.writeFigure(
          figure, style, endingAt: end, cells: end - start - CellWidth.of(metric.name),
          row: row + 1,
          into: &canvas)
      }
    }
    drawDefinitions(lines.count, pen, into: &canvas)
  }

  /// Says what the errors are, where there is room beside them.
  private static func drawDefinitions(_ rows: Int, _ pen: Pen, into canvas: inout Canvas) {
    let metrics: [Metric] = [.removedWrongly, .neverAppealed, .missed]
    for (row, metric) in metrics.prefix(rows).enumerated() {
      let text = "\(metric.name): \(metric.definition)"
      guard definitionStart + CellWidth.of(text) < pen.rect.columns else { continue }
      pen.write(text, .muted, column: definitionStart, row: row + 1, into: &canvas)
    }
  }
}
