import CNcurses
import Dashboard
import Glibc

extension CursesTerminal {
  /// Finds out whether a screen can work at all; returns the terminal's type.
  ///
  /// `newterm` would end the process itself on some of these.
  static func checkTerminal() throws(TerminalError) -> String {
    guard isatty(STDIN_FILENO) == 1 else { throw .inputIsNotATerminal }
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNotATerminal }
    guard let type = Environment["TERM"], !type.isEmpty else { throw .noTerminalType }
    var problem: Int32 = 0
    let found = setupterm(nil, STDOUT_FILENO, &problem)
    defer { cnc_drop_description() }
    // A description that is found but generic or of a printer is an error with problem 1.
    guard found == OK || problem == 1 else { throw .unknownTerminalType(type) }
    guard found == OK, cnc_capability("cup") != nil, cnc_capability("clear") != nil else {
      throw .cannotMoveCursor(type)
    }
    return type
  }

  /// Makes the C library treat text as UTF-8, which ncurses goes by.
  ///
  /// Only the character type is set: numbers stay as programs expect them.
  static func setUTF8Locale() {
    for name in ["", "C.UTF-8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
      if let codeset = nl_langinfo(nl_item(CODESET)), strcmp(codeset, "UTF-8") == 0 { return }
    }
  }

  /// Finds the colour depth and, unless it is monochrome, starts ncurses's colours.
  ///
  /// `start_color` sends colour sequences, so NO_COLOR has to be asked before.
  static func startColours() -> ColourDepth {
    guard Environment["NO_COLOR"]?.isEmpty ?? true, has_colors() else { return .monochrome }
    guard start_color() == OK, use_default_colors() == OK else { return .monochrome }
    return ColourDepth(colours: Int(cnc_colours()), pairs: Int(cnc_colour_pairs()))
  }

  /// Whether a sequence is that of one of the keys that ncurses has a constant for.
  ///
  /// Some descriptions give these sequences to a key with Shift and Ctrl, which the
  /// dashboard has no use for.
  private func isDefined(_ sequence: String) -> Bool {
    let key = key_defined(sequence)
    return key != 0 && key <= KEY_MAX
  }

  /// Teaches ncurses the sequences that many terminals send and few descriptions have.
  func defineKeys() {
    for (sequence, key) in [
      ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN),
      ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT),
      ("\u{1B}OA", KEY_UP), ("\u{1B}OB", KEY_DOWN),
      ("\u{1B}OC", KEY_RIGHT), ("\u{1B}OD", KEY_LEFT),
      ("\u{1B}[1;2C", KEY_SRIGHT), ("\u{1B}[1;2D", KEY_SLEFT),
      ("\u{1B}[Z", KEY_BTAB), ("\u{1B}[3~", KEY_DC),
      ("\u{1B}[5~", KEY_PPAGE), ("\u{1B}[6~", KEY_NPAGE),
      ("\u{1B}[H", KEY_HOME), ("\u{1B}OH", KEY_HOME),
      ("\u{1B}[1~", KEY_HOME), ("\u{1B}[7~", KEY_HOME),
      ("\u{1B}[F", KEY_END), ("\u{1B}OF", KEY_END),
      ("\u{1B}[4~", KEY_END), ("\u{1B}[8~", KEY_END),
      ("\u{1B}OM", KEY_ENTER),
    ] where !isDefined(sequence) {
      define_key(sequence, key)
    }
    // Its sequence is the opening of a longer one, of which the rest would be typed.
    keyok(KEY_MOUSE, false)
  }
}
