/// Breaks prose into lines.
package enum Wrap {
  /// Lines of at most `cells` cells, broken at blanks; a longer word is cut.
  package static func lines(_ text: String, cells: Int) -> [String] {
    guard cells > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = String(word)
      while !rest.isEmpty {
        let room = cells - (line.isEmpty ? 0 : CellWidth.of(line) + 1)
        if CellWidth.of(rest) <= room {
          line += (line.isEmpty ? "" : " ") + rest
          rest = ""
        } else if line.isEmpty {
          let head = prefix(of: rest, cells: cells)
          guard !head.isEmpty else { return lines }
          lines.append(head)
          rest.removeFirst(head.count)
        } else {
          lines.append(line)
          line = ""
        }
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The text, or as much of it as fits with an ellipsis behind.
  package static func shortened(_ text: String, cells: Int) -> String {
    CellWidth.of(text) <= cells ? text : prefix(of: text, cells: cells - 1) + "…"
  }

  /// The longest beginning of a text that fits.
  package static func prefix(of text: String, cells: Int) -> String {
    var width = 0
    var end = text.startIndex
    while end < text.endIndex {
      width += CellWidth.of(text[end])
      if width > cells { break }
      end = text.index(after: end)
    }
    return String(text[..<end])
  }
}
