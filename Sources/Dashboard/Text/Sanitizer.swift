/// Makes text from outside safe to show.
///
/// Control characters, and with them escape sequences, bidirectional overrides and
/// other invisible format characters become visible placeholders, so that no file
/// can move the cursor or reorder a line.
package enum Sanitizer {
  /// What stands for a character that must not reach a terminal.
  package static let placeholder: Character = "�"

  /// The text with placeholders; line breaks and tabs become blanks.
  package static func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var clean = ""
    for character in text {
      if character == "\n" || character == "\t" || character == "\r\n" {
        clean.append(" ")
      } else if character.unicodeScalars.allSatisfy(isHarmless) {
        clean.append(character)
      } else {
        clean.append(placeholder)
      }
    }
    return clean
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
