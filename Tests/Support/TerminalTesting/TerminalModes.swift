import Glibc

/// The driver's settings of a terminal (termios), to compare before and after.
package struct TerminalModes: Equatable, Sendable, CustomStringConvertible {
  private let flags: [UInt32]
  private let controlCharacters: [UInt8]

  init?(of descriptor: Int32) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return nil }
    flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    controlCharacters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
  }

  /// Whether typed characters are echoed, as they are in a shell.
  package var echoes: Bool { flags[3] & UInt32(ECHO) != 0 }

  /// Whether input comes in lines, as it does in a shell.
  package var readsLines: Bool { flags[3] & UInt32(ICANON) != 0 }

  package var description: String {
    flags.map { "0" + String($0, radix: 8) }.joined(separator: " ") + " \(controlCharacters)"
  }
}
