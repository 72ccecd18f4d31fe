import Dashboard

/// What a terminal must be sent to show one canvas after another.
///
/// For recordings of the screen, which no ncurses writes. Only cells that differ from
/// the canvas before are sent; the sequences are those of ECMA-48 that every terminal of
/// today knows.
package struct CanvasPainter {
  private let styles: StyleTable
  private var shown: Canvas?
  private var text = ""
  private var style: Style?

  package init(_ styles: StyleTable) { self.styles = styles }

  /// The text that turns the canvas before into this one; empty when they are the same.
  package mutating func paint(_ canvas: Canvas) -> String {
    text = ""
    style = nil
    if shown?.size != canvas.size {
      shown = Canvas(canvas.size)
      text += "\u{1B}[?25l\u{1B}[0m\u{1B}[2J"
    }
    for row in 0..<canvas.size.rows { paint(row, of: canvas) }
    if style != nil { text += "\u{1B}[0m" }
    shown = canvas
    return text
  }

  /// What gives the terminal its cursor back, below the last canvas.
  package func end() -> String { "\u{1B}[\(shown?.size.rows ?? 1);1H\r\n\u{1B}[?25h" }

  private mutating func paint(_ row: Int, of canvas: Canvas) {
    var column = 0
    while column < canvas.size.columns {
      guard canvas[column, row] != shown?[column, row] else {
        column += 1
        continue
      }
      // The second half of a wide character is sent with its first.
      if canvas[column, row].glyph == nil, column > 0 { column -= 1 }
      text += "\u{1B}[\(row + 1);\(column + 1)H"
      repeat {
        put(canvas[column, row])
        column += 1
      } while column < canvas.size.columns
        && (canvas[column, row] != shown?[column, row] || canvas[column, row].glyph == nil)
    }
  }

  private mutating func put(_ cell: Cell) {
    guard let glyph = cell.glyph else { return }
    if cell.style != style {
      style = cell.style
      text += Self.sequence(styles[cell.style])
    }
    text.append(glyph)
  }

  /// Selects a look from scratch.
  private static func sequence(_ look: Look) -> String {
    var parts = ["0"]
    if look.attributes.contains(.bold) { parts.append("1") }
    if look.attributes.contains(.dim) { parts.append("2") }
    if look.attributes.contains(.underline) { parts.append("4") }
    if look.attributes.contains(.reverse) { parts.append("7") }
    if let colour = look.foreground { parts.append("38;5;\(colour)") }
    if let colour = look.background { parts.append("48;5;\(colour)") }
    return "\u{1B}[\(parts.joined(separator: ";"))m"
  }
}
