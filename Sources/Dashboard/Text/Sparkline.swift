/// A line of braille characters that draws a series: two values a cell, four levels.
package enum Sparkline {
  /// Dots of the left and the right column of a cell, by height 0 to 4.
  private static let left: [UInt32] = [0x00, 0x40, 0x44, 0x46, 0x47]
  private static let right: [UInt32] = [0x00, 0x80, 0xA0, 0xB0, 0xB8]

  /// The newest `2 × cells` values, right-aligned; the greatest of them fills the height.
  ///
  /// A value above 0 always shows at least one dot.
  package static func text(_ values: [Int], cells: Int) -> String {
    rows(values, cells: cells, rows: 1).first ?? ""
  }

  /// The same as an area graph of several rows, the top one first.
  package static func rows(_ values: [Int], cells: Int, rows: Int) -> [String] {
    guard cells > 0, rows > 0 else { return [] }
    let shown = values.suffix(2 * cells)
    let greatest = max(1, shown.max() ?? 0)
    let levels =
      Array(repeating: 0, count: 2 * cells - shown.count)
      + shown.map { level($0, of: greatest, levels: 4 * rows) }
    return (0..<rows).map { row in
      let floor = 4 * (rows - 1 - row)
      var line = String.UnicodeScalarView()
      for cell in 0..<cells {
        let dots =
          left[min(4, max(0, levels[2 * cell] - floor))]
          | right[min(4, max(0, levels[2 * cell + 1] - floor))]
        line.append(Unicode.Scalar(0x2800 + dots) ?? " ")
      }
      return String(line)
    }
  }

  private static func level(_ value: Int, of greatest: Int, levels: Int) -> Int {
    guard value > 0 else { return 0 }
    return max(1, min(levels, (value * levels + greatest / 2) / greatest))
  }
}
