/// How one style looks: attributes, and colours by their number in the palette.
package struct Look: Hashable, Sendable {
  package struct Attributes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let bold = Attributes(rawValue: 1)
    package static let dim = Attributes(rawValue: 2)
    package static let underline = Attributes(rawValue: 4)
    package static let reverse = Attributes(rawValue: 8)
  }

  package let attributes: Attributes
  /// The text's colour; nil is the terminal's own.
  package let foreground: UInt8?
  /// The colour behind, never set without a foreground; nil is the terminal's own.
  package let background: UInt8?

  init(_ foreground: UInt8? = nil, on background: UInt8? = nil, _ attributes: Attributes = []) {
    self.attributes = attributes
    self.foreground = foreground
    self.background = background
  }
}
