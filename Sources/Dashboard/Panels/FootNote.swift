/// A remark for which the last row has no room: on lines over the page, above that row.
enum FootNote {
  /// With fewer rows the rule that sets it off from the page would cost too much.
  private static let leastForRule = 8

  /// Draws as much of a text as there are rows for.
  static func draw(_ text: String, _ style: Style, in rect: Rect, into canvas: inout Canvas) {
    var rest = rect
    _ = rest.takeBottom(1)
    let lines = Wrap.lines(text, cells: rect.columns - 2)
    let hasRule = rest.rows >= max(leastForRule, lines.count + 1)
    var place = rest.takeBottom(lines.count + (hasRule ? 1 : 0))
    canvas.fill(place)
    if hasRule {
      let rule = String(repeating: "─", count: place.columns)
      Pen(rect: place.takeTop(1)).write(rule, .muted, column: 0, row: 0, into: &canvas)
    }
    let pen = Pen(rect: place)
    for (row, line) in lines.enumerated() {
      pen.write(line, style, column: 1, row: row, into: &canvas)
    }
  }
}
