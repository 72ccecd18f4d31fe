import Moderation
import Queueing

/// Events without rhyme or reason: every field takes any value, and often an extreme one.
struct RandomEvents {
  private var random: RandomStream
  /// Subjects that may come again.
  private var known: [Subject] = []
  private var time: Microseconds = 0

  init(seed: UInt64) { random = RandomStream(seed: seed, name: "random events") }

  mutating func events(_ count: Int) -> [Event] { (0..<count).map { _ in event() } }

  private mutating func event() -> Event {
    // Now and then time goes back, which no log has: the codec must not care.
    time &+= flip(0.3) ? 0 : flip(0.02) ? Int64(bitPattern: random.next()) : number(1 << 24)
    return Event(time: time, fact: fact())
  }

  private mutating func fact() -> Fact {
    switch random.below(19) {
    case 0: .passed(signatory: short(), kind: one(of: SubjectKind.allCases), count: long())
    case 1: .changed(subject(), transition())
    case 2: .queued(subject(), transition(), placement())
    case 3: .merged(subject(), one(of: Cause.allCases), one(of: Standing.allCases))
    case 4: .claimed(subject(), placement())
    case 5: .released(subject(), placement())
    case 6: .decided(subject(), transition(), placement())
    case 7: .withdrawn(subject(), transition(), placement())
    case 8: .hashed(subject())
    case 9: .unhashed(subject())
    case 10: .reportedToAuthority(subject())
    case 11: .requested(request())
    case 12: .answered(request(), answer())
    case 13: .decryptionOrdered(order())
    case 14: .decryptionAnswered(order(), one(of: DecryptionOrder.Answer.allCases))
    case 15: .staffed(station: short(), moderators: short())
    case 16: .resting(station: short(), moderators: short())
    case 17: .shockEnded(byte())
    default: .intervened(intervention())
    }
  }

  private mutating func subject() -> Subject {
    if !known.isEmpty, flip(0.6) {
      let subject = one(of: known)
      if flip(0.95) { return subject }
      // The same number for another one.
      return Subject(
        id: subject.id, signatory: Int(short()), kind: subject.kind, policy: Int(byte()),
        truth: one(of: Truth.allCases), origin: one(of: Origin.allCases))
    }
    let subject = Subject(
      id: long(), signatory: Int(short()), kind: one(of: SubjectKind.allCases),
      policy: Int(byte()), truth: one(of: Truth.allCases), origin: one(of: Origin.allCases))
    known.append(subject)
    return subject
  }

  private mutating func transition() -> Transition {
    Transition(
      from: one(of: Standing.allCases), to: one(of: Standing.allCases),
      cause: one(of: Cause.allCases), flags: Transition.Flags(rawValue: byte()), seen: float(),
      ahead: float(), age: long(), sinceFlag: long())
  }

  private mutating func placement() -> Placement {
    let since = flip(0.3) ? time : flip(0.5) ? time &- number(1 << 40) : wide()
    return Placement(queue: Int(byte()), source: one(of: ReviewSource.allCases), since: since)
  }

  private mutating func request() -> InformationRequest {
    InformationRequest(
      number: long(), signatory: Int(short()), hoursBack: long(), followsReport: flip(0.5))
  }

  private mutating func answer() -> InformationRequest.Answer {
    flip(0.3) ? .expired : flip(0.5) ? .refused : .disclosed(records: long())
  }

  private mutating func order() -> DecryptionOrder {
    DecryptionOrder(number: long(), signatory: Int(short()))
  }

  private mutating func intervention() -> Intervention {
    let kind = one(of: SubjectKind.allCases)
    return switch random.below(6) {
    case 0: .shock(byte())
    case 1: .removeAt(policy: byte(), kind: kind, score: float())
    case 2: .reviewAt(policy: byte(), kind: kind, score: float())
    case 3: .staffing(team: byte(), percent: short())
    case 4: .discipline(queue: byte(), one(of: QueueDiscipline.allCases))
    default: .target(queue: byte(), seconds: long())
    }
  }

  // MARK: Values

  private mutating func flip(_ chance: Double) -> Bool { random.uniform() < chance }

  private mutating func one<Element>(of all: [Element]) -> Element {
    all[Int(random.below(UInt32(all.count)))]
  }

  private mutating func number(_ bound: Int64) -> Int64 {
    Int64(random.uniform() * Double(bound))
  }

  private mutating func wide() -> Int64 {
    flip(0.2) ? one(of: [.min, .max, 0, -1]) : Int64(bitPattern: random.next())
  }

  private mutating func long() -> UInt32 {
    flip(0.2)
      ? one(of: [0, 1, .max, .max - 1])
      : UInt32(truncatingIfNeeded: random.next()) >> random.below(32)
  }

  private mutating func short() -> UInt16 { UInt16(truncatingIfNeeded: long()) }
  private mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: long()) }

  private mutating func float() -> Float {
    flip(0.3)
      ? one(of: [0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude])
      : Float(bitPattern: long())
  }
}

/// Equality to the bit: of numbers that are not numbers as well.
extension Event {
  func isSame(as other: Event) -> Bool {
    var first = LogFingerprint()
    var second = LogFingerprint()
    first.add(self)
    second.add(other)
    return first == second && bits(self) == bits(other)
  }

  private func bits(_ event: Event) -> String {
    var text = ""
    dump(event, to: &text)
    // A text shows neither the sign of 0 nor the bits of what is not a number.
    if let transition = event.fact.transition {
      text += "\(transition.seen.bitPattern) \(transition.ahead.bitPattern)"
    }
    if case .intervened(.removeAt(_, _, let score)) = event.fact { text += "\(score.bitPattern)" }
    if case .intervened(.reviewAt(_, _, let score)) = event.fact { text += "\(score.bitPattern)" }
    return text
  }
}
