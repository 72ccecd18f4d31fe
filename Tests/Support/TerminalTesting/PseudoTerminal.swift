import CVTerm
import Glibc

/// A pair of connected descriptors: ours, and the terminal that a program sees.
struct PseudoTerminal {
  let master: Int32
  /// Held open, so that the terminal and its modes outlive the program.
  let slave: Int32
  let path: String

  init(columns: Int, rows: Int) throws(ScreenError) {
    // Closed on exec from the start: tests start programs in parallel, and a copy of the
    // master in another program would keep this terminal from ever hanging up.
    master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    var name = [CChar](repeating: 0, count: 128)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0,
      ptsname_r(master, &name, name.count) == 0
    else { throw ScreenError("no pseudo-terminal: \(String(cString: strerror(errno)))") }
    path = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw ScreenError("cannot open \(path)") }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    resize(columns: columns, rows: rows)
  }

  /// The driver sends SIGWINCH to the programs in the foreground.
  func resize(columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = UInt16(rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }
}
