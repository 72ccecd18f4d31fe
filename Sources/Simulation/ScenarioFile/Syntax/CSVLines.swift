/// Cuts a CSV text into lines of cells.
struct CSVLines {
  private enum State {
    /// Before the first character of a cell.
    case start
    case plain
    case quoted
    /// After a quote in a quoted cell: its end, or one half of a doubled quote.
    case quote
  }

  private let file: String
  private var state = State.start
  private var cell = ""
  private var cellPlace: Place
  private var position: Place
  private var line: [CSVTable.Cell] = []
  private var lines: [[CSVTable.Cell]] = []

  /// The cells of each line that has any; a comma after the last one makes one more.
  static func cells(of text: String, file: String) throws(ScenarioError) -> [[CSVTable.Cell]] {
    var reader = CSVLines(file)
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { before = scalar }
      if scalar == "\u{FEFF}", reader.isAtStart { continue }
      // A line ends with LF, CR or both.
      if scalar == "\n", before == "\r" { continue }
      try reader.read(scalar == "\r" ? "\n" : scalar)
    }
    return try reader.finished()
  }

  private init(_ file: String) {
    self.file = file
    position = Place(file: file, line: 1, column: 1)
    cellPlace = position
  }

  private var isAtStart: Bool { position.line == 1 && position.column == 1 }

  private mutating func read(_ scalar: Unicode.Scalar) throws(ScenarioError) {
    switch (state, scalar) {
    case (.start, "\""): state = .quoted
    case (.start, " "), (.start, "\t"): break
    case (.quoted, "\""): state = .quote
    case (.quoted, _): cell.unicodeScalars.append(scalar)
    case (.quote, "\""):
      cell.unicodeScalars.append(scalar)
      state = .quoted
    case (_, ","): endCell()
    case (_, "\n"): endLine()
    case (.quote, " "), (.quote, "\t"): break
    case (.quote, _): throw ScenarioError(position, "a text goes on after its closing quote")
    case (.plain, "\""): throw ScenarioError(position, "a quote within a text without quotes")
    case (.start, _), (.plain, _):
      state = .plain
      cell.unicodeScalars.append(scalar)
    }
    advance(over: scalar)
  }

  private mutating func advance(over scalar: Unicode.Scalar) {
    if scalar == "\n" {
      position.line = (position.line ?? 0) + 1
      position.column = 1
    } else {
      position.column = (position.column ?? 0) + 1
    }
    if state == .start { cellPlace = position }
  }

  private mutating func endCell() {
    if state == .plain { while cell.last == " " || cell.last == "\t" { cell.removeLast() } }
    line.append(CSVTable.Cell(text: cell, place: cellPlace))
    cell = ""
    state = .start
  }

  private mutating func endLine() {
    let isEmpty = line.isEmpty && state == .start
    if !isEmpty {
      endCell()
      lines.append(line)
    }
    line = []
    state = .start
  }

  private mutating func finished() throws(ScenarioError) -> [[CSVTable.Cell]] {
    if state == .quoted { throw ScenarioError(cellPlace, "a text in quotes does not end") }
    endLine()
    return lines
  }
}
