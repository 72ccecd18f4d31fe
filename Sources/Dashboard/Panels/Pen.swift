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

  /// Draws a line of a sheet.
  func draw(_ line: Sheet.Line, row: Int, into canvas: inout Canvas) {
    for piece in line.pieces {
      write(piece.text, piece.style, column: piece.column, row: row, into: &canvas)
    }
  }

  /// Draws the line that opens a panel, with a title and a note at its right end.
  func heading(
    _ title: String, note: String = "", isFocused: Bool = false, row: Int = 0,
    into canvas: inout Canvas
  ) {
    draw(
      .heading(title, note: note, isFocused: isFocused, columns: rect.columns), row: row,
      into: &canvas)
  }
}
