import Moderation
import Queueing

#if canImport(Glibc)
  import Glibc
#endif

/// The numbers about an authority's requests that are needed at each event.
struct AuthorityConstants {
  let reportShare: Double
  let requestShare: Double
  /// In microseconds.
  let requestDelay: Double
  /// Requests a microsecond that follow no report.
  let otherRequestRate: Double
  /// In hours.
  let lookback: Double
  /// In microseconds.
  let answerDelay: Double
  let refusedShare: Double

  init(_ authority: AuthorityParameters) {
    let day = Double(TimeUnit.day)
    reportShare = authority.reportShare.value
    requestShare = authority.requestShare.value
    requestDelay = authority.requestDelayDays.value * day
    otherRequestRate = authority.otherRequestsPerDay.value / day
    lookback = authority.lookbackDays.value * 24
    answerDelay = authority.answerHours.value * Double(TimeUnit.hour)
    refusedShare = authority.refusedShare.value
  }
}

/// The numbers about decryption orders that are needed at each event.
struct DecryptionConstants {
  /// Orders a microsecond.
  let rate: Double
  let impossibleShare: Double
  let contestedShare: Double
  /// In microseconds.
  let answerDelay: Double

  init(_ decryption: DecryptionParameters) {
    let day = Double(TimeUnit.day)
    rate = decryption.ordersPerYear.value / (365 * day)
    impossibleShare = decryption.impossibleShare.value
    contestedShare = decryption.contestedShare.value
    answerDelay = decryption.answerDays.value * day
  }
}

/// The chance and the numbering of letters from authorities.
///
/// What becomes of a request is drawn by the account that it asks about, so that one
/// request more or less changes no other.
struct CorrespondenceState {
  /// When requests come that follow no report, and to whom.
  var requests: RandomStream
  var orders: RandomStream
  let lookback: KeyedRandom
  let answerDelay: KeyedRandom
  let refusal: KeyedRandom
  var nextRequest: UInt32 = 0
  var nextOtherRequest: UInt64 = 0
  var nextOrder: UInt32 = 0

  init(seed: UInt64) {
    requests = RandomStream(seed: seed, name: "requests for information")
    orders = RandomStream(seed: seed, name: "decryption orders")
    lookback = KeyedRandom(seed: seed, purpose: "request: lookback")
    answerDelay = KeyedRandom(seed: seed, purpose: "request: answer")
    refusal = KeyedRandom(seed: seed, purpose: "request: refusal")
  }

  /// The account that a request asks about which follows no report: behind all numbers of
  /// subjects.
  mutating func takeOtherAccount() -> UInt64 {
    defer { nextOtherRequest += 1 }
    return 1 << 32 | nextOtherRequest
  }
}

/// Reports to the authority, requests for information and orders to decrypt.
extension RegimeModel {
  mutating func scheduleFirstCorrespondence() {
    if let authority { scheduleRequest(authority.otherRequestRate, at: 0) }
    if let decryption { scheduleDecryptionOrder(decryption.rate, at: 0) }
  }

  /// A removed subject may be reported, and a report followed by a request.
  mutating func considerReport(
    _ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    guard let authority,
      draws.happens(.authorityReport, to: subject.id, probability: authority.reportShare)
    else { return }
    log.append(Event(time: now, fact: .reportedToAuthority(subject)))
    guard draws.happens(.request, to: subject.id, probability: authority.requestShare) else {
      return
    }
    let delay = draws.delay(.request, of: subject.id, mean: authority.requestDelay, turn: 1)
    // The account that posted the subject has its number here.
    send(
      .followUp(signatory: subject.signatory, account: UInt64(subject.id)), after: delay, at: now)
  }

  /// A request comes that follows no report.
  mutating func receiveOtherRequest(at now: Microseconds, _ log: inout [Event]) {
    calendar.removeNext()
    guard let authority else { return }
    scheduleRequest(authority.otherRequestRate, at: now)
    let signatory = signatory(for: correspondence.requests.uniform())
    receiveRequest(
      signatory, account: correspondence.takeOtherAccount(), followsReport: false, authority,
      at: now, &log)
  }

