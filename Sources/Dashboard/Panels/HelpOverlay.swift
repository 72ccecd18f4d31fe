/// The help: every binding by group, then the glossary; it scrolls.
enum HelpOverlay {
  private struct Line {
    let spans: [(String, Style)]
  }

  static func draw(_ state: DashboardState, in rect: Rect, into canvas: inout Canvas) {
    canvas.fill(rect)
    let pen = Pen(rect: rect)
    let greatest = greatestScroll(in: rect.size)
    let note = greatest > 0 ? "↑ ↓ scroll   Esc closes" : "Esc closes"
    pen.heading("Help", note: note, isFocused: true, into: &canvas)
    let first = min(state.helpScroll, greatest)
    for (row, line) in lines(cells: rect.columns).dropFirst(first).enumerated() {
      pen.write(line.spans, column: 2, row: row + 1, into: &canvas)
    }
  }

  /// How far the help can scroll on a screen.
  static func greatestScroll(in size: Size) -> Int {
    max(0, lines(cells: size.columns).count - max(1, size.rows - 1))
  }

  private static func lines(cells: Int) -> [Line] {
    keyLines() + glossaryLines(cells: cells)
  }

  private static func keyLines() -> [Line] {
    var lines: [Line] = []
    for group in Binding.Group.allCases {
      lines.append(Line(spans: [(group.rawValue, .heading)]))
      for binding in Binding.all where binding.group == group {
        let names = binding.keyNames
        let gap = String(repeating: " ", count: max(1, 14 - CellWidth.of(names)))
        lines.append(
          Line(spans: [("  ", .normal), (names, .key), (gap + binding.summary, .normal)]))
      }
    }
    return lines
  }

  private static func glossaryLines(cells: Int) -> [Line] {
    var lines = [Line(spans: []), Line(spans: [("What the figures mean", .heading)])]
    for metric in Metric.allCases {
      let gap = String(repeating: " ", count: max(1, 17 - CellWidth.of(metric.name)))
      let text = Wrap.lines(metric.definition, cells: max(20, cells - 23))
      for (index, part) in text.enumerated() {
        lines.append(
          Line(
            spans: index == 0
              ? [("  \(metric.name)\(gap)", .value), (part, .normal)]
              : [(String(repeating: " ", count: 19) + part, .normal)]))
      }
    }
    return lines
  }
}
