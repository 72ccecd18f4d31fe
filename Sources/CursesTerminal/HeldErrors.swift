import Glibc
import Synchronization

/// Keeps what is written to standard error off the screen, and shows it afterwards.
///
/// A line written there would stand in the middle of the dashboard, and the reason of a
/// trap would go with the alternate screen. Holds up to 64 KiB, the size of a pipe, and
/// drops what comes then. Standard error that is not a terminal is left alone.
enum HeldErrors {
  private static let original = Atomic<Int32>(-1)
  private static let held = Atomic<Int32>(-1)

  static func hold() {
    guard original.load(ordering: .relaxed) == -1, isatty(STDERR_FILENO) == 1 else { return }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    let copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    if copy == -1 {
      close(ends[0])
    } else {
      held.store(ends[0], ordering: .relaxed)
      original.store(copy, ordering: .relaxed)
      dup2(ends[1], STDERR_FILENO)
    }
    close(ends[1])
  }

  /// Writes what was held to the terminal, and lets everything later pass.
  ///
  /// Safe in a signal handler.
  static func release() {
    let terminal = original.exchange(-1, ordering: .relaxed)
    guard terminal != -1 else { return }
    dup2(terminal, STDERR_FILENO)
    close(terminal)
    let end = held.exchange(-1, ordering: .relaxed)
    // Up to a kilobyte a temporary allocation is on the stack.
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
      while case let count = read(end, buffer.baseAddress, buffer.count), count > 0 {
        _ = write(STDERR_FILENO, buffer.baseAddress, count)
      }
    }
    close(end)
  }
}
