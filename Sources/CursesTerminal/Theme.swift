/// The kind of background that colours are chosen for.
package enum Theme: CaseIterable, Sendable {
  /// Not known: mid-tones that read on black and on white.
  case either
  case dark
  case light

  /// What the variable COLORFGBG tells, which some terminals set.
  ///
  /// Its last field is the background's ANSI colour: `15;0` is white on black. White,
  /// and the bright colours but for dark grey, are light.
  package init(colorFgBg: String?) {
    switch colorFgBg?.split(separator: ";").last.flatMap({ Int($0) }) {
    case .some(0...6), 8: self = .dark
    case 7, .some(9...15): self = .light
    default: self = .either
    }
  }
}
