import Moderation
import Queueing

/// The counters of removals, each beside the published figure where there is one.
enum CountersPanel {
  static let rows = 1 + SubjectKind.count
  private static let graphStart = 21

  static func draw(_ snapshot: Snapshot, in rect: Rect, into canvas: inout Canvas) {
    let pen = Pen(rect: rect)
    let clock = snapshot.facts.clock
    let figure = snapshot.facts.publishedFigures.first
    let note =
      figure.map { "published figure as of \(clock.date(at: $0.asOf - 1).medium)" }
      ?? "no published figure"
    pen.heading("Removed since \(clock.startDate.medium)", note: note, into: &canvas)
    for kind in SubjectKind.allCases { drawRow(kind, snapshot, pen, into: &canvas) }
  }

  private static func drawRow(
    _ kind: SubjectKind, _ snapshot: Snapshot, _ pen: Pen, into canvas: inout Canvas
  ) {
    let row = 1 + kind.index
    pen.write("  \(kind.plural)", column: 0, row: row, into: &canvas)
    pen.writeFigure(
      Format.count(snapshot.totals[kind.index].removed, cells: 8), .value, endingAt: 19, cells: 8,
      row: row, into: &canvas)
    let graphCells = graphCells(snapshot.facts, columns: pen.rect.columns)
    let latelyEnd = graphStart + graphCells + 7
    guard graphCells > 0, pen.rect.columns > latelyEnd + 8 else { return }
    // A day a dot, up to now.
    let days = snapshot.removals[kind.index].sums(of: 24, newest: 2 * graphCells)
    pen.write(
      Sparkline.text(days, cells: graphCells), .graph, column: graphStart, row: row,
      into: &canvas)
    pen.writeFigure(
      Format.count(snapshot.removedLately[kind.index], cells: 6), endingAt: latelyEnd, cells: 6,
      row: row, into: &canvas)
    let end = pen.write(" in 24h", .muted, column: latelyEnd, row: row, into: &canvas)
    drawComparison(kind, snapshot, from: end + 2, row: row, pen, into: &canvas)
  }

  /// The graph leaves room for the comparison, where there is something to compare with.
  private static func graphCells(_ facts: ScenarioFacts, columns: Int) -> Int {
    if facts.publishedFigures.isEmpty { return min(120, columns - graphStart - 17) }
    return columns >= 120 ? min(52, columns / 4) : 12
  }

  /// The share of the published figure: of the count so far until its day is over, then of
  /// the count at the end of that day.
  private static func drawComparison(
    _ kind: SubjectKind, _ snapshot: Snapshot, from column: Int, row: Int, _ pen: Pen,
    into canvas: inout Canvas
  ) {
    guard
      let index = snapshot.facts.publishedFigures.firstIndex(where: { $0.kind == kind })
    else { return }
    let published = snapshot.facts.publishedFigures[index].removed.value
    let then = snapshot.removedAtFigure[index]
    let share = Double(then ?? snapshot.totals[kind.index].removed) / Double(published)
    let percent = Format.padded(Format.fixed(share * 100, 0), cells: 3)
    let count = then.map { "\(Format.padded(Format.count($0), cells: 6)) then " } ?? ""
    let words = " \(count)\(percent) % of "
    let figure = Format.padded(Format.count(published), cells: 6)
    let room = pen.rect.columns - column - 1 - CellWidth.of(words) - CellWidth.of(figure)
    guard room >= 0 else { return }
    let bar = Bar.text(share, cells: min(60, room))
    pen.write(
      [(bar.filled, .graph), (bar.rest, .graphRest), (words, .normal), (figure, .published)],
      column: column, row: row, into: &canvas)
  }
}
