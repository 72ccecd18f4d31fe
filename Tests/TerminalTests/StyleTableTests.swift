import CursesTerminal
import Dashboard
import Glibc
import Testing

@Suite struct StyleTableTests {
  static let tables = Theme.allCases.flatMap { theme in
    ColourDepth.allCases.map { StyleTable(theme: theme, depth: $0) }
  }

  @Test(arguments: tables) func everyStyleIsMapped(_ table: StyleTable) {
    // Styles that may look like plain text where colours are few.
    let plain: [ColourDepth: Set<Style>] = [
      .palette: [.normal],
      .ansi: [.normal, .heading, .graph, .hint],
      .monochrome: [.normal, .heading, .graph, .hint, .good],
    ]
    for style in Style.allCases where table[style] == table[.normal] {
      #expect(plain[table.depth]?.contains(style) == true, "\(style) looks like plain text")
    }
  }

  @Test(arguments: tables) func whatHasToBeToldApartLooksDifferent(_ table: StyleTable) {
    let groups: [[Style]] = [
      [.normal, .warning, .alarm], [.good, .warning, .alarm],
      [.normal, .selected, .selectedUnfocused], [.heading, .headingFocused],
      [.graph, .graphError, .graphRest], [.value, .published, .muted], [.key, .hint],
      [.source, .title], [.selected, .selectedUnfocused, .selectedWarning, .normal, .warning],
    ]
    for group in groups {
      #expect(Set(group.map { table[$0] }).count == group.count, "\(group)")
    }
  }

  @Test(arguments: tables) func aFilledBackgroundHasItsOwnForeground(_ table: StyleTable) {
    for style in Style.allCases where table[style].background != nil {
      #expect(table[style].foreground != nil, "\(style)")
    }
  }

  @Test func monochromeNamesNoColour() {
    for table in Self.tables where table.depth == .monochrome {
      for style in Style.allCases { #expect(table[style].foreground == nil) }
    }
  }

  /// Contrast as the Web Content Accessibility Guidelines 2 define it.
  @Test(arguments: [
    (Theme.either, [UInt8(16), 231], 3.7), (.dark, [16, 234], 4.5), (.light, [231, 255], 4.0),
  ])
  func textIsLegible(_ theme: Theme, on backgrounds: [UInt8], atLeast ratio: Double) {
    let table = StyleTable(theme: theme, depth: .palette)
    for style in Style.allCases where style != .graphRest {
      let look = table[style]
      guard let foreground = look.foreground else { continue }
      for background in look.background.map({ [$0] }) ?? backgrounds {
        let contrast = Self.contrast(foreground, background)
        #expect(contrast >= ratio, "\(style) on \(background): \(contrast)")
      }
    }
  }

  @Test func theBackgroundIsTakenFromColorFgBg() {
    #expect(Theme(colorFgBg: "15;0") == .dark)
    #expect(Theme(colorFgBg: "0;default;15") == .light)
    #expect(Theme(colorFgBg: "0;7") == .light)
    #expect(Theme(colorFgBg: "default;default") == .either)
    #expect(Theme(colorFgBg: nil) == .either)
  }

  @Test func theDepthFollowsColoursAndPairs() {
    #expect(ColourDepth(colours: 256, pairs: 65536) == .palette)
    #expect(ColourDepth(colours: 8, pairs: 64) == .ansi)
    #expect(ColourDepth(colours: 16, pairs: 256) == .ansi)
    #expect(ColourDepth(colours: 8, pairs: 8) == .monochrome)
    #expect(ColourDepth(colours: 0, pairs: 0) == .monochrome)
  }

  private static func contrast(_ one: UInt8, _ other: UInt8) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ colour: UInt8) -> Double {
    let index = Int(colour)
    let levels = [0.0, 95, 135, 175, 215, 255]
    let grey = Double(8 + 10 * (index - 232))
    let (red, green, blue) =
      index >= 232
      ? (grey, grey, grey)
      : (levels[(index - 16) / 36], levels[(index - 16) / 6 % 6], levels[(index - 16) % 6])
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  private static func linear(_ level: Double) -> Double {
    let share = level / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
