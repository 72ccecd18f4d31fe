/// What a terminal shows at one moment.
package struct TerminalScreen: Equatable, Sendable, CustomStringConvertible {
  /// One cell of the terminal.
  package struct Cell: Equatable, Sendable {
    /// A blank is a space; the second cell of a wide character is empty.
    package var text = " "
    package var isBold = false
    package var isUnderlined = false
    package var isReversed = false
    /// The colour's number in the palette; nil is the terminal's own.
    package var foreground: Int?
    package var background: Int?
  }

  package let columns: Int
  package let rows: Int
  package let isCursorVisible: Bool
  /// Whether a full-screen program has taken the screen over.
  package let isAlternate: Bool
  private let cells: [Cell]

  init(columns: Int, rows: Int, isCursorVisible: Bool, isAlternate: Bool, cells: [Cell]) {
    self.columns = columns
    self.rows = rows
    self.isCursorVisible = isCursorVisible
    self.isAlternate = isAlternate
    self.cells = cells
  }

  package subscript(column: Int, row: Int) -> Cell {
    cells[row * columns + column]
  }

  /// One row, without the blanks at its end.
  package func line(_ row: Int) -> String {
    var line = cells[(row * columns)..<((row + 1) * columns)].map(\.text).joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  /// All rows, without the blank ones at the end.
  package var text: String {
    var lines = (0..<rows).map { line($0) }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  package var description: String { text }

  package func contains(_ text: String) -> Bool {
    (0..<rows).contains { line($0).contains(text) }
  }

  /// The cell where a text begins, searched row by row; nil when it is not there.
  package func position(of text: String) -> (column: Int, row: Int)? {
    for row in 0..<rows {
      for column in 0..<columns {
        let rest = cells[(row * columns + column)..<((row + 1) * columns)]
        guard let first = rest.first, !first.text.isEmpty, text.hasPrefix(first.text) else {
          continue
        }
        if rest.lazy.map(\.text).joined().hasPrefix(text) { return (column, row) }
      }
    }
    return nil
  }
}
