/// One cell of the screen.
package struct Cell: Equatable, Sendable {
  /// What stands in the cell; nil in the second cell of a wide character.
  package var glyph: Character?
  package var style: Style

  package init(_ glyph: Character?, _ style: Style = .normal) {
    self.glyph = glyph
    self.style = style
  }

  package static let blank = Cell(" ")
}
