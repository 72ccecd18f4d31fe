import CVTerm

/// A terminal that draws into memory, as libvterm understands its sequences.
package final class VirtualTerminal {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  /// On the heap, since libvterm's callbacks write into it.
  private let state: UnsafeMutablePointer<CVTState>
  private(set) var columns: Int
  private(set) var rows: Int

  package init?(columns: Int, rows: Int) {
    let state = UnsafeMutablePointer<CVTState>.allocate(capacity: 1)
    state.initialize(to: CVTState())
    guard let terminal = cvt_new(Int32(columns), Int32(rows), state) else {
      state.deallocate()
      return nil
    }
    self.state = state
    self.terminal = terminal
    screen = vterm_obtain_screen(terminal)
    self.columns = columns
    self.rows = rows
  }

  deinit {
    vterm_free(terminal)
    state.deallocate()
  }

  /// Takes a program's output in, cut anywhere.
  package func write(_ bytes: [UInt8]) {
    // A repetition ends with the letter b; it has to be done before what follows it.
    for part in bytes.split(after: UInt8(ascii: "b")) {
      part.withUnsafeBytes { bytes in
        guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return }
        vterm_input_write(terminal, start, bytes.count)
      }
      repeatLast()
    }
  }

  /// What the terminal answers to a program that asks it something.
  func takeAnswers() -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 256)
    let count = vterm_output_read(terminal, &buffer, buffer.count)
    return buffer.prefix(count).map { UInt8(bitPattern: $0) }
  }

  func resize(columns: Int, rows: Int) {
    vterm_set_size(terminal, Int32(rows), Int32(columns))
    (self.columns, self.rows) = (columns, rows)
  }

  package func snapshot() -> TerminalScreen {
    var cells: [TerminalScreen.Cell] = []
    cells.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns { cells.append(cell(column, row)) }
    }
    return TerminalScreen(
      columns: columns, rows: rows, isCursorVisible: state.pointee.cursor_visible != 0,
      isAlternate: state.pointee.alternate_screen != 0, cells: cells)
  }

  private func cell(_ column: Int, _ row: Int) -> TerminalScreen.Cell {
    let raw = cvt_cell(screen, Int32(column), Int32(row))
    let text = withUnsafeBytes(of: raw.scalars) { bytes in
      var text = String.UnicodeScalarView()
      for scalar in bytes.bindMemory(to: UInt32.self) {
        guard scalar != 0, let scalar = Unicode.Scalar(scalar) else { break }
        text.append(scalar)
      }
      return String(text)
    }
    // libvterm marks the second half of a wide character by an impossible scalar.
    let isSecondHalf = raw.scalars.0 == UInt32.max
    return TerminalScreen.Cell(
      text: isSecondHalf ? "" : text.isEmpty ? " " : text, isBold: raw.bold != 0,
      isUnderlined: raw.underline != 0, isReversed: raw.reverse != 0,
      foreground: raw.foreground == -1 ? nil : Int(raw.foreground),
      background: raw.background == -1 ? nil : Int(raw.background))
  }

  private func repeatLast() {
    let count = Int(state.pointee.repeat)
    guard count > 0 else { return }
    state.pointee.repeat = 0
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    guard position.col > 0 else { return }
    let last = cell(Int(position.col) - 1, Int(position.row)).text
    write(Array(String(repeating: last, count: count).utf8))
  }
}

extension Array where Element: Equatable {
  /// The parts that end with an element, and the rest.
  fileprivate func split(after last: Element) -> [ArraySlice<Element>] {
    var parts: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices where self[index] == last {
      parts.append(self[start...index])
      start = index + 1
    }
    if start < endIndex { parts.append(self[start...]) }
    return parts
  }
}
