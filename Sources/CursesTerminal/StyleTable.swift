import Dashboard

/// The look of every style, by theme and colour depth: the only place that knows a colour.
///
/// Text stands on the terminal's own background; a style that fills its background
/// sets both colours, so that no guess about the terminal can hide it.
package struct StyleTable: Sendable {
  package let theme: Theme
  package let depth: ColourDepth

  package init(theme: Theme, depth: ColourDepth) {
    self.theme = theme
    self.depth = depth
  }

  package subscript(style: Style) -> Look {
    switch (depth, theme) {
    case (.monochrome, _): Self.monochrome(style)
    case (.ansi, .either): Self.ansiEither(style)
    case (.ansi, .dark): Self.ansiDark(style)
    case (.ansi, .light): Self.ansiLight(style)
    case (.palette, .either): Self.paletteEither(style)
    case (.palette, .dark): Self.paletteDark(style)
    case (.palette, .light): Self.paletteLight(style)
    }
  }

  /// Without colour, meaning is in weight, line and reversal.
  private static func monochrome(_ style: Style) -> Look {
    switch style {
    case .normal, .heading, .graph, .good, .hint: Look()
    case .title, .headingFocused, .value, .key, .graphError: Look(.bold)
    case .muted, .graphRest: Look(.dim)
    case .published, .selectedUnfocused: Look(.underline)
    case .warning: Look([.bold, .underline])
    case .alarm, .source, .state: Look([.bold, .reverse])
    case .selected: Look(.reverse)
    case .selectedWarning: Look([.bold, .reverse, .underline])
    }
  }
}

extension Look {
  fileprivate init(_ attributes: Attributes) { self.init(nil, on: nil, attributes) }
}
