/// A key by what an xterm sends for it, with the keypad in application mode.
package enum Key: String, CaseIterable, Sendable {
  case up = "\u{1B}OA"
  case down = "\u{1B}OB"
  case right = "\u{1B}OC"
  case left = "\u{1B}OD"
  case shiftLeft = "\u{1B}[1;2D"
  case shiftRight = "\u{1B}[1;2C"
  case pageUp = "\u{1B}[5~"
  case pageDown = "\u{1B}[6~"
  case home = "\u{1B}OH"
  case end = "\u{1B}OF"
  case enter = "\r"
  case escape = "\u{1B}"
  case tab = "\t"
  case backTab = "\u{1B}[Z"
  case backspace = "\u{7F}"
  case delete = "\u{1B}[3~"
  /// Ctrl-C, which the terminal's driver turns into SIGINT.
  case interrupt = "\u{3}"
  /// Ctrl-Z, which the terminal's driver turns into SIGTSTP.
  case suspend = "\u{1A}"
}
