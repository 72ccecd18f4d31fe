/// Marks the selected row of a table.
enum Selection {
  /// Restyles a row, in which warnings stay visible, and puts the cursor in its first cell.
  static func mark(row: Int, _ isFocused: Bool, _ rect: Rect, into canvas: inout Canvas) {
    guard row < rect.rows else { return }
    let line = Rect(column: rect.column, row: rect.row + row, columns: rect.columns, rows: 1)
    let style = isFocused ? Style.selected : .selectedUnfocused
    canvas.restyle(line) { old in
      guard [.warning, .alarm].contains(old) else { return style }
      return isFocused ? .selectedWarning : old
    }
    canvas.write(
      "▸", column: rect.column, row: rect.row + row, style: style, limit: rect.columns)
  }
}
