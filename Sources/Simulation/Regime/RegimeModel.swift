import Moderation
import Queueing

/// The regime as a model on the kernel: uploads, screening, reports, orders, review,
/// appeals, and what follows from removals.
///
/// This file holds the state and hands each scheduled event to the mechanism that it
/// belongs to; the mechanisms are the extensions beside it. A value without reference
/// types on its path, so that an event costs no dynamic exclusivity check. Calendar slots
/// are laid out by `SlotMap`.
///
/// What mechanisms call at each event is `mutating` even where it only reads: a value that
/// is read is passed as a copy, and this one is 1,700 bytes.
struct RegimeModel: ~Copyable {
  /// What comes before anything else at the same instant, and the rest.
  enum Priority {
    static let timetable: UInt8 = 0
    static let ordinary: UInt8 = 1
  }

  /// The most subjects that may wait for anything at once: some 250 MB of them.
  static let openLimit = 1_900_000
  /// Far enough from the end of the clock for any delay that a scenario may have.
  private static let lastInstant = SimulationClock.end / 64

  /// Why the run cannot go on; nil while it can.
  private(set) var stop: SourceStop?

  // What does not change during a run.
  let facts: ScenarioFacts
  let policies: [PolicyConstants]
  let shares: [Double]
  /// By `SubjectKind.index`.
  let kinds: [KindConstants]
  let appeals: AppealConstants?
  let review: ReviewConstants
  let authority: AuthorityConstants?
  let decryption: DecryptionConstants?
  let shocks: [ShockParameters]
  let intensity: ArrivalIntensity
  let mix: UploadMix
  let draws: SubjectDraws
  let seed: UInt64
  let slots: SlotMap

  // What users and shocks may change.
  var screening: ScreeningTable
  /// Whether each policy is in force.
  var inForce: [Bool]
  var routing: Routing

  // The state.
  var calendar = EventCalendar(minimumCapacity: 1_024)
  /// Whether the calendar's next event has happened, and another may take its place.
  var isSpent = false
  var uploads: UploadStreams
  /// By signatory.
  var tallies: FixedArray<UploadTally>
  var census: UploadCensus
  var cases = CaseTable()
  var floor: ReviewFloor
  var hashBank: HashBank?
  var strikeBook: StrikeBook?
  /// The accounts that removals have suspended which may yet be undone, by these.
  var suspensions: [CaseTable.Row: CaseTable.Row] = [:]
  var metadata: MetadataStore?
  var watch = WithdrawalWatch()
  var letters = LetterTable()
  var correspondence: CorrespondenceState
  var shockStates: [ShockState]
  var nextShockUpload = IDSpace.shocks
  var nextSuspension = IDSpace.suspensions

  init(_ scenario: Scenario, seed: UInt64) {
    self.seed = seed
    facts = scenario.facts
    shares = scenario.shares
    kinds = scenario.uploads.map { KindConstants($0, scenario.facts.views[$0.kind.index]) }
    appeals = scenario.appeals.map(AppealConstants.init)
    review = ReviewConstants(scenario.review)
    authority = scenario.authority.map(AuthorityConstants.init)
    decryption = scenario.decryption.map(DecryptionConstants.init)
    shocks = scenario.shocks
    intensity = ArrivalIntensity(scenario, seed: seed)
    draws = SubjectDraws(seed: seed)
    policies = scenario.policies.indices.map {
      PolicyConstants(scenario.policies[$0], scenario.facts.policies[$0], index: $0)
    }
    screening = ScreeningTable(scenario.policies)
    inForce = facts.policies.map { $0.startsAt == 0 }
    routing = Routing(scenario)
    let greatest = ReviewFloor.staffing(scenario).flatMap(\.greatest)
    slots = SlotMap(
      signatories: shares.count, teams: facts.teams.count, policies: facts.policies.count,
      shocks: shocks.count, moderators: greatest)
    floor = ReviewFloor(scenario, servers: slots.reviewCount, greatest: greatest)
    mix = UploadMix(scenario)
    uploads = UploadStreams(mix, shares: shares, policies: policies.count, seed: seed)
    let count = shares.count
    census = UploadCensus(signatories: count)
    tallies = FixedArray(count: count) { UploadTally(signatory: $0, of: count, seed: seed) }
    hashBank = scenario.hashBank.map(HashBank.init)
    let surgeAccounts = scenario.shocks.compactMap(\.surgeAccounts).max() ?? 0
    strikeBook = scenario.strikes.map {
      StrikeBook($0, surgeAccounts: surgeAccounts, shares: scenario.shares)
    }
    metadata = scenario.authority.map {
      MetadataStore($0, retention: scenario.facts.retention?.value ?? 0, seed: seed)
    }
    correspondence = CorrespondenceState(seed: seed)
    shockStates = shocks.indices.map { ShockState(index: $0, seed: seed) }
    scheduleFirstEvents()
  }

  /// Ends the run before its next event.
  mutating func stopRun(_ reason: SourceStop) { stop = stop ?? reason }

  /// See `EventSource.advance`.
  mutating func advance(
    to horizon: Microseconds, limit: Int, into log: inout [Event]
  ) -> Microseconds {
    while true {
      let isUpload = uploads.nextTime < calendar.nextTime
      let now = isUpload ? uploads.nextTime : calendar.nextTime
      if watch.nextTime <= min(now, horizon) {
        lookAtWaiting()
        continue
      }
      if now > horizon || calendar.isEmpty { return horizon }
      if cases.count >= Self.openLimit { stop = .tooManyOpenSubjects(limit: Self.openLimit) }
      if now > Self.lastInstant { stop = .endOfTime }
      if stop != nil || log.count >= limit { return now - 1 }
      if isUpload {
        receiveUpload(at: now, &log)
        continue
      }
      handle(slots.meaning(of: calendar.nextSlot), at: now, &log)
      if isSpent {
        isSpent = false
        calendar.removeNext()
      }
    }
  }

  @inline(__always)
  private mutating func handle(
    _ meaning: SlotMap.Meaning, at now: Microseconds, _ log: inout [Event]
  ) {
    switch meaning {
    case .step(let step, let row): take(step, row, at: now, &log)
    case .review(let station, let server): finishReview(station, server, at: now, &log)
    case .tally(let signatory): tally(signatory, at: now, &log)
    case .ranking: rankByViewsAnew(at: now)
    case .shift(let team): changeShift(team, at: now, &log)
    case .policy(let policy):
      calendar.removeNext()
      enforce(policy, at: now)
    case .shockBegins(let shock):
      calendar.removeNext()
      beginShock(shock, at: now, &log)
    case .shockEnds(let shock):
      calendar.removeNext()
      endShock(shock, at: now, &log)
    case .shockUpload(let shock): receiveShockUpload(shock, at: now, &log)
    case .request: receiveOtherRequest(at: now, &log)
    case .decryptionOrder: receiveDecryptionOrder(at: now, &log)
    case .letter(let row): handleLetter(row, at: now, &log)
    }
  }

  /// Lets happen what the calendar holds for a case.
  private mutating func take(
    _ step: Step, _ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]
  ) {
    isSpent = true
    cases[row].pendingSteps -= 1
    switch step {
    case .report: receiveReport(row, at: now, &log)
    case .order: receiveOrder(row, at: now, &log)
    case .withdraw: withdraw(row, at: now, &log)
    case .appeal: receiveAppeal(row, at: now, &log)
    case .restore: restoreUnasked(row, at: now, &log)
    case .hash: addHash(row, at: now, &log)
    }
    close(row)
  }
}
