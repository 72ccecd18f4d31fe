import Dashboard

/// The eight ANSI colours: black, red, green, yellow, blue, magenta, cyan, white.
///
/// Every terminal paints them differently: blue is often too dark for black,
/// yellow, cyan and green too pale for white. Red and magenta read on both.
extension StyleTable {
  private static let black: UInt8 = 0
  private static let red: UInt8 = 1
  private static let green: UInt8 = 2
  private static let yellow: UInt8 = 3
  private static let blue: UInt8 = 4
  private static let magenta: UInt8 = 5
  private static let cyan: UInt8 = 6
  private static let white: UInt8 = 7

  static func ansiEither(_ style: Style) -> Look {
    switch style {
    case .normal, .heading, .graph, .hint: Look()
    case .title, .headingFocused, .value, .key: Look(nil, .bold)
    case .source: Look(black, on: yellow)
    case .muted, .graphRest: Look(nil, .dim)
    case .published: Look(nil, .underline)
    case .graphError: Look(red)
    case .good: Look(green)
    case .warning: Look(magenta)
    case .alarm: Look(red, .bold)
    case .selected: Look(nil, .reverse)
    case .selectedUnfocused: Look(nil, .underline)
    case .selectedWarning: Look(magenta, [.bold, .reverse])
    case .state: Look(magenta, .bold)
    }
  }

  static func ansiDark(_ style: Style) -> Look {
    switch style {
    case .normal, .hint: Look()
    case .title, .headingFocused, .key: Look(cyan, .bold)
    case .heading, .graph: Look(cyan)
    case .value: Look(nil, .bold)
    case .source: Look(black, on: yellow)
    case .muted, .graphRest: Look(nil, .dim)
    case .published: Look(magenta)
    case .graphError: Look(red)
    case .good: Look(green)
    case .warning: Look(yellow)
    case .alarm: Look(red, .bold)
    case .selected: Look(black, on: cyan)
    case .selectedUnfocused: Look(black, on: white)
    case .selectedWarning: Look(black, on: yellow, .bold)
    case .state: Look(yellow, .bold)
    }
  }

  static func ansiLight(_ style: Style) -> Look {
    switch style {
    case .normal, .hint: Look()
    case .title, .headingFocused, .key: Look(blue, .bold)
    case .heading, .graph: Look(blue)
    case .value: Look(nil, .bold)
    case .source: Look(black, on: yellow)
    case .muted, .graphRest: Look(nil, .dim)
    case .published: Look(nil, .underline)
    case .graphError: Look(red)
    case .good: Look(green)
    case .warning: Look(magenta)
    case .alarm: Look(red, .bold)
    case .selected: Look(white, on: blue)
    case .selectedUnfocused: Look(black, on: white)
    case .selectedWarning: Look(yellow, on: blue, .bold)
    case .state: Look(magenta, .bold)
    }
  }
}
