import Queueing

/// A 64-bit fingerprint of an event log, the same in every process.
///
/// Each event enters as its canonical three words. The mixing step is the
/// finalizer of SplitMix64 (Steele, Lea and Flood 2014, doi 10.1145/2660193.2660195).
/// It tells logs apart; it does not protect against a forger.
package struct LogFingerprint: Equatable, Sendable {
  package private(set) var value: UInt64 = 0x6D6F_6474_6F70_0001
  /// The number of events in it.
  package private(set) var events = 0

  package init() {}

  package mutating func add(_ event: Event) {
    let (low, high) = event.fact.words
    value = Self.mix(value ^ UInt64(bitPattern: event.time))
    value = Self.mix(value ^ low)
    value = Self.mix(value ^ high)
    events += 1
  }

  /// Sixteen hexadecimal digits.
  package var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    var z = word &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Fact {
  /// The fact as two words: a tag and its particulars.
  ///
  /// Distinct facts have distinct words.
  fileprivate var words: (low: UInt64, high: UInt64) {
    switch self {
    case .passed(let signatory, let kind, let count):
      (1, UInt64(signatory) << 40 | UInt64(kind.rawValue) << 32 | UInt64(count))
    case .screened(let subject, let outcome):
      (2 | UInt64(outcome.rawValue) << 8, subject.word)
    case .reported(let subject): (3, subject.word)
    case .reviewStarted(let subject): (4, subject.word)
    case .decided(let subject, let decision):
      (5 | UInt64(decision.rawValue) << 8, subject.word)
    case .appealed(let subject): (7, subject.word)
    case .appealStarted(let subject): (8, subject.word)
    case .appealDecided(let subject, let outcome):
      (9 | UInt64(outcome.rawValue) << 8, subject.word)
    case .restored(let subject): (10, subject.word)
    case .staffed(let team, let moderators):
      (6, UInt64(team) << 16 | UInt64(moderators))
    }
  }
}

extension Subject {
  fileprivate var word: UInt64 {
    UInt64(id) << 32 | UInt64(signatory) << 16 | UInt64(kind.rawValue) << 8
      | UInt64(truth.rawValue)
  }
}
