/// The last row: the keys that matter most, from the table of bindings.
enum HintBar {
  static func draw(_ state: DashboardState, in rect: Rect, into canvas: inout Canvas) {
    let pen = Pen(rect: rect)
    var column = 1
    for binding in Binding.all {
      guard let hint = binding.hint, let key = binding.keys.first,
        state.isEnabled(binding.command)
      else { continue }
      let width = CellWidth.of(key.name) + CellWidth.of(hint) + 3
      guard column + width <= rect.columns else { break }
      column = pen.write(key.name, .key, column: column, row: 0, into: &canvas)
      column = pen.write(" \(hint)", .hint, column: column, row: 0, into: &canvas) + 2
    }
  }
}
