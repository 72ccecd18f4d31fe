/// A table in CSV as RFC 4180 has it, whose cells know their places.
///
/// The first row names the columns, in any order. Empty lines are left out, and so are
/// blanks around the cells and a byte order mark.
struct CSVTable {
  struct Cell {
    let text: String
    let place: Place
  }

  /// The cells of a row that are not empty, by column.
  struct Row {
    let place: Place
    fileprivate let cells: [String: Cell]

    subscript(column: String) -> Cell? { cells[column] }

    func error(_ problem: String) -> ScenarioError { ScenarioError(place, problem) }
  }

  private let header: [String]
  let rows: [Row]

  /// Reads a table that may have some columns and no others.
  init(_ text: String, file: String, columns: [String]) throws(ScenarioError) {
    var lines = try CSVLines.cells(of: text, file: file)
    guard !lines.isEmpty else { throw ScenarioError(Place(file: file), "the file is empty") }
    let header = lines.removeFirst()
    var names: [String] = []
    for (index, cell) in header.enumerated() {
      guard columns.contains(cell.text) else {
        let hint = NearestName.hint(for: cell.text, in: columns)
        let expected = ", expected some of \(columns.joined(separator: ", "))"
        throw ScenarioError(
          cell.place, "unknown column \"\(cell.text)\"\(hint.isEmpty ? expected : hint)")
      }
      if let first = names.firstIndex(of: cell.text), first < index {
        throw ScenarioError(
          cell.place,
          "column \"\(cell.text)\" stands twice, first \(header[first].place.whereabouts)")
      }
      names.append(cell.text)
    }
    self.header = names
    var rows: [Row] = []
    for line in lines {
      guard line.count == names.count, let first = line.first else {
        let place = line.first?.place ?? Place(file: file)
        throw ScenarioError(place, "\(line.count) cells, expected \(names.count)")
      }
      let full = zip(names, line).filter { !$0.1.text.isEmpty }
      rows.append(Row(place: first.place, cells: Dictionary(uniqueKeysWithValues: full)))
    }
    self.rows = rows
  }

  func has(_ column: String) -> Bool { header.contains(column) }
}
