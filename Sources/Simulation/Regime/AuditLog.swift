import Moderation

/// The audit log of accesses to login records, which alone gives permits to read them.
///
/// Its entries are the `answered` events; here they are counted.
struct AuditLog {
  /// What a reader of records must show, and uses up.
  ///
  /// Only this file can make one, and only by an entry: so there is no other path to the
  /// records, and the compiler holds the model to it.
  struct Permit: ~Copyable {
    fileprivate init() {}
  }

  private(set) var entries = 0

  /// Enters an access; the permit is for that one.
  mutating func enter() -> Permit {
    entries += 1
    return Permit()
  }
}
