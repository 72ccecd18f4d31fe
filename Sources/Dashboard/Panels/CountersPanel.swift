import Moderation
import Queueing

/// The counters of removals, each beside the published figure where there is one.
enum CountersPanel {
  static let rows = 1 + SubjectKind.count
  private static let graphStart = 21

  static func draw(_ snapshot: Snapshot, in rect: Rect, into canvas: inout Canvas) {
    let pen = Pen(rect: rect)
    let title = "Removed since \(snapshot.facts.clock.startDate.medium)"
    let room = rect.columns - CellWidth.of(title) - 8
    let note = notes(snapshot.facts).first { CellWidth.of($0) <= room } ?? ""
    pen.heading(title, note: note, into: &canvas)
    let comparisons = SubjectKind.allCases.map { comparison($0, snapshot) }
    let words = comparisons.compactMap { $0.map { CellWidth.of($0.words) } }.max() ?? 0
    for (kind, comparison) in zip(SubjectKind.allCases, comparisons) {
      let end = drawRow(kind, snapshot, pen, into: &canvas)
      guard let end, let comparison else { continue }
      draw(comparison, words: words, from: end + 2, row: 1 + kind.index, pen, into: &canvas)
    }
  }

  /// What the published figures are, from the longest text to the shortest.
  private static func notes(_ facts: ScenarioFacts) -> [String] {
    guard let figure = facts.publishedFigures.first else { return ["no published figure"] }
    let date = figure.lastDay(facts.clock).medium
    switch facts.publishedFigures.count(where: \.isPublished) {
    case facts.publishedFigures.count: break
    case 0: return ["figures that nobody published, as of \(date)", "not published, \(date)"]
    default: return ["figures as of \(date), not all published", "not all published, \(date)"]
    }
    let own = facts.publishedFigures.map(\.removed.note)
    let note = own.allSatisfy { $0 == own[0] } ? own[0] : nil
    return (note.map { ["published figure as of \(date): \"\(Sanitizer.clean($0))\""] } ?? [])
      + ["published figure as of \(date)", "published \(date)"]
  }

  /// Draws the count and its history; returns the column after them, if they have room.
  private static func drawRow(
    _ kind: SubjectKind, _ snapshot: Snapshot, _ pen: Pen, into canvas: inout Canvas
  ) -> Int? {
    let row = 1 + kind.index
    pen.write("  \(kind.plural)", column: 0, row: row, into: &canvas)
    pen.writeFigure(
      Format.count(snapshot.totals[kind.index].removed, cells: 8), .value, endingAt: 19, cells: 8,
      row: row, into: &canvas)
    let graphCells = graphCells(snapshot.facts, columns: pen.rect.columns)
    let latelyEnd = graphStart + graphCells + latelyCells + 1
    guard graphCells > 0, pen.rect.columns > latelyEnd + 8 else { return nil }
    // A day a dot, up to now.
    let days = snapshot.removals[kind.index].sums(of: 24, newest: 2 * graphCells)
    pen.write(
      Sparkline.text(days, cells: graphCells), .graph, column: graphStart, row: row,
      into: &canvas)
    pen.writeFigure(
      Format.count(snapshot.removedLately[kind.index], cells: latelyCells), endingAt: latelyEnd,
      cells: latelyCells, row: row, into: &canvas)
    return pen.write(" in 24h", .muted, column: latelyEnd, row: row, into: &canvas)
  }

  /// Those of the removals of a day: 999,999 and no more.
  private static let latelyCells = 7

  /// The graph leaves room for the comparison, where there is something to compare with.
  private static func graphCells(_ facts: ScenarioFacts, columns: Int) -> Int {
    if facts.publishedFigures.isEmpty { return min(120, columns - graphStart - 18) }
    return columns >= 120 ? min(52, columns / 4) : 12
  }

  // MARK: Comparison

  /// A count beside what was published.
  private struct Comparison {
    let share: Double
    /// What is said of the share, up to the published figure.
    let words: String
    let published: String
  }

  /// The share of the published figure: of the count so far until its day is over, then of
  /// the count at the end of that day.
  private static func comparison(_ kind: SubjectKind, _ snapshot: Snapshot) -> Comparison? {
    guard
      let index = snapshot.facts.publishedFigures.firstIndex(where: { $0.kind == kind })
    else { return nil }
    let published = snapshot.facts.publishedFigures[index].removed.value
    let then = snapshot.removedAtFigure[index]
    let share = Double(then ?? snapshot.totals[kind.index].removed) / Double(published)
    let percent = Format.padded(Format.percent(share, decimals: 0), cells: 5)
    let count = then.map { "\(Format.padded(Format.count($0), cells: 6)) then " } ?? ""
    return Comparison(
      share: share, words: "\(count)\(percent) of ",
      published: Format.padded(Format.count(published), cells: 6))
  }

  /// - Parameter words: the cells that the longest words of all comparisons take.
  private static func draw(
    _ comparison: Comparison, words: Int, from column: Int, row: Int, _ pen: Pen,
    into canvas: inout Canvas
  ) {
    let room =
      pen.rect.columns - column - 2 - words - CellWidth.of(comparison.published)
    guard room >= 0 else { return }
    let bar = Bar.text(comparison.share, cells: min(60, room))
    pen.write(
      [
        (bar.filled, .graph), (bar.rest, .graphRest),
        (" " + Format.padded(comparison.words, cells: words), .normal),
        (comparison.published, .published),
      ], column: column, row: row, into: &canvas)
  }
}
