import Dashboard

/// Rows of cells as text in columns, or as a Markdown table.
struct TextTable {
  let titles: [String]
  let rows: [[String]]
  /// The columns that are aligned to the left; the others end together.
  var leftColumns: Set<Int> = [0]

  /// Columns two blanks apart.
  var text: String { text(columns: nil) }

  /// The same within so many cells, if there are that few: with the columns nearer to each
  /// other, else with each row on several lines, the further ones indented.
  func text(columns cells: Int?) -> String {
    guard let cells else { return block(Array(titles.indices), separator: "  ") }
    for separator in ["  ", " "] where width(titles.indices, separator) <= cells {
      return block(Array(titles.indices), separator: separator)
    }
    let parts = parts(within: cells)
    let blocks = parts.map { lines($0, separator: Self.gap).map(Self.trimmed) }
    return (0...rows.count).flatMap { row in
      blocks.enumerated().map { $0 == 0 ? $1[row] : Self.indentation + $1[row] }
    }.joined(separator: "\n")
  }

  private static let gap = "  "
  private static let indentation = "  "

  /// The columns of each line of a row, as many as fit.
  private func parts(within cells: Int) -> [[Int]] {
    var parts: [[Int]] = [[]]
    for column in titles.indices {
      let grown = (parts.last ?? []) + [column]
      let indentation = parts.count > 1 ? Self.indentation.count : 0
      if grown.count == 1 || indentation + width(grown, Self.gap) <= cells {
        parts[parts.count - 1] = grown
      } else {
        parts.append([column])
      }
    }
    return parts
  }

  /// A Markdown table.
  var markdown: String {
    let rule = titles.indices.map { leftColumns.contains($0) ? "---|" : "---:|" }
    let lines = lines(Array(titles.indices), separator: " | ").map { "| \($0) |" }
    return ([lines[0], "|" + rule.joined()] + lines.dropFirst()).joined(separator: "\n")
  }

  private func block(_ columns: [Int], separator: String) -> String {
    lines(columns, separator: separator).map(Self.trimmed).joined(separator: "\n")
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func width(_ columns: some Collection<Int>, _ separator: String) -> Int {
    columns.reduce(0) { $0 + width(of: $1) } + separator.count * max(0, columns.count - 1)
  }

  private func width(of column: Int) -> Int {
    ([titles] + rows).map { CellWidth.of($0[column]) }.max() ?? 0
  }

  /// The line of titles and those of the rows.
  private func lines(_ columns: [Int], separator: String) -> [String] {
    let widths = columns.map(width)
    return ([titles] + rows).map { cells in
      zip(columns, widths).map { column, width in
        let blanks = String(repeating: " ", count: width - CellWidth.of(cells[column]))
        return leftColumns.contains(column) ? cells[column] + blanks : blanks + cells[column]
      }.joined(separator: separator)
    }
  }
}
