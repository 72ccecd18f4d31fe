/// The window of a sheet that a screen shows.
extension Sheet {
  /// The first line on the screen at most, so that the last one is still at its bottom.
  static func greatestScroll(rows: Int, pinned: Int = 0, visible: Int) -> Int {
    max(0, rows - max(pinned + 1, visible))
  }

  /// The scroll by which a choice is on the screen, a little away from its edges.
  func scroll(showing choice: Int, pinned: Int = 0, visible: Int) -> Int {
    let greatest = Self.greatestScroll(rows: rows, pinned: pinned, visible: visible)
    guard let place = lines.firstIndex(where: { $0.choice == choice }) else { return 0 }
    let room = max(1, visible - pinned)
    let margin = min(2, (room - 1) / 2)
    return min(max(0, place - pinned - room + 1 + margin), greatest)
  }

  /// Draws `pinned` lines and below them those from `scroll` on; the row of the choice
  /// `selected` carries the cursor.
  func draw(
    from scroll: Int = 0, pinned: Int = 0, selected: Int? = nil, isFocused: Bool = true,
    hasArrows: Bool = true, in rect: Rect, into canvas: inout Canvas
  ) {
    let pen = Pen(rect: rect)
    let greatest = Self.greatestScroll(rows: rows, pinned: pinned, visible: rect.rows)
    let scroll = min(max(0, scroll), greatest)
    for row in 0..<min(rect.rows, rows - scroll) {
      let line = lines[row < pinned ? row : row + scroll]
      pen.draw(line, row: row, into: &canvas)
      if let selected, line.choice == selected {
        Selection.mark(row: row, isFocused, rect, into: &canvas)
      }
    }
    guard hasArrows else { return }
    let edge = rect.columns - 1
    if scroll > 0 { pen.write("↑", .key, column: edge, row: pinned, into: &canvas) }
    if scroll < greatest { pen.write("↓", .key, column: edge, row: rect.rows - 1, into: &canvas) }
  }
}