  mutating func receiveDecryptionOrder(at now: Microseconds, _ log: inout [Event]) {
    calendar.removeNext()
    guard let decryption else { return }
    scheduleDecryptionOrder(decryption.rate, at: now)
    let order = DecryptionOrder(
      number: correspondence.nextOrder,
      signatory: signatory(for: correspondence.orders.uniform()))
    correspondence.nextOrder &+= 1
    log.append(Event(time: now, fact: .decryptionOrdered(order)))
    let delay = correspondence.orders.exponential() * decryption.answerDelay
    send(.decryption(order), after: delay, at: now)
  }

  /// A letter arrives, or its answer leaves.
  mutating func handleLetter(_ row: Int, at now: Microseconds, _ log: inout [Event]) {
    calendar.removeNext()
    let letter = letters[row]
    letters.remove(row)
    switch letter {
    case .followUp(let signatory, let account):
      guard let authority else { return }
      receiveRequest(
        Int(signatory), account: account, followsReport: true, authority, at: now, &log)
    case .request(let request, let account, let received):
      answer(request, account: account, received: received, at: now, &log)
    case .decryption(let order): answer(order, at: now, &log)
    }
  }

  private mutating func receiveRequest(
    _ signatory: Int, account: UInt64, followsReport: Bool, _ authority: AuthorityConstants,
    at now: Microseconds, _ log: inout [Event]
  ) {
    let hours = -log1p(-correspondence.lookback.uniform(account)) * authority.lookback
    let request = InformationRequest(
      number: correspondence.nextRequest, signatory: signatory,
      hoursBack: UInt32(min(hours, 0x1p31)), followsReport: followsReport)
    correspondence.nextRequest &+= 1
    log.append(Event(time: now, fact: .requested(request)))
    let delay = -log1p(-correspondence.answerDelay.uniform(account)) * authority.answerDelay
    send(.request(request, account: account, at: now), after: delay, at: now)
  }

  private mutating func answer(
    _ request: InformationRequest, account: UInt64, received: Microseconds,
    at now: Microseconds, _ log: inout [Event]
  ) {
    guard let authority else { return }
    let isRefused = correspondence.refusal.uniform(account) < authority.refusedShare
    let age = now - received + Microseconds(request.hoursBack) * TimeUnit.hour
    guard let answer = metadata?.answer(account: account, age: age, isRefused: isRefused) else {
      return
    }
    log.append(Event(time: now, fact: .answered(request, answer)))
  }

  private mutating func answer(
    _ order: DecryptionOrder, at now: Microseconds, _ log: inout [Event]
  ) {
    guard let decryption else { return }
    let chance = correspondence.orders.uniform()
    let answer: DecryptionOrder.Answer =
      chance < decryption.impossibleShare
      ? .impossible
      : chance < decryption.impossibleShare + decryption.contestedShare ? .contested : .answered
    log.append(Event(time: now, fact: .decryptionAnswered(order, answer)))
  }

  // MARK: Scheduling

  /// Has a letter be on its way; when too many are, the run stops.
  private mutating func send(
    _ letter: LetterTable.Letter, after delay: Double, at now: Microseconds
  ) {
    guard let row = letters.insert(letter) else {
      return stopRun(.tooManyLetters(limit: SlotMap.letterLimit))
    }
    calendar.schedule(
      slots.letter(row), at: now + SimulationClock.nearest(delay), priority: Priority.ordinary)
  }

  private mutating func scheduleRequest(_ rate: Double, at now: Microseconds) {
    guard rate > 0 else { return }
    let delay = correspondence.requests.exponential() / rate
    calendar.schedule(
      slots.request, at: now + SimulationClock.nearest(delay), priority: Priority.ordinary)
  }

  private mutating func scheduleDecryptionOrder(_ rate: Double, at now: Microseconds) {
    guard rate > 0 else { return }
    let delay = correspondence.orders.exponential() / rate
    calendar.schedule(
      slots.decryptionOrder, at: now + SimulationClock.nearest(delay),
      priority: Priority.ordinary)
  }

  /// The signatory that a uniform number chooses, in proportion to the uploads.
  func signatory(for uniform: Double) -> Int {
    var left = uniform
    for (signatory, share) in shares.enumerated() {
      if left < share { return signatory }
      left -= share
    }
    return shares.count - 1
  }
}
