/// A grid of cells that panels draw into and a terminal shows.
///
/// Drawing outside the grid or a clip is cut off, never an error, so every panel
/// draws at every size. A wide character that would be cut in half becomes a blank.
package struct Canvas: Equatable, Sendable {
  package let size: Size
  /// Row after row, `size.columns` cells each.
  package private(set) var cells: [Cell]

  package init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  package subscript(column: Int, row: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// Writes a text at a place, cut off at `limit` cells; returns the cells written.
  ///
  /// The text must have passed `Sanitizer` when it came from outside.
  @discardableResult
  package mutating func write(
    _ text: some StringProtocol, column: Int, row: Int, style: Style = .normal,
    limit: Int = .max
  ) -> Int {
    guard row >= 0, row < size.rows else { return 0 }
    var written = 0
    for character in text {
      let width = CellWidth.of(character)
      guard written + width <= limit else { break }
      put(character, width: width, column: column + written, row: row, style: style)
      written += width
    }
    return written
  }

  /// Fills a rectangle with one character of width 1.
  package mutating func fill(_ rect: Rect, with glyph: Character = " ", style: Style = .normal) {
    for row in rect.row..<(rect.row + rect.rows) {
      for column in rect.column..<(rect.column + rect.columns) {
        put(glyph, width: 1, column: column, row: row, style: style)
      }
    }
  }

  /// Gives the cells of a rectangle other styles and leaves what stands in them.
  mutating func restyle(_ rect: Rect, _ style: (Style) -> Style) {
    let columns = (rect.column..<(rect.column + rect.columns)).clamped(to: 0..<size.columns)
    for row in (rect.row..<(rect.row + rect.rows)).clamped(to: 0..<size.rows) {
      for column in columns {
        let cell = row * size.columns + column
        cells[cell].style = style(cells[cell].style)
      }
    }
  }

  /// One row as text, without the blanks at its end.
  package func text(row: Int) -> String {
    var line = ""
    for column in 0..<size.columns {
      if let glyph = self[column, row].glyph { line.append(glyph) }
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The whole grid as text, a line per row.
  package var text: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }

  private mutating func put(
    _ glyph: Character, width: Int, column: Int, row: Int, style: Style
  ) {
    guard row >= 0, row < size.rows, column < size.columns, column + width > 0 else { return }
    let start = row * size.columns
    guard column >= 0, column + width <= size.columns else {
      // Half of a wide character lies outside: the half inside is blank.
      let inside = column < 0 ? 0 : size.columns - 1
      breakWide(at: start + inside, row: row)
      cells[start + inside] = Cell(" ", style)
      return
    }
    for offset in 0..<width { breakWide(at: start + column + offset, row: row) }
    cells[start + column] = Cell(glyph, style)
    if width == 2 { cells[start + column + 1] = Cell(nil, style) }
  }

  /// Blanks the other half of a wide character that is about to be overwritten.
  private mutating func breakWide(at index: Int, row: Int) {
    if cells[index].glyph == nil {
      cells[index - 1].glyph = " "
      cells[index].glyph = " "
    } else if index + 1 < (row + 1) * size.columns, cells[index + 1].glyph == nil {
      cells[index + 1].glyph = " "
    }
  }
}
