import Moderation

/// The last row: the keys that matter most, from the table of bindings.
enum HintBar {
  /// Commands whose hint speaks for their counterparts as well.
  private static let pairs: [Command: Command] = [
    .left: .right, .faster: .slower, .minuteBack: .minuteForth,
  ]

  static func draw(
    _ snapshot: Snapshot, _ state: DashboardState, in rect: Rect, into canvas: inout Canvas
  ) {
    guard state.prompt == nil else { return }
    let pen = Pen(rect: rect)
    var column = 1
    if let notice = notice(snapshot, state), CellWidth.of(notice) <= rect.columns - 2 {
      column = pen.write(notice, .state, column: column, row: 0, into: &canvas) + 2
    }
    let inReplay = snapshot.replay != nil
    for binding in Binding.all {
      guard let hint = state.hint(for: binding, snapshot),
        state.isEnabled(binding.command, snapshot: snapshot)
      else { continue }
      let commands = [binding.command, pairs[binding.command]].compactMap(\.self)
      let name = Binding.keyNames(of: commands, inReplay: inReplay)
      let width = CellWidth.of(name) + CellWidth.of(hint) + 1
      guard column + width <= rect.columns else { break }
      column = pen.write(name, .key, column: column, row: 0, into: &canvas)
      column = pen.write(" \(hint)", .hint, column: column, row: 0, into: &canvas) + 2
    }
  }

  /// The notice for which the bar has no room.
  static func longNotice(_ snapshot: Snapshot, _ state: DashboardState) -> String? {
    notice(snapshot, state).flatMap { CellWidth.of($0) > state.size.columns - 2 ? $0 : nil }
  }

  /// What the session has to say that the user has not seen yet.
  private static func notice(_ snapshot: Snapshot, _ state: DashboardState) -> String? {
    guard let notice = snapshot.status.notice, notice.number > state.dismissedNotice else {
      return nil
    }
    return notice.applied?.text(snapshot.facts) ?? Sanitizer.clean(notice.text)
  }
}
