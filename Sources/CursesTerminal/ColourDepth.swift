import Dashboard

/// How many colours a terminal shows, as far as the style tables tell apart.
package enum ColourDepth: CaseIterable, Sendable {
  /// Attributes only: no colour sequence is ever sent.
  case monochrome
  /// The eight ANSI colours, whose shades the terminal chooses.
  case ansi
  /// The fixed palette of 256 colours.
  case palette

  /// The depth for a terminal of so many colours and colour pairs.
  package init(colours: Int, pairs: Int) {
    switch (colours, pairs) {
    case (_, ...Style.allCases.count): self = .monochrome
    case (256..., _): self = .palette
    case (8..., _): self = .ansi
    default: self = .monochrome
    }
  }
}
