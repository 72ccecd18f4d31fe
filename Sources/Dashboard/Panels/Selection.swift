/// Marks the selected row of a table.
enum Selection {
  /// Restyles a row and puts the cursor in its first cell.
  static func mark(row: Int, _ isFocused: Bool, _ rect: Rect, into canvas: inout Canvas) {
    guard row < rect.rows else { return }
    let line = Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
    canvas.restyle(line, isFocused ? .selected : .selectedUnfocused)
    canvas.write(
      "▸", column: rect.column, row: rect.row + row,
      style: isFocused ? .selected : .selectedUnfocused, limit: rect.columns)
  }
}
