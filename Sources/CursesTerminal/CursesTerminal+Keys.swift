import CNcurses
import Dashboard

extension CursesTerminal {
  /// The most characters taken in by one call, so that a large paste cannot hold the
  /// screen up.
  private static let readLimit = 1024

  /// The keys pressed since the last call; empty when there are none.
  ///
  /// Does not wait, but for the rest of a sequence that has begun: at most
  /// `escapeDelay`. When `hasMoreKeys` is then true, call again: ncurses may hold
  /// keys that the file descriptor no longer announces.
  package func readKeys() -> [KeyPress] {
    hasMoreKeys = false
    guard isShown else { return [] }
    var keys: [KeyPress] = []
    for _ in 0..<Self.readLimit {
      guard let token = nextToken() else {
        if let key = decoder.finish() { keys.append(key) }
        return keys
      }
      if let key = decoder.feed(token) { keys.append(key) }
    }
    hasMoreKeys = true
    return keys
  }

  private func nextToken() -> KeyDecoder.Token? {
    if let token = readToken() { return token }
    guard decoder.isInsideSequence else { return nil }
    wtimeout(keyboard, Self.escapeDelay)
    defer { nodelay(keyboard, true) }
    return readToken()
  }

  private func readToken() -> KeyDecoder.Token? {
    var value: UInt32 = 0
    return switch cnc_read(keyboard, &value) {
    case OK: .scalar(value)
    case KEY_CODE_YES: .code(Int32(bitPattern: value))
    default: nil
    }
  }
}
