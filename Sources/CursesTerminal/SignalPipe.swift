import Glibc
import Synchronization

/// Signals as bytes in a pipe, which a Dispatch source on the main queue can read.
///
/// Dispatch's own signal sources take hold only some time after `resume`, and until
/// then a SIGTERM kills the process with the screen still up. A handler is in place
/// when `catchSignals` returns. It may run on any thread: Dispatch's threads block most
/// signals, the first thread blocks none, also in `dispatchMain`.
enum SignalPipe {
  private static let writeEnd = Atomic<Int32>(-1)

  /// Catches signals from now on; returns the end of the pipe to read numbers from.
  ///
  /// A full pipe drops signals: 64 Ki of them would have to wait.
  static func catchSignals(_ signals: [Int32]) -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    writeEnd.store(ends[1], ordering: .sequentiallyConsistent)
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { SignalPipe.write($0) }
      action.sa_flags = SA_RESTART
      var earlier = sigaction()
      sigaction(signal, &action, &earlier)
      // Whoever started us wants it ignored, as `nohup` does; that is kept.
      if Self.isIgnored(earlier) { sigaction(signal, &earlier, nil) }
      sigaddset(&set, signal)
    }
    // A parent may have left them blocked.
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    return ends[0]
  }

  /// The signals caught since the last call, in their order.
  static func read(from end: Int32) -> [Int32] {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = Glibc.read(end, &bytes, bytes.count)
    return bytes.prefix(max(0, count)).map { Int32($0) }
  }

  /// Lets a signal do what it does to a program that does not catch it.
  ///
  /// Returns only if the process goes on: after a stop, or where the signal is ignored,
  /// as a stop is when no shell could continue the process. The signal goes to the
  /// calling thread, so a stop takes effect before this returns.
  static func raiseDefault(_ signal: Int32) {
    var standard = sigaction()
    standard.__sigaction_handler.sa_handler = SIG_DFL
    var caught = sigaction()
    sigaction(signal, &standard, &caught)
    var set = sigset_t()
    var blocked = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_UNBLOCK, &set, &blocked)
    raise(signal)
    pthread_sigmask(SIG_SETMASK, &blocked, nil)
    sigaction(signal, &caught, nil)
  }

  /// Lets a signal do what it does to all programs of the job, this one last.
  static func raiseDefaultInGroup(_ signal: Int32) {
    var ignored = sigaction()
    ignored.__sigaction_handler.sa_handler = SIG_IGN
    var caught = sigaction()
    sigaction(signal, &ignored, &caught)
    kill(0, signal)
    raiseDefault(signal)
    sigaction(signal, &caught, nil)
  }

  /// Does something while signals have their default actions.
  ///
  /// The calling thread takes them too: one that waits when the process is continued
  /// then comes before anything that this thread does.
  static func withDefaults(for signals: [Int32], _ body: () -> Void) {
    var set = sigset_t()
    var blocked = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    let caught = signals.map { signal in
      var standard = sigaction()
      standard.__sigaction_handler.sa_handler = SIG_DFL
      var earlier = sigaction()
      sigaction(signal, nil, &earlier)
      if !isIgnored(earlier) { sigaction(signal, &standard, nil) }
      return earlier
    }
    pthread_sigmask(SIG_UNBLOCK, &set, &blocked)
    body()
    pthread_sigmask(SIG_SETMASK, &blocked, nil)
    for (signal, var action) in zip(signals, caught) { sigaction(signal, &action, nil) }
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Runs in a signal handler: only what is safe there.
  private static func write(_ signal: Int32) {
    let saved = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = Glibc.write(writeEnd.load(ordering: .relaxed), &byte, 1)
    errno = saved
  }
}
