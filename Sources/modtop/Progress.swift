import Dashboard
import Dispatch
import Glibc
import Synchronization

/// Says on standard error how far something long is: in one line, which goes at its end.
///
/// Only where standard error is a terminal; else nobody would look.
final class Progress: Sendable {
  /// How often the line is written anew at most, in nanoseconds.
  private static let pause: UInt64 = 100_000_000

  private struct State {
    var done = 0
    var lastWrite: UInt64 = 0
    /// The cells of the line that stands there.
    var cells = 0
  }

  private let what: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State())

  /// - Parameter what: what is counted, such as `runs`.
  init(_ what: String) { self.what = what }

  /// Notes that one more of so many is done, on any thread.
  func step(of total: Int) {
    guard isShown else { return }
    state.withLock { state in
      state.done += 1
      let now = DispatchTime.now().uptimeNanoseconds
      guard now - state.lastWrite >= Self.pause else { return }
      state.lastWrite = now
      let line = "\(Format.count(state.done)) of \(Format.count(total)) \(what)"
      let rest = String(repeating: " ", count: max(0, state.cells - line.count))
      state.cells = line.count
      Output.note("\r\(line)\(rest)")
    }
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      guard state.cells > 0 else { return }
      Output.note("\r\(String(repeating: " ", count: state.cells))\r")
      state.cells = 0
    }
  }
}
