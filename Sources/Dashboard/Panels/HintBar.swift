import Moderation

/// The last row: the keys that matter most, from the table of bindings.
enum HintBar {
  /// Keys whose hint speaks for their counterparts as well.
  private static let pairs: [Command: String] = [.left: "← →", .faster: "+ -"]

  static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect, into canvas: inout Canvas
  ) {
    let pen = Pen(rect: rect)
    var column = 1
    for binding in Binding.all {
      guard let hint = state.hint(for: binding), let key = binding.keys.first,
        state.isEnabled(binding.command, snapshot: snapshot)
      else { continue }
      let name = pairs[binding.command] ?? key.name
      let width = CellWidth.of(name) + CellWidth.of(hint) + 3
      guard column + width <= rect.columns else { break }
      column = pen.write(name, .key, column: column, row: 0, into: &canvas)
      column = pen.write(" \(hint)", .hint, column: column, row: 0, into: &canvas) + 2
    }
  }
}
