/// One key as a terminal reports it, before it means anything.
package enum KeyPress: Hashable, Sendable {
  /// A character that prints, the space among them.
  case character(Character)
  /// Ctrl and a letter, in lower case.
  case control(Character)
  case up, down, left, right
  case shiftLeft, shiftRight
  case pageUp, pageDown, home, end
  case enter, escape, tab, backTab, backspace, delete
}
