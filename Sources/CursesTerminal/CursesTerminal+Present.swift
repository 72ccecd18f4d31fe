import CNcurses
import Dashboard

extension CursesTerminal {
  /// What stands for a character that the C library cannot print in the width given.
  private static let substitute: UInt32 = 0x3F

  /// Shows a canvas.
  ///
  /// Only the rows that differ from the last canvas are given to ncurses, which sends
  /// the cells that differ. A canvas of another size than the screen, as in the middle
  /// of a resize, is cut off or filled up with blanks. Does nothing while suspended.
  package func present(_ canvas: Canvas) {
    guard isShown else { return }
    let previous = shown?.size == canvas.size ? shown : nil
    var changed = previous == nil
    for row in 0..<size.rows {
      if let previous, isRow(row, of: canvas, equalTo: previous) { continue }
      draw(row, of: canvas)
      changed = true
    }
    shown = canvas
    guard changed else { return }
    wnoutrefresh(screen)
    doupdate()
  }

  private func isRow(_ row: Int, of canvas: Canvas, equalTo other: Canvas) -> Bool {
    guard row < canvas.size.rows else { return true }
    let cells = (row * canvas.size.columns)..<((row + 1) * canvas.size.columns)
    return canvas.cells[cells] == other.cells[cells]
  }

  /// Writes a whole screen row in one call.
  private func draw(_ row: Int, of canvas: Canvas) {
    rowCells.removeAll(keepingCapacity: true)
    var column = 0
    let end = row < canvas.size.rows ? min(size.columns, canvas.size.columns) : 0
    while column < end {
      let cell = canvas[column, row]
      let isWide = column + 1 < canvas.size.columns && canvas[column + 1, row].glyph == nil
      if isWide, column + 1 < end {
        append(cell.glyph ?? " ", width: 2, style: cell.style)
        column += 2
      } else {
        // Half of a wide character at the screen's edge is a blank.
        append(isWide ? " " : cell.glyph ?? " ", width: 1, style: cell.style)
        column += 1
      }
    }
    for _ in end..<max(end, size.columns) { append(" ", width: 1, style: .normal) }
    _ = rowCells.withUnsafeBufferPointer { cells in
      cnc_put_cells(screen, Int32(row), 0, cells.baseAddress, Int32(cells.count))
    }
  }

  /// Appends one character that takes exactly `width` cells.
  ///
  /// ncurses goes by the C library's widths. Where those differ from the canvas's, a
  /// substitute keeps every later cell of the row in its column.
  private func append(_ glyph: Character, width: Int, style: Style) {
    var scalars: (UInt32, UInt32, UInt32) = (0, 0, 0)
    if let ascii = glyph.asciiValue {
      scalars.0 = ascii < 0x20 || ascii == 0x7F ? Self.substitute : UInt32(ascii)
    } else {
      scalars = Self.printable(glyph)
    }
    let taken = scalars.0 < 0x7F ? 1 : Int(cnc_width(scalars.0))
    if taken != width, taken != 1 {
      scalars = (Self.substitute, 0, 0)
    }
    append(scalars, style: style)
    if width == 2, taken != 2 { append((0x20, 0, 0), style: style) }
  }

  private func append(_ scalars: (UInt32, UInt32, UInt32), style: Style) {
    let pen = pens[Int(style.rawValue)]
    var cell = cchar_t()
    withUnsafeBytes(of: scalars) { bytes in
      _ = cnc_set_cell(
        &cell, bytes.assumingMemoryBound(to: UInt32.self).baseAddress, pen.attributes, pen.pair)
    }
    rowCells.append(cell)
  }

  /// The base of a character and its first combining mark, ended by a zero.
  ///
  /// Emoji joiners and variation selectors are left out: terminals disagree about the
  /// width of what they make.
  private static func printable(_ glyph: Character) -> (UInt32, UInt32, UInt32) {
    let scalars = glyph.unicodeScalars
    guard let base = scalars.first else { return (substitute, 0, 0) }
    let mark = scalars.dropFirst().first {
      $0.properties.generalCategory == .nonspacingMark && !$0.properties.isVariationSelector
        && cnc_width($0.value) == 0
    }
    return (base.value, mark?.value ?? 0, 0)
  }
}
