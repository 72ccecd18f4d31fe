import CNcurses
import Glibc
import Synchronization

/// Gives the terminal back, also when the process ends without `close`.
///
/// That covers `exit` and the signals of a crash: a trap (as of `fatalError` and a failed
/// precondition), a wild pointer, `abort`. Does not cover SIGKILL, an overflow of the
/// stack, and a crash inside ncurses itself. A crash on another thread in the middle of
/// a frame may leave some of the frame behind.
enum ScreenGuard {
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

  /// To be called when ncurses has taken the screen.
  static func arm() {
    if !isInstalled.exchange(true, ordering: .relaxed) { install() }
    HeldErrors.hold()
    isArmed.store(true, ordering: .relaxed)
  }

  private static func install() {
    atexit { ScreenGuard.restore() }
    for signal in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_sigaction = { signal, info, _ in
        ScreenGuard.restore()
        sigaction(signal, ScreenGuard.earlier + Int(signal), nil)
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
  static func restore() {
    guard isArmed.exchange(false, ordering: .relaxed) else { return }
    endwin()
    HeldErrors.release()
  }
}
