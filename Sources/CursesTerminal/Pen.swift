import CNcurses

/// A look in ncurses's terms.
struct Pen {
  let attributes: attr_t
  let pair: Int16

  /// Defines the colour pair that the look needs; a look without colours takes pair 0.
  @MainActor init(_ look: Look, pair: Int16) {
    var attributes: attr_t = 0
    if look.attributes.contains(.bold) { attributes |= cnc_bold() }
    if look.attributes.contains(.dim) { attributes |= cnc_dim() }
    if look.attributes.contains(.underline) { attributes |= cnc_underline() }
    if look.attributes.contains(.reverse) { attributes |= cnc_reverse() }
    self.attributes = attributes
    if look.foreground == nil, look.background == nil {
      self.pair = 0
    } else {
      // -1 is the terminal's own colour.
      let foreground = look.foreground.map { Int16($0) } ?? -1
      let background = look.background.map { Int16($0) } ?? -1
      init_pair(pair, foreground, background)
      self.pair = pair
    }
  }
}
