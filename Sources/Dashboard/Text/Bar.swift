/// A horizontal bar in eighths of a cell.
package enum Bar {
  private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// The filled and the unfilled part for a share from 0 to 1; more is shown as full.
  package static func text(_ share: Double, cells: Int) -> (filled: String, rest: String) {
    guard cells > 0 else { return ("", "") }
    let bounded = share.isFinite ? min(1, max(0, share)) : 0
    let filled = Int((bounded * Double(8 * cells)).rounded(.down))
    var text = String(repeating: "█", count: filled / 8)
    var used = filled / 8
    if filled % 8 > 0 {
      text.append(eighths[filled % 8 - 1])
      used += 1
    }
    return (text, String(repeating: "░", count: cells - used))
  }

  /// The same with styles.
  static func spans(_ share: Double, _ style: Style, cells: Int) -> [(String, Style)] {
    let bar = text(share, cells: cells)
    return [(bar.filled, style), (bar.rest, .graphRest)]
  }
}
