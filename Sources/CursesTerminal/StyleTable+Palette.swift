import Dashboard

/// The palette of 256: numbers of the colour cube (16 to 231) and of the grey ramp.
///
/// Numbers below 16 are left out: every terminal paints those as it likes.
extension StyleTable {
  /// Black text on amber, the badge that must not be overlooked.
  private static let badge = Look(16, on: 179)

  static func paletteEither(_ style: Style) -> Look {
    switch style {
    case .normal: Look()
    case .title: Look(32, .bold)
    case .source: badge
    case .heading: Look(67)
    case .headingFocused: Look(32, .bold)
    case .muted: Look(243)
    case .value: Look(nil, .bold)
    case .published: Look(30)
    case .graph: Look(32)
    case .graphError: Look(196)
    case .graphRest: Look(244)
    case .good: Look(28)
    case .warning: Look(166)
    case .alarm: Look(196, .bold)
    case .selected: Look(231, on: 25)
    case .selectedUnfocused: Look(231, on: 241)
    case .selectedWarning: Look(228, on: 25, .bold)
    case .key: Look(32, .bold)
    case .hint: Look(243)
    case .state: Look(133, .bold)
    }
  }

  static func paletteDark(_ style: Style) -> Look {
    switch style {
    case .normal: Look()
    case .title: Look(117, .bold)
    case .source: badge
    case .heading: Look(110)
    case .headingFocused: Look(117, .bold)
    case .muted: Look(245)
    case .value: Look(nil, .bold)
    case .published: Look(80)
    case .graph: Look(74)
    case .graphError: Look(203)
    case .graphRest: Look(239)
    case .good: Look(114)
    case .warning: Look(221)
    case .alarm: Look(203, .bold)
    case .selected: Look(231, on: 25)
    case .selectedUnfocused: Look(252, on: 238)
    case .selectedWarning: Look(228, on: 25, .bold)
    case .key: Look(117, .bold)
    case .hint: Look(248)
    case .state: Look(222, .bold)
    }
  }

  static func paletteLight(_ style: Style) -> Look {
    switch style {
    case .normal: Look()
    case .title: Look(25, .bold)
    case .source: badge
    case .heading: Look(24)
    case .headingFocused: Look(25, .bold)
    case .muted: Look(242)
    case .value: Look(nil, .bold)
    case .published: Look(23)
    case .graph: Look(25)
    case .graphError: Look(160)
    case .graphRest: Look(251)
    case .good: Look(28)
    case .warning: Look(130)
    case .alarm: Look(160, .bold)
    case .selected: Look(231, on: 25)
    case .selectedUnfocused: Look(234, on: 252)
    case .selectedWarning: Look(228, on: 25, .bold)
    case .key: Look(25, .bold)
    case .hint: Look(240)
    case .state: Look(90, .bold)
    }
  }
}
