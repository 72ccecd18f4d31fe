import Moderation
import Queueing

/// The counters that were made public, each beside the figure it is compared with.
enum CountersPanel {
  static let rows = 1 + SubjectKind.count

  static func draw(_ snapshot: Snapshot, in rect: Rect, into canvas: inout Canvas) {
    let pen = Pen(rect: rect)
    let clock = snapshot.facts.clock
    let note = snapshot.facts.publishedFigures.first.map {
      "published figure as of \(clock.date(at: $0.asOf - 1).short)"
    }
    pen.heading(
      "Removed since \(clock.startDate.short)", note: note ?? "", into: &canvas)
    for kind in SubjectKind.allCases {
      drawRow(kind, snapshot, pen, into: &canvas)
    }
  }

  private static func drawRow(
    _ kind: SubjectKind, _ snapshot: Snapshot, _ pen: Pen, into canvas: inout Canvas
  ) {
    let row = 1 + kind.index
    let width = pen.rect.columns
    let wide = width >= 120
    let graphCells = wide ? min(52, width / 4) : 12
    let removed = snapshot.totals[kind.index].removed
    pen.write("  \(kind.plural)", column: 0, row: row, into: &canvas)
    pen.writeRight(Format.count(removed), .value, endingAt: 19, row: row, into: &canvas)
    let series = snapshot.removals[kind.index].sums(of: 24, newest: 2 * graphCells)
    pen.write(
      Sparkline.text(series, cells: graphCells), .graph, column: 21, row: row, into: &canvas)
    let day = snapshot.removals[kind.index].sums(of: 24, newest: 1).last
    let rate = day.map { Format.rate(Double($0)) } ?? "–"
    var column = 21 + graphCells + 7
    pen.writeRight(rate, endingAt: column, row: row, into: &canvas)
    column = pen.write("/day", .muted, column: column, row: row, into: &canvas) + 2
    drawComparison(kind, snapshot, from: column, row: row, pen, into: &canvas)
  }

  private static func drawComparison(
    _ kind: SubjectKind, _ snapshot: Snapshot, from column: Int, row: Int, _ pen: Pen,
    into canvas: inout Canvas
  ) {
    guard
      let index = snapshot.facts.publishedFigures.firstIndex(where: { $0.kind == kind })
    else {
      pen.write("no figure was published", .muted, column: column, row: row, into: &canvas)
      return
    }
    let published = snapshot.facts.publishedFigures[index].removed.value
    let simulated = snapshot.removedAtFigure[index] ?? snapshot.totals[kind.index].removed
    let share = Double(simulated) / Double(published)
    let figure = Format.count(published)
    let text = String(repeating: " ", count: max(0, 6 - figure.count)) + figure
    let percent = Format.fixed(share * 100, 0)
    let tail = " \(String(repeating: " ", count: max(0, 3 - percent.count)))\(percent) % of "
    let barCells = pen.rect.columns - column - CellWidth.of(tail) - CellWidth.of(text) - 1
    let bar = Bar.text(share, cells: min(60, barCells))
    let end = pen.write(
      [(bar.filled, .graph), (bar.rest, .graphRest), (tail, .normal)], column: column, row: row,
      into: &canvas)
    pen.write(text, .published, column: end, row: row, into: &canvas)
  }
}
