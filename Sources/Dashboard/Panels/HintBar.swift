import Moderation

/// The last row: the keys that matter most, from the table of bindings.
enum HintBar {
  /// Keys whose hint speaks for their counterparts as well.
  private static let pairs: [Command: String] = [
    .left: "← →", .faster: "+ -", .minuteBack: "← →",
  ]

  static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect, into canvas: inout Canvas
  ) {
    let pen = Pen(rect: rect)
    if let prompt = state.prompt { return PromptLine.draw(prompt, in: rect, into: &canvas) }
    var column = 1
    if let notice = snapshot.status.notice, notice.number > state.dismissedNotice {
      let text = Wrap.shortened(Sanitizer.clean(notice.text), cells: rect.columns - 2)
      column = pen.write(text, .state, column: column, row: 0, into: &canvas) + 2
    }
    for binding in Binding.all {
      guard let hint = state.hint(for: binding, snapshot),
        let key = (snapshot.replay == nil ? binding.liveKeys.first : nil) ?? binding.keys.first,
        state.isEnabled(binding.command, snapshot: snapshot)
      else { continue }
      let name = pairs[binding.command] ?? key.name
      let width = CellWidth.of(name) + CellWidth.of(hint) + 1
      guard column + width <= rect.columns else { break }
      column = pen.write(name, .key, column: column, row: 0, into: &canvas)
      column = pen.write(" \(hint)", .hint, column: column, row: 0, into: &canvas) + 2
    }
  }
}
