import Dashboard
import Glibc

/// Standard output and standard error, with their errors.
enum Output {
  /// Writes a text and a line break to standard output.
  ///
  /// Throws when it cannot all be written, so that a full disk is not taken for success.
  static func print(_ text: String) throws {
    guard write(text + "\n", to: STDOUT_FILENO) else {
      throw Failure("standard output: \(String(cString: strerror(errno)))")
    }
  }

  /// How wide a terminal is that standard output goes to; nil where it goes elsewhere.
  static var columns: Int? {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }

  /// Writes an error as one line to standard error; nobody is left to tell when that fails.
  static func complain(_ message: String) {
    let lines = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    _ = write("modtop: \(Sanitizer.clean(lines))\n", to: STDERR_FILENO)
  }

  /// Writes a text to standard error as it is.
  static func note(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// A text in lines that fit the terminal to which standard output goes; as it is where it
  /// goes elsewhere.
  static func wrapped(_ text: String) -> String {
    guard let columns, CellWidth.of(text) > columns else { return text }
    return Wrap.lines(text, cells: columns).joined(separator: "\n")
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    write(Array(text.utf8), to: descriptor)
  }

  /// Writes all of the bytes; returns false when that fails, and `errno` says why.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
