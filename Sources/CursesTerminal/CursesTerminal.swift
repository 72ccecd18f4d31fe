import CNcurses
import Dashboard
import Glibc

/// The terminal as the dashboard sees it: keys in, cells out.
///
/// One at a time: ncurses keeps the screen in global variables. The terminal is in
/// full-screen mode from `init` to `close`, but for the time between `suspend` and
/// `resume`.
@MainActor package final class CursesTerminal {
  private enum Mode { case shown, suspended, closed }

  /// How long a lone ESC waits for the rest of a key's sequence, in milliseconds.
  static let escapeDelay: Int32 = 25

  /// The extent of the screen; `updateSize` brings it up to date.
  package private(set) var size = Size(columns: 0, rows: 0)
  package let styles: StyleTable

  /// The canvas that ncurses holds; nil when its screen has to be filled anew.
  var shown: Canvas?
  /// One screen row of cells, reused.
  var rowCells: [cchar_t] = []
  /// The attributes and the colour pair of each style, by its raw value.
  let pens: [Pen]
  let screen: UnsafeMutablePointer<WINDOW>
  /// Where keys are read from: reading from a pad never draws.
  let keyboard: UnsafeMutablePointer<WINDOW>
  var decoder = KeyDecoder()
  /// Whether the last `readKeys` stopped at its limit and left keys behind.
  package internal(set) var hasMoreKeys = false
  private var mode = Mode.shown

  package var isShown: Bool { mode == .shown }

  /// Takes the terminal over and clears its screen.
  ///
  /// - Parameter theme: What colours are chosen for; nil asks the environment.
  /// - Throws: `TerminalError`, with the terminal as it was.
  package init(theme: Theme? = nil) throws(TerminalError) {
    let type = try Self.checkTerminal()
    Self.setUTF8Locale()
    // The sizes of the environment would override the terminal's own, for good.
    use_env(true)
    use_tioctl(true)
    guard cnc_new_terminal() != nil, let screen = cnc_screen_window() else {
      throw .cannotStart(type)
    }
    guard let keyboard = newpad(1, 1) else {
      endwin()
      throw .cannotStart(type)
    }
    self.screen = screen
    self.keyboard = keyboard
    styles = StyleTable(
      theme: theme ?? Theme(colorFgBg: Environment["COLORFGBG"]), depth: Self.startColours())
    pens = Style.allCases.map { [styles] in Pen(styles[$0], pair: Int16($0.rawValue) + 1) }
    setModes()
    ScreenGuard.arm()
    updateSize()
  }

  /// Gives the terminal back as it was; nothing happens when called again.
  package func close() {
    guard mode != .closed else { return }
    ScreenGuard.restore()
    mode = .closed
  }

  /// Gives the terminal back until `resume`.
  package func suspend() {
    guard mode == .shown else { return }
    ScreenGuard.restore()
    mode = .suspended
  }

  /// Takes the terminal over again, whatever state it is in; its size may have changed.
  ///
  /// The screen is empty until the next `present`.
  package func resume() {
    guard mode != .closed else { return }
    mode = .shown
    ScreenGuard.arm()
    reset_prog_mode()
    updateSize()
    repaint()
  }

  /// Makes the next `present` draw every cell.
  package func repaint() {
    shown = nil
    clearok(cnc_terminal_screen(), true)
  }

  /// Asks the terminal for its size; true when it changed.
  @discardableResult
  package func updateSize() -> Bool {
    let old = size
    var window = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 {
      size = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    } else {
      // A serial line knows no size: what the environment or the description says.
      size = Size(columns: Int(cnc_columns()), rows: Int(cnc_lines()))
    }
    guard size != old else { return false }
    if size.rows != Int(cnc_lines()) || size.columns != Int(cnc_columns()) {
      resize_term(Int32(size.rows), Int32(size.columns))
    }
    // What a terminal leaves on its screen after a resize is its own affair.
    repaint()
    return true
  }

  /// Keys at once and unechoed, signals by their keys, no flow control, no cursor.
  private func setModes() {
    cbreak()
    noecho()
    nonl()
    // Ctrl-S would freeze the screen and Ctrl-V swallow a key. Ctrl-Z is a key, since
    // the driver would stop what started us, such as make, before we gave the screen back.
    var modes = termios()
    if tcgetattr(STDIN_FILENO, &modes) == 0 {
      modes.c_iflag &= ~tcflag_t(IXON)
      modes.c_lflag &= ~tcflag_t(IEXTEN)
      withUnsafeMutableBytes(of: &modes.c_cc) { $0[Int(VSUSP)] = 0 }
      tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
      def_prog_mode()
    }
    intrflush(keyboard, false)
    keypad(keyboard, true)
    nodelay(keyboard, true)
    set_escdelay(Self.escapeDelay)
    // A key that waits would cut the drawing of a frame short.
    typeahead(-1)
    curs_set(0)
    defineKeys()
  }
}
