/// Lines of styled text, more of them than a screen may have rows: a page that scrolls.
///
/// Building one draws nothing; `Sheet+Drawing` puts a window of it on the canvas. Nothing
/// reaches beyond `columns`, so sheets can stand side by side.
struct Sheet: Equatable {
  struct Piece: Equatable {
    var column: Int
    let text: String
    let style: Style
  }

  struct Line: Equatable {
    /// Later ones cover earlier ones.
    var pieces: [Piece] = []
    /// The number of the row when the cursor can stand on it.
    var choice: Int?
  }

  let columns: Int
  private(set) var lines: [Line] = []

  init(columns: Int) { self.columns = max(0, columns) }

  var rows: Int { lines.count }

  mutating func add(_ line: Line) { lines.append(line) }

  /// A line of texts one after the other; what does not fit is cut off.
  mutating func add(_ spans: [(String, Style)], column: Int = 2, choice: Int? = nil) {
    var line = Line(choice: choice)
    line.write(spans, column: column, columns: columns)
    lines.append(line)
  }

  mutating func add(_ text: String, _ style: Style = .normal, column: Int = 2) {
    add([(text, style)], column: column)
  }

  mutating func gap() { lines.append(Line()) }

  /// Prose, broken into lines.
  mutating func prose(_ text: String, _ style: Style = .normal, column: Int = 2) {
    for line in Wrap.lines(text, cells: columns - column - 2) { add(line, style, column: column) }
  }

  /// The line that opens a part, with a title and a note at its right end.
  mutating func heading(_ title: String, note: String = "", isFocused: Bool = false) {
    lines.append(.heading(title, note: note, isFocused: isFocused, columns: columns))
  }

  mutating func append(_ other: Sheet) { lines += other.lines }

  /// Two sheets side by side, `gap` cells apart.
  static func beside(_ left: Sheet, _ right: Sheet, gap: Int = 2) -> Sheet {
    var both = Sheet(columns: left.columns + gap + right.columns)
    for row in 0..<max(left.rows, right.rows) {
      var line = row < left.rows ? left.lines[row] : Line()
      if row < right.rows {
        line.pieces += right.lines[row].pieces.map { piece in
          var moved = piece
          moved.column += left.columns + gap
          return moved
        }
        line.choice = line.choice ?? right.lines[row].choice
      }
      both.lines.append(line)
    }
    return both
  }
}

extension Sheet {
  /// From so many columns on there is room for two sheets beside each other.
  static let wide = 150

  /// Two sheets side by side where there is room, else one under the other.
  static func split(
    columns: Int, _ first: (Int) -> Sheet, and second: (Int) -> Sheet
  ) -> Sheet {
    if columns >= wide {
      let half = (columns - 2) / 2
      return .beside(first(half), second(columns - 2 - half))
    }
    var both = first(columns)
    both.append(second(columns))
    return both
  }
}

extension Sheet.Line {
  /// Writes texts one after the other; returns the column after the last.
  @discardableResult
  mutating func write(_ spans: [(String, Style)], column: Int, columns: Int) -> Int {
    var column = column
    for (text, style) in spans where column < columns {
      let cut =
        column + CellWidth.of(text) <= columns
        ? text : Wrap.prefix(of: text, cells: columns - column)
      pieces.append(Sheet.Piece(column: column, text: cut, style: style))
      column += CellWidth.of(cut)
    }
    return column
  }

  /// Writes a figure so that it ends before a column; one too long for its cells is not cut
  /// into another figure but replaced.
  mutating func writeFigure(_ text: String, _ style: Style = .normal, endingAt end: Int, cells: Int)
  {
    let shown = CellWidth.of(text) <= cells ? text : "≫"
    pieces.append(
      Sheet.Piece(column: max(0, end - CellWidth.of(shown)), text: shown, style: style))
  }

  /// A ruled line with a title and a note at its right end.
  static func heading(
    _ title: String, note: String = "", isFocused: Bool = false, columns: Int
  ) -> Sheet.Line {
    var line = Sheet.Line()
    let rule = String(repeating: isFocused ? "━" : "─", count: max(0, columns))
    line.write([(rule, .muted)], column: 0, columns: columns)
    let words = Wrap.lines(title, cells: columns - 4).first ?? ""
    let end = line.write(
      [(" \(words) ", isFocused ? .headingFocused : .heading)], column: 1, columns: columns)
    let noteCells = CellWidth.of(note) + 2
    if !note.isEmpty, end + noteCells < columns {
      line.write([(" \(note) ", .muted)], column: columns - noteCells - 1, columns: columns)
    }
    return line
  }
}
