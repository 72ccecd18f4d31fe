/// Writes along the rows of a rectangle and never beyond it.
struct Pen {
  let rect: Rect

  /// Writes a text at a column of the rectangle; returns the column after it.
  @discardableResult
  func write(
    _ text: some StringProtocol, _ style: Style = .normal, column: Int, row: Int,
    into canvas: inout Canvas
  ) -> Int {
    guard row >= 0, row < rect.rows, column < rect.columns else { return column }
    let written = canvas.write(
      text, column: rect.column + column, row: rect.row + row, style: style,
      limit: rect.columns - column)
    return column + written
  }

  /// Writes texts one after the other; returns the column after the last.
  @discardableResult
  func write(
    _ spans: [(String, Style)], column: Int, row: Int, into canvas: inout Canvas
  ) -> Int {
    spans.reduce(column) { write($1.0, $1.1, column: $0, row: row, into: &canvas) }
  }

  /// Writes a text so that it ends before a column.
  func writeRight(
    _ text: some StringProtocol, _ style: Style = .normal, endingAt end: Int, row: Int,
    into canvas: inout Canvas
  ) {
    write(text, style, column: max(0, end - CellWidth.of(text)), row: row, into: &canvas)
  }

  /// Writes a figure so that it ends before a column; one too long for its cells is not cut
  /// into another figure but replaced.
  func writeFigure(
    _ text: String, _ style: Style = .normal, endingAt end: Int, cells: Int, row: Int,
    into canvas: inout Canvas
  ) {
    writeRight(
      CellWidth.of(text) <= cells ? text : "≫", style, endingAt: end, row: row, into: &canvas)
  }

  /// Clears the part of a heading in which the titles of columns stand.
  func clearTitles(from column: Int, row: Int = 0, into canvas: inout Canvas) {
    guard row < rect.rows, column < rect.columns - 1 else { return }
    canvas.fill(
      Rect(
        column: rect.column + column, row: rect.row + row,
        columns: rect.columns - 1 - column, rows: 1))
  }

  /// Draws the line that opens a panel, with a title and a note at its right end.
  func heading(
    _ title: String, note: String = "", isFocused: Bool = false, row: Int = 0,
    into canvas: inout Canvas
  ) {
    guard row < rect.rows else { return }
    let style = isFocused ? Style.headingFocused : .heading
    let line = Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
    canvas.fill(line, with: isFocused ? "━" : "─", style: .muted)
    let words = Wrap.lines(title, cells: rect.columns - 4).first ?? ""
    let end = write(" \(words) ", style, column: 1, row: row, into: &canvas)
    let noteCells = CellWidth.of(note) + 2
    if !note.isEmpty, end + noteCells < rect.columns {
      write(" \(note) ", .muted, column: rect.columns - noteCells - 1, row: row, into: &canvas)
    }
  }
}
