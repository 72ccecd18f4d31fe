import Moderation

/// The roster of the signatories, sorted, with the selected one in view.
enum RosterPanel {
  /// Cells of the column with the Chinese name.
  private static let chineseCells = 10

  static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, isFocused: Bool, in rect: Rect,
    into canvas: inout Canvas
  ) {
    let pen = Pen(rect: rect)
    let columns = [RosterColumn].fitting(rect.columns)
    let title = "Signatories · simulated"
    pen.heading(title, isFocused: isFocused, into: &canvas)
    pen.clearTitles(from: CellWidth.of(title) + 4, into: &canvas)
    drawTitles(columns, state.order, pen, into: &canvas)
    let places = state.order.places(in: snapshot)
    let visible = rect.rows - 1
    guard visible > 0 else { return }
    let selected = places.firstIndex(of: state.selectedSignatory) ?? 0
    let first = firstRow(selected: selected, visible: visible, count: places.count)
    for (row, place) in places.dropFirst(first).prefix(visible).enumerated() {
      drawRow(place, snapshot, columns, row: row + 1, pen, into: &canvas)
      if place == state.selectedSignatory {
        Selection.mark(row: row + 1, isFocused, rect, into: &canvas)
      }
    }
    drawOverflow(first: first, visible: visible, count: places.count, pen, into: &canvas)
  }

  /// Keeps the selected row a little away from the edges.
  private static func firstRow(selected: Int, visible: Int, count: Int) -> Int {
    let margin = min(2, (visible - 1) / 2)
    return min(max(0, selected - visible + 1 + margin), max(0, count - visible))
  }

  private static func drawTitles(
    _ columns: [RosterColumn], _ order: RosterOrder, _ pen: Pen, into canvas: inout Canvas
  ) {
    var end = 0
    for column in columns {
      end += column.width
      let isSorted = column == order.column
      let arrow = isSorted ? (order.isDescending ? "▼" : "▲") : ""
      if column == .name {
        if isSorted, order.isDescending {
          pen.write("from below", .key, column: end + 3, row: 0, into: &canvas)
        }
      } else {
        pen.writeRight(
          "\(arrow)\(column.title)", isSorted ? .key : .muted, endingAt: end + 2, row: 0,
          into: &canvas)
      }
    }
  }

  private static func drawRow(
    _ place: Int, _ snapshot: Snapshot, _ columns: [RosterColumn], row: Int, _ pen: Pen,
    into canvas: inout Canvas
  ) {
    let signatory = snapshot.facts.signatories[place]
    let state = snapshot.signatories[place]
    var end = 0
    for column in columns {
      end += column.width
      if column == .name {
        drawName(signatory, row: row, pen, into: &canvas)
      } else {
        let style: Style =
          column == .staff && signatory.safetyStaffShare != nil
          ? .published : .normal
        pen.writeFigure(
          column.text(signatory, state), style, endingAt: end + 2, cells: column.width - 1,
          row: row, into: &canvas)
      }
    }
  }

  private static func drawName(
    _ signatory: Signatory, row: Int, _ pen: Pen, into canvas: inout Canvas
  ) {
    let name = Sanitizer.clean(signatory.name)
    let room = RosterColumn.name.width
    if let chinese = signatory.chineseName {
      let short = Wrap.shortened(Sanitizer.clean(chinese), cells: chineseCells - 1)
      pen.write(short, column: 2, row: row, into: &canvas)
      pen.write(
        Wrap.shortened(name, cells: room - chineseCells), column: 2 + chineseCells, row: row,
        into: &canvas)
    } else {
      let mark = signatory.isNamed ? "" : " not named"
      let end = pen.write(
        Wrap.shortened(name, cells: room - mark.count), column: 2, row: row, into: &canvas)
      pen.write(mark, .muted, column: end, row: row, into: &canvas)
    }
  }

  private static func drawOverflow(
    first: Int, visible: Int, count: Int, _ pen: Pen, into canvas: inout Canvas
  ) {
    guard count > visible, pen.rect.rows > 1 else { return }
    let column = pen.rect.columns - 1
    if first > 0 { pen.write("↑", .muted, column: column, row: 1, into: &canvas) }
    if first + visible < count {
      pen.write("↓", .muted, column: column, row: visible, into: &canvas)
    }
  }
}
