import CNcurses
import Glibc
import Synchronization

/// Gives the terminal back when the process ends without `close`.
///
/// Covers `exit` and the signals of a crash: a trap (as of `fatalError` and a failed
/// precondition), a wild pointer, `abort`. Does not cover SIGKILL, an overflow of the
/// stack, and a crash inside ncurses itself.
enum CrashGuard {
  private static let isArmed = Atomic<Bool>(false)
  private static let isInstalled = Atomic<Bool>(false)
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]

  /// What each signal did before, by its number: the default, or Swift's backtrace.
  ///
  /// Unsafe as a pointer is, and a signal handler can use nothing better: written once,
  /// before the handlers that read it are in place.
  private nonisolated(unsafe) static let earlier: UnsafeMutablePointer<sigaction> = {
    let actions = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
    actions.initialize(repeating: sigaction(), count: 65)
    return actions
  }()

  static func arm() {
    if !isInstalled.exchange(true, ordering: .relaxed) { install() }
    isArmed.store(true, ordering: .relaxed)
  }

  static func disarm() {
    isArmed.store(false, ordering: .relaxed)
  }

  private static func install() {
    atexit { CrashGuard.restore() }
    for signal in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_sigaction = { signal, info, _ in
        CrashGuard.restore()
        sigaction(signal, CrashGuard.earlier + Int(signal), nil)
        // A fault comes again when the handler returns to what caused it; a signal that
        // was sent, as `abort` does, has to be sent again.
        if let info, info.pointee.si_code <= 0 { raise(signal) }
      }
      action.sa_flags = SA_SIGINFO
      sigaction(signal, &action, earlier + Int(signal))
    }
  }

  /// Restores the screen once, whoever calls.
  ///
  /// ncurses calls `endwin` in its own signal handlers; it allocates nothing there.
  private static func restore() {
    guard isArmed.exchange(false, ordering: .relaxed) else { return }
    endwin()
  }
}
