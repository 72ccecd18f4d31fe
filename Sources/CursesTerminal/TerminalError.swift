/// Why a terminal cannot show the dashboard.
package enum TerminalError: Error, Equatable, CustomStringConvertible {
  case inputIsNotATerminal
  case outputIsNotATerminal
  /// The environment has no TERM, or an empty one.
  case noTerminalType
  /// The terminal database has no such entry.
  case unknownTerminalType(String)
  /// The entry lacks what a screen needs.
  case cannotMoveCursor(String)
  /// ncurses refused for a reason it does not tell.
  case cannotStart(String)

  /// One line for a person, without the program's name and without an end of line.
  package var description: String {
    switch self {
    case .inputIsNotATerminal:
      "standard input is not a terminal"
    case .outputIsNotATerminal:
      "standard output is not a terminal"
    case .noTerminalType:
      "TERM is not set; set it to your terminal's type, for example xterm-256color"
    case .unknownTerminalType(let name):
      "unknown terminal type '\(name)' in TERM; try TERM=xterm-256color"
    case .cannotMoveCursor(let name):
      "terminal type '\(name)' in TERM cannot move the cursor; try TERM=xterm-256color"
    case .cannotStart(let name):
      "cannot start the screen on terminal type '\(name)'"
    }
  }
}
