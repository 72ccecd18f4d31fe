/// A name and its figure, several of which stand in a line.
struct Field {
  let name: String
  let figure: String
  let style: Style

  init(name: String, figure: String, style: Style = .value) {
    self.name = name
    self.figure = figure
    self.style = style
  }

  init(_ metric: Metric, _ figure: String, _ style: Style = .value) {
    self.init(name: metric.name, figure: figure, style: style)
  }
}

extension Sheet {
  /// Fields in as many columns as fit, no more than `most`; the figures of a column align.
  mutating func fields(_ fields: [Field], most: Int = .max) {
    let width = fields.map { CellWidth.of($0.name) + CellWidth.of($0.figure) + 2 }.max() ?? 0
    let gap = 4
    let perLine = min(most, max(1, (columns - 4 + gap) / (width + gap)))
    for start in stride(from: 0, to: fields.count, by: perLine) {
      var line = Line()
      for (place, field) in fields[start..<min(start + perLine, fields.count)].enumerated() {
        let column = 2 + place * (width + gap)
        guard column + width <= columns - 1 else { break }
        line.write([(field.name, .muted)], column: column, columns: columns)
        line.writeFigure(field.figure, field.style, endingAt: column + width, cells: width)
      }
      add(line)
    }
  }
}
