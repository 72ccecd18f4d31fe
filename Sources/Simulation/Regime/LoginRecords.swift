import Moderation
import Queueing

/// The login records of synthetic accounts, each kept until the retention period is over.
///
/// A record is a number in a count; there is nobody whose it is.
struct LoginRecords {
  private let retention: Microseconds
  /// Records of an account a day, on average.
  private let perDay: Double
  private let numbers: KeyedRandom

  init(perDay: Double, retention: Microseconds, seed: UInt64) {
    self.perDay = perDay
    self.retention = retention
    numbers = KeyedRandom(seed: seed, purpose: "login records")
  }

  /// The records of an account on a day; nil when they are no longer kept.
  ///
  /// - Parameters:
  ///   - account: stands for account and day.
  ///   - age: the time since that day ended.
  func read(_ account: UInt64, age: Microseconds, _ permit: consuming AuditLog.Permit) -> UInt32? {
    guard age < retention else { return nil }
    var stream = RandomStream(seed: numbers.bits(account), name: "login records")
    return UInt32(stream.poisson(mean: perDay))
  }
}
