import Moderation
import Queueing

/// A series over some days as an area graph with both axes.
enum GraphPanel {
  /// Cells left of the graph, for the scale.
  private static let scaleCells = 10

  /// Draws a graph; `what` names it, such as `Posts waiting`.
  static func draw(
    _ what: String, _ series: HourlySeries, as form: Trend.Form, days: Int, _ snapshot: Snapshot,
    in rect: Rect, into canvas: inout Canvas
  ) {
    let pen = Pen(rect: rect)
    let cells = max(0, rect.columns - scaleCells - 2)
    let span = days == 1 ? "1 day" : "\(days) days"
    let keys = Binding.keyNames(of: [.left, .right], inReplay: snapshot.replay != nil)
    let trend = Trend(series, as: form, days: days, points: 2 * cells)
    pen.heading(
      "\(what) · \(trend.caption)", note: "\(span)   \(keys)", into: &canvas)
    let rows = rect.rows - 2
    guard rows > 0, cells > 0 else { return }
    let shown = trend.stretched(to: 2 * cells)
    for (row, line) in Sparkline.rows(shown, cells: cells, rows: rows).enumerated() {
      pen.write(line, .graph, column: scaleCells, row: row + 1, into: &canvas)
    }
    pen.writeRight(
      Format.short(trend.values.max() ?? 0), .muted, endingAt: scaleCells - 1, row: 1,
      into: &canvas)
    pen.writeRight("0", .muted, endingAt: scaleCells - 1, row: rows, into: &canvas)
    drawDates(trend, snapshot, cells: cells, row: rows + 1, pen, into: &canvas)
  }

  /// Dates under the beginning, the middle and the end of the graph.
  private static func drawDates(
    _ trend: Trend, _ snapshot: Snapshot, cells: Int, row: Int, _ pen: Pen,
    into canvas: inout Canvas
  ) {
    let span = Microseconds(trend.values.count * trend.hours) * TimeUnit.hour
    let clock = snapshot.facts.clock
    func text(_ instant: Microseconds) -> String {
      let instant = max(0, instant)
      return "\(clock.date(at: instant).short) \(clock.timeText(at: instant))"
    }
    pen.write(text(snapshot.now - span), .muted, column: scaleCells, row: row, into: &canvas)
    let middle = text(snapshot.now - span / 2)
    if cells >= 48 {
      pen.write(
        middle, .muted, column: scaleCells + (cells - middle.count) / 2, row: row, into: &canvas)
    }
    pen.writeRight("now", .muted, endingAt: scaleCells + cells, row: row, into: &canvas)
  }
}
