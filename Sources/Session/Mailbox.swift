import Synchronization

/// A place for the latest value between one that posts and one that looks.
///
/// A value that nobody took is replaced, so neither side ever waits for the other.
package final class Mailbox<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  package init() {}

  /// Leaves a value; returns whether the box was empty, so that somebody should be told.
  package func post(_ newValue: Value) -> Bool {
    value.withLock { value in
      defer { value = newValue }
      return value == nil
    }
  }

  /// Takes the value out, if there is one.
  package func take() -> Value? {
    value.withLock { value in
      defer { value = nil }
      return value
    }
  }
}
