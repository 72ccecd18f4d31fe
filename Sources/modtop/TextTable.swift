import Dashboard

/// Rows of cells as text in columns, or as a Markdown table.
struct TextTable {
  let titles: [String]
  let rows: [[String]]
  /// The columns that are aligned to the left; the others end together.
  var leftColumns: Set<Int> = [0]

  /// Columns two blanks apart.
  var text: String {
    lines(separator: "  ").map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  /// A Markdown table.
  var markdown: String {
    let rule = titles.indices.map { leftColumns.contains($0) ? "---|" : "---:|" }
    let lines = lines(separator: " | ").map { "| \($0) |" }
    return ([lines[0], "|" + rule.joined()] + lines.dropFirst()).joined(separator: "\n")
  }

  private func lines(separator: String) -> [String] {
    let all = [titles] + rows
    let widths = titles.indices.map { column in
      all.map { CellWidth.of($0[column]) }.max() ?? 0
    }
    return all.map { cells in
      cells.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - CellWidth.of(cells[column]))
        return leftColumns.contains(column) ? cells[column] + blanks : blanks + cells[column]
      }.joined(separator: separator)
    }
  }
}
