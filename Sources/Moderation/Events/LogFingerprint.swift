import Queueing

/// A 64-bit fingerprint of an event log, the same in every process.
///
/// Each event enters as pairs of words, made of its time and its fact, each pair by one
/// multiplication whose 128 bits are folded: the step of the hash MUM (Makarov 2016), known
/// from wyhash. It tells logs apart; it does not protect against a forger.
public struct LogFingerprint: Equatable, Sendable {
  public private(set) var value: UInt64 = 0x6D6F_6474_6F70_0002
  /// The number of events in it.
  public private(set) var events = 0

  public init() {}

  /// That of a log of so many events, to which more will be added.
  init(value: UInt64, events: Int) {
    self.value = value
    self.events = events
  }

  public mutating func add(_ event: Event) {
    // The odd factor spreads the time over the word, so that the tag hits no bit alone.
    let time = UInt64(bitPattern: event.time) &* 0x9E37_79B9_7F4A_7C15
    switch event.fact {
    case .passed(let signatory, let kind, let count):
      mix(time &+ 1, UInt64(signatory) << 40 | UInt64(kind.rawValue) << 32 | UInt64(count))
    case .changed(let subject, let transition):
      mix(time &+ 2, subject)
      mix(transition)
    case .queued(let subject, let transition, let placement):
      mix(time &+ 3, subject)
      mix(transition)
      mix(placement)
    case .merged(let subject, let cause, let standing, let isValid):
      let marks = UInt64(cause.rawValue) << 8 | UInt64(standing.rawValue) << 16
      mix(time &+ (4 | marks | (isValid ? 1 << 24 : 0)), subject)
    case .claimed(let subject, let placement):
      mix(time &+ 5, subject)
      mix(placement)
    case .released(let subject, let placement):
      mix(time &+ 6, subject)
      mix(placement)
    case .decided(let subject, let transition, let placement):
      mix(time &+ 7, subject)
      mix(transition)
      mix(placement)
    case .withdrawn(let subject, let transition, let placement):
      mix(time &+ 8, subject)
      mix(transition)
      mix(placement)
    case .hashed(let subject): mix(time &+ 9, subject)
    case .unhashed(let subject): mix(time &+ 10, subject)
    case .reportedToAuthority(let subject): mix(time &+ 11, subject)
    case .requested(let request):
      mix(time &+ 12, request.word)
      mix(UInt64(request.hoursBack), 1)
    case .answered(let request, let answer):
      mix(time &+ (13 | answer.word << 8), request.word)
      mix(UInt64(request.hoursBack), 2)
    case .decryptionOrdered(let order): mix(time &+ 14, order.word)
    case .decryptionAnswered(let order, let answer):
      mix(time &+ (15 | UInt64(answer.rawValue) << 8), order.word)
    case .staffed(let station, let moderators):
      mix(time &+ 16, UInt64(station) << 16 | UInt64(moderators))
    case .resting(let station, let moderators):
      mix(time &+ 17, UInt64(station) << 16 | UInt64(moderators))
    case .shockEnded(let shock): mix(time &+ 18, UInt64(shock))
    case .intervened(let intervention): mix(time &+ 19, intervention.word)
    }
    events += 1
  }

  /// Sixteen hexadecimal digits.
  public var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  @inline(__always)
  private mutating func mix(_ first: UInt64, _ second: UInt64) {
    let product = (value ^ first).multipliedFullWidth(by: second ^ 0xA076_1D64_78BD_642F)
    value = product.high ^ product.low &+ 0xE703_7ED1_A0B4_28DB
  }

  @inline(__always)
  private mutating func mix(_ first: UInt64, _ subject: Subject) {
    mix(
      first &+ UInt64(subject.policy) << 32,
      UInt64(subject.id) << 32 | UInt64(subject.signatory) << 16
        | UInt64(subject.kind.rawValue) << 8 | UInt64(subject.origin.rawValue) << 4
        | UInt64(subject.truth.rawValue))
  }

  @inline(__always)
  private mutating func mix(_ transition: Transition) {
    let marks =
      UInt64(transition.from.rawValue) << 24 | UInt64(transition.to.rawValue) << 16
      | UInt64(transition.cause.rawValue) << 8 | UInt64(transition.flags.rawValue)
    mix(
      UInt64(transition.seen.bitPattern) << 32 | UInt64(transition.ahead.bitPattern),
      (UInt64(transition.age) << 32 | UInt64(transition.sinceFlag))
        ^ marks &* 0xD6E8_FEB8_6659_FD93)
  }

  @inline(__always)
  private mutating func mix(_ placement: Placement) {
    mix(
      UInt64(bitPattern: placement.since),
      UInt64(placement.queue) << 8 | UInt64(placement.source.rawValue))
  }
}

extension InformationRequest {
  fileprivate var word: UInt64 {
    UInt64(number) << 32 | UInt64(signatory) << 8 | (followsReport ? 1 : 0)
  }
}

extension InformationRequest.Answer {
  fileprivate var word: UInt64 {
    switch self {
    case .disclosed(let records): 1 | UInt64(records) << 8
    case .expired: 2
    case .refused: 3
    }
  }
}

extension DecryptionOrder {
  fileprivate var word: UInt64 { UInt64(number) << 32 | UInt64(signatory) }
}

extension Intervention {
  fileprivate var word: UInt64 {
    switch self {
    case .shock(let index): 1 | UInt64(index) << 8
    case .removeAt(let policy, let kind, let score):
      2 | UInt64(policy) << 8 | UInt64(kind.rawValue) << 16 | UInt64(score.bitPattern) << 32
    case .reviewAt(let policy, let kind, let score):
      3 | UInt64(policy) << 8 | UInt64(kind.rawValue) << 16 | UInt64(score.bitPattern) << 32
    case .staffing(let team, let percent): 4 | UInt64(team) << 8 | UInt64(percent) << 16
    case .discipline(let queue, let discipline):
      5 | UInt64(queue) << 8 | UInt64(discipline.rawValue) << 16
    case .target(let queue, let seconds): 6 | UInt64(queue) << 8 | UInt64(seconds) << 16
    }
  }
}
