/// The line that the user writes, with its cursor, and what is wrong with it.
enum PromptLine {
  static func draw(_ prompt: Prompt, in rect: Rect, into canvas: inout Canvas) {
    let pen = Pen(rect: rect)
    let label = prompt.kind.label
    let remark = remark(of: prompt)
    // The end of a long line is what is being written.
    let room = max(1, rect.columns - CellWidth.of(label) - 3)
    var text = Sanitizer.clean(prompt.text)
    while CellWidth.of(text) > room { text.removeFirst() }
    var column = pen.write(label, .key, column: 1, row: 0, into: &canvas)
    column = pen.write(text, .normal, column: column, row: 0, into: &canvas)
    column = pen.write(" ", .selected, column: column, row: 0, into: &canvas) + 1
    let left = rect.columns - column - 1
    guard left > 3 else { return }
    pen.write(
      Wrap.shortened(remark.0, cells: left), remark.1, column: column, row: 0, into: &canvas)
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
