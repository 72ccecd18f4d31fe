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

  /// Writes an error as one line to standard error; nobody is left to tell when that fails.
  static func complain(_ message: String) {
    let lines = message.split(whereSeparator: \.isNewline).joined(separator: " ")
    _ = write("modtop: \(Sanitizer.clean(lines))\n", to: STDERR_FILENO)
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
