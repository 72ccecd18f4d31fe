/// How rows of one sort become a table: a label, and figures in columns.
struct FigureTable<Row> {
  struct Column {
    let title: String
    /// Its cells, a blank before it among them.
    let width: Int
    /// Where there is little room, the columns of the greatest rank go first.
    var rank = 0
    let text: (Row) -> String
    var style: (Row) -> Style = { _ in .normal }
    var titleStyle = Style.muted
  }

  /// A graph or a bar, which takes the room that the figures leave.
  struct Filler {
    var title = ""
    /// With fewer cells it is not worth its place.
    var least = 6
    let greatest: Int
    let spans: (Row, Int) -> [(String, Style)]
  }

  let title: String
  var note = ""
  var isFocused = false
  /// Cells of the label; it gets no fewer than the title needs.
  let labelCells: Int
  let label: (Row) -> [(String, Style)]
  let columns: [Column]
  /// Between label and figures.
  var lead: Filler?
  /// Behind the figures.
  var trail: Filler?
  /// Cells for which figures of a rank above 0 give way to `trail`.
  var reserved = 0
  /// Whether the title may stand over the figures, which have no titles of their own.
  var isTitleFree = false

  /// Where things stand in so many cells.
  private struct Layout {
    let columns: [Column]
    let labelEnd: Int
    let leadCells: Int
    let trailCells: Int

    var figuresStart: Int { labelEnd + (leadCells > 0 ? leadCells + 1 : 0) }
    var figuresEnd: Int { figuresStart + columns.reduce(0) { $0 + $1.width } }
  }

  /// The heading with the titles of the columns, and a line a row.
  ///
  /// - Parameter choices: the numbers of the rows for the cursor; nil when it cannot stand
  ///   on rows.
  func sheet(_ rows: [Row], columns cells: Int, choices: [Int]? = nil) -> Sheet {
    let layout = layout(in: cells)
    var sheet = Sheet(columns: cells)
    sheet.add(heading(layout, cells: cells))
    for (index, row) in rows.enumerated() {
      var line = Sheet.Line(choice: choices?[index])
      line.write(label(row), column: 2, columns: min(cells, layout.labelEnd))
      if let lead, layout.leadCells > 0 {
        line.write(lead.spans(row, layout.leadCells), column: layout.labelEnd, columns: cells)
      }
      var end = layout.figuresStart
      for column in layout.columns {
        end += column.width
        line.writeFigure(
          column.text(row), column.style(row), endingAt: end, cells: column.width - 1)
      }
      if let trail, layout.trailCells > 0 {
        line.write(trail.spans(row, layout.trailCells), column: end + 2, columns: cells)
      }
      sheet.add(line)
    }
    return sheet
  }

  private func heading(_ layout: Layout, cells: Int) -> Sheet.Line {
    let hasNote =
      isTitleFree
      || layout.figuresEnd + CellWidth.of(note) + 6 < cells && layout.trailCells == 0
    var line = Sheet.Line.heading(
      title, note: hasNote ? note : "", isFocused: isFocused, columns: cells)
    if let lead, layout.leadCells > CellWidth.of(lead.title) + 2, !lead.title.isEmpty {
      line.write([(" \(lead.title) ", .muted)], column: layout.labelEnd, columns: cells)
    }
    if isTitleFree { return line }
    var end = layout.figuresStart
    for column in layout.columns {
      // The rule ends where the titles of the columns begin.
      let blanks = String(repeating: " ", count: column.width)
      line.write([(blanks, .muted)], column: end, columns: cells)
      end += column.width
      line.writeFigure(column.title, column.titleStyle, endingAt: end, cells: column.width)
    }
    if !layout.columns.isEmpty { line.write([(" ", .muted)], column: end, columns: cells) }
    if let trail, layout.trailCells > 0, !trail.title.isEmpty {
      line.write([(" \(trail.title) ", .muted)], column: end + 2, columns: cells)
    }
    return line
  }

  private func layout(in cells: Int) -> Layout {
    let titleCells = isTitleFree ? 0 : CellWidth.of(title) + 3
    let labelEnd = min(max(2 + labelCells, titleCells), max(2, cells))
    var kept = columns
    // The last cell of the line is for the arrow at rows out of sight.
    while let first = kept.map(\.rank).max(),
      labelEnd + kept.reduce(first > 0 ? reserved : 0, { $0 + $1.width }) > cells - 1,
      let index = kept.lastIndex(where: { $0.rank == first })
    {
      kept.remove(at: index)
    }
    var slack = cells - 2 - labelEnd - kept.reduce(0) { $0 + $1.width }
    let leadCells = lead.map { slack - 1 < $0.least ? 0 : min($0.greatest, slack - 1) } ?? 0
    slack -= leadCells
    let trailCells = trail.map { slack - 2 < $0.least ? 0 : min($0.greatest, slack - 2) } ?? 0
    return Layout(
      columns: kept, labelEnd: labelEnd, leadCells: leadCells, trailCells: trailCells)
  }
}

extension FigureTable.Column {
  /// A column under the name of a figure of the glossary.
  init(
    _ metric: Metric, width: Int, rank: Int = 0, text: @escaping (Row) -> String,
    style: @escaping (Row) -> Style = { _ in .normal }
  ) {
    self.init(title: metric.name, width: width, rank: rank, text: text, style: style)
  }
}
