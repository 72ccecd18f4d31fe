/// The line that the user writes, with its cursor, and what is wrong with it.
enum PromptLine {
  /// Draws the line in the last row of the screen, and what there is to say beside it, or
  /// above it where there is no room.
  static func draw(_ prompt: Prompt, in screen: Rect, into canvas: inout Canvas) {
    var rest = screen
    let pen = Pen(rect: rest.takeBottom(1))
    let label = prompt.kind.label
    // The end of a long line is what is being written.
    let room = max(1, screen.columns - CellWidth.of(label) - 3)
    var text = Sanitizer.clean(prompt.text)
    while CellWidth.of(text) > room { text.removeFirst() }
    var column = pen.write(label, .key, column: 1, row: 0, into: &canvas)
    column = pen.write(text, .normal, column: column, row: 0, into: &canvas)
    column = pen.write(" ", .selected, column: column, row: 0, into: &canvas) + 1
    let (remark, style) = remark(of: prompt)
    if CellWidth.of(remark) <= screen.columns - column - 1 {
      pen.write(remark, style, column: column, row: 0, into: &canvas)
    } else {
      FootNote.draw(remark, style, in: screen, into: &canvas)
    }
  }

  private static func remark(of prompt: Prompt) -> (String, Style) {
    if let fault = prompt.fault { return (Sanitizer.clean(fault), .warning) }
    if !prompt.choices.isEmpty {
      return (Sanitizer.clean(prompt.choices.joined(separator: " ")), .muted)
    }
    switch prompt.kind {
    case .command:
      let name = prompt.text.split(separator: " ").first.map(String.init) ?? ""
      guard let command = PromptCommand.named(name) else { return ("Tab completes", .muted) }
      return ("\(command.usage): \(command.summary)", .muted)
    case .filter: return ("Enter goes to the first, n and N to the others; Tab shows words", .muted)
    case .marker: return ("Enter sets the marker", .muted)
    }
  }
}
