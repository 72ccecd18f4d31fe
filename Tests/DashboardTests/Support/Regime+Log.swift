import Moderation
import Queueing

/// What happened in the made-up regime: the same four days each time.
extension Regime {
  private static let subjects = 2_000

  static func projection(_ facts: ScenarioFacts = facts()) -> Projection {
    var chronicle = Chronicle()
    staff(facts, &chronicle)
    for number in 0..<subjects { tell(number, facts, &chronicle) }
    dealWithAuthorities(facts, &chronicle)
    for day in 0..<days {
      for signatory in facts.signatories.indices {
        for kind in SubjectKind.allCases {
          let count = UInt32(4_000_000 / (signatory + 1) / (1 + 8 * kind.index))
          chronicle.note(
            Double(24 * day + 23),
            .passed(signatory: UInt16(signatory), kind: kind, count: count))
        }
      }
    }
    var projection = Projection(facts: facts)
    let now = 81 * TimeUnit.hour + 41 * TimeUnit.minute
    for event in chronicle.log.prefix(while: { $0.time <= now }) { projection.apply(event) }
    projection.advance(to: now)
    return projection
  }

  private static func staff(_ facts: ScenarioFacts, _ chronicle: inout Chronicle) {
    for team in facts.teams.indices {
      for station in facts.stations(of: team) {
        let count = UInt16(team == 0 ? 6 : 20)
        chronicle.note(0, .staffed(station: UInt16(station), moderators: count))
        if station % 3 == 0 {
          chronicle.note(80, .resting(station: UInt16(station), moderators: 1))
        }
      }
    }
    chronicle.note(48, .intervened(.shock(0)))
    chronicle.note(60, .intervened(.staffing(team: 0, percent: 80)))
    chronicle.note(62, .intervened(.target(queue: 0, seconds: 3_600)))
    chronicle.note(70, .intervened(.removeAt(policy: 0, kind: .post, score: 4.5)))
    chronicle.note(72, .shockEnded(0))
    chronicle.note(80, .intervened(.shock(2)))
  }

  /// A number below a hundred that looks like chance, the same each time.
  private static func chance(_ number: Int, _ salt: UInt64) -> Int {
    var bits = (UInt64(number) &+ salt &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 31) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ bits >> 29) % 100)
  }

  /// What becomes of the subject of a number.
  private static func tell(_ number: Int, _ facts: ScenarioFacts, _ chronicle: inout Chronicle) {
    let start = Double(number) * 80 / Double(subjects)
    let way = chance(number, 1)
    let kind = SubjectKind.allCases[way % 10 < 7 ? 0 : way % 10 < 9 ? 1 : 2]
    let policy = chance(number, 2) < 25 ? 1 : 0
    // Screening errs less than moderators do.
    let truth: Truth = chance(number, 3) < (way < 35 ? 92 : 55) ? .violating : .lawful
    let share = chance(number, 4) * chance(number, 5) / 100
    let subject = chronicle.subject(
      at: share * facts.signatories.count / 100, kind, policy: policy, truth,
      way < 20 || way > 30 ? .original : number % 2 == 0 ? .copy : .variant)
    let queue = 2 * policy + min(1, kind.index)
    switch way {
    case ..<15: chronicle.change(subject, start, .arriving, .removed, .screening)
    case ..<25: chronicle.change(subject, start, .arriving, .removed, .hashBank)
    case ..<32: chronicle.change(subject, start, .arriving, .unnoticed, .screening)
    case ..<60: screen(subject, start, number, queue: queue, &chronicle)
    case ..<72: report(subject, start, number, queue: queue, &chronicle)
    case ..<76: order(subject, start, number, queue: queue, &chronicle)
    case ..<90: appeal(subject, start, number, queue: facts.queues.count - 1, &chronicle)
    case ..<94:
      chronicle.change(subject, start, .arriving, .removed, .bulkError)
      if truth == .lawful {
        chronicle.change(subject, start + 9, .removed, .reinstated, .audit, age: 9)
      }
    default:
      chronicle.review(
        subject, start, .screening, queue: queue, wait: start < 76 ? 1 : nil, from: .arriving,
        to: .kept, cause: .review)
    }
  }

  private static func screen(
    _ subject: Subject, _ start: Double, _ number: Int, queue: Int,
    _ chronicle: inout Chronicle
  ) {
    let errs = chance(number, 6) < 8
    chronicle.review(
      subject, start, .screening, queue: queue, wait: Double(chance(number, 7)) / 30,
      from: .arriving, to: (subject.truth == .violating) != errs ? .removed : .kept,
      cause: .review)
  }

  private static func appeal(
    _ subject: Subject, _ start: Double, _ number: Int, queue: Int,
    _ chronicle: inout Chronicle
  ) {
    chronicle.change(subject, start, .arriving, .removed, .screening)
    guard chance(number, 8) < 20 else { return }
    chronicle.review(
      subject, start + 5, .appeal, queue: queue, wait: start < 60 ? 2 : nil, from: .removed,
      to: subject.truth == .lawful ? .reinstated : .removed, cause: .appeal)
  }

  private static func report(
    _ subject: Subject, _ start: Double, _ number: Int, queue: Int,
    _ chronicle: inout Chronicle
  ) {
    chronicle.change(subject, start, .arriving, .unnoticed, .screening)
    chronicle.review(
      subject, start + 1, number % 4 == 0 ? .trustedReport : .report, queue: queue,
      wait: Double(number % 5), from: .unnoticed,
      to: subject.truth == .violating ? .removed : .kept, cause: .review, flags: .reported)
    chronicle.note(start + 1.01, .merged(subject, .report, .undecided))
  }

  private static func order(
    _ subject: Subject, _ start: Double, _ number: Int, queue: Int,
    _ chronicle: inout Chronicle
  ) {
    var flags: Transition.Flags = .ordered
    if subject.truth == .violating { flags.insert(.validOrder) }
    if number % 7 == 0 { flags.insert(.lateOrder) }
    chronicle.change(subject, start, .arriving, .unnoticed, .screening)
    chronicle.review(
      subject, start + 0.5, .order, queue: queue, wait: 0.5, from: .unnoticed,
      to: number % 4 == 0 ? .kept : .removed, cause: .order, flags: flags)
  }

  private static func dealWithAuthorities(
    _ facts: ScenarioFacts, _ chronicle: inout Chronicle
  ) {
    for number in 0..<30 {
      let request = InformationRequest(
        number: UInt32(number), signatory: number % 5, hoursBack: UInt32(24 + 170 * number),
        followsReport: number % 3 > 0)
      chronicle.note(10 + 2 * Double(number), .requested(request))
      let answer: InformationRequest.Answer =
        number > 25 ? .expired : number % 6 == 0 ? .refused : .disclosed(records: UInt32(number))
      if number != 28 { chronicle.note(13 + 2 * Double(number), .answered(request, answer)) }
      let subject = chronicle.subject(at: number % 5, .post, policy: 0, .violating)
      chronicle.change(subject, 1 + Double(number), .arriving, .removed, .screening)
      chronicle.note(2 + Double(number), .reportedToAuthority(subject))
    }
    for number in 0..<4 {
      let order = DecryptionOrder(number: UInt32(number), signatory: number)
      chronicle.note(20 + Double(number), .decryptionOrdered(order))
      let answer = DecryptionOrder.Answer.allCases[number % 3]
      if number < 3 { chronicle.note(40 + Double(number), .decryptionAnswered(order, answer)) }
    }
  }
}
