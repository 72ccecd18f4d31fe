import Moderation
import Queueing

/// How a shock is doing.
struct ShockState {
  private let name: String
  private let seed: UInt64
  /// How often it has begun.
  private(set) var runs = 0
  /// When it ends; nil while it does not last.
  var end: Microseconds?
  /// Uploads that it brings a microsecond.
  var rate = 0.0
  var stream: RandomStream
  /// The item that all its uploads copy.
  private(set) var item = Circulation.none
  /// Who took it up into the bank if that is shared: a uniform number that chooses him.
  private(set) var origin = 0.0

  init(index: Int, seed: UInt64) {
    name = "shock \(index)"
    self.seed = seed
    stream = RandomStream(seed: seed, name: name)
    base = UInt64(0x80 + index) << 56
  }

  private let base: UInt64

  /// Begins once more, with chance and an item of its own.
  mutating func begin() {
    stream = RandomStream(seed: seed, name: "\(name), run \(runs)")
    runs += 1
    origin = stream.uniform()
    item = base | UInt64(runs & 0xFF_FFFF) << 16
  }
}

/// Shocks, and other changes that a user or the scenario makes to a running regime.
extension RegimeModel {
  /// The share of the moderators that has come.
  var presentShare: Double {
    var present = 1.0
    for (index, shock) in shocks.enumerated() where shockStates[index].end != nil {
      if case .absence(let share) = shock { present *= 1 - share.value }
    }
    return present
  }

  /// Changes the regime at an instant up to which the model has advanced.
  mutating func apply(
    _ intervention: Intervention, at now: Microseconds, _ log: inout [Event]
  ) {
    switch intervention {
    case .shock(let index):
      beginShock(Int(index), at: now, &log)
      return
    case .removeAt(let policy, let kind, let score):
      screening.setRemoveAt(Double(score), policy: Int(policy), kind)
    case .reviewAt(let policy, let kind, let score):
      screening.setReviewAt(Double(score), policy: Int(policy), kind)
    case .staffing(let team, let percent): floor.setPercent(Int(percent), of: Int(team))
    case .discipline(let queue, let discipline):
      routing.setDiscipline(discipline, of: Int(queue))
    case .target(let queue, let seconds):
      routing.setTarget(Microseconds(seconds) * TimeUnit.second, of: Int(queue))
    }
    log.append(Event(time: now, fact: .intervened(intervention)))
    switch intervention {
    case .staffing(let team, _): staff(Int(team), at: now, &log)
    case .discipline(let queue, _), .target(let queue, _):
      rankAnew(team: routing.team(of: Int(queue)), at: now)
    case .shock, .removeAt, .reviewAt: break
    }
  }

  mutating func beginShock(_ index: Int, at now: Microseconds, _ log: inout [Event]) {
    guard shockStates[index].end == nil else { return }
    log.append(Event(time: now, fact: .intervened(.shock(UInt8(index)))))
    let duration = facts.shocks[index].duration
    shockStates[index].begin()
    shockStates[index].end = now + duration
    switch shocks[index] {
    case .newLaw(let policy):
      enforce(policy, at: now)
      // It lasts: the state alone is over.
      shockStates[index].end = nil
      log.append(Event(time: now, fact: .shockEnded(UInt8(index))))
      return
    case .absence: staffAll(at: now, &log)
    case .reuploadSurge(_, _, let copies, _, _, _), .bulkError(_, _, let copies):
      bringUploads(index, copies.value, at: now)
    case .poisonedHash(let policy, let kind, let copies):
      poison(index, policy, kind, at: now, &log)
      bringUploads(index, copies.value, at: now)
    }
    calendar.schedule(
      slots.shockEnds(index), at: now + duration, priority: Priority.timetable)
  }

  mutating func endShock(_ index: Int, at now: Microseconds, _ log: inout [Event]) {
    shockStates[index].end = nil
    switch shocks[index] {
    case .absence: staffAll(at: now, &log)
    case .poisonedHash(let policy, let kind, _):
      cure(index, policy, kind, at: now, &log)
    case .reuploadSurge, .bulkError, .newLaw: break
    }
    log.append(Event(time: now, fact: .shockEnded(UInt8(index))))
  }

  /// An upload that a shock brings.
  mutating func receiveShockUpload(_ index: Int, at now: Microseconds, _ log: inout [Event]) {
    calendar.removeNext()
    guard let end = shockStates[index].end else { return }
    scheduleShockUpload(index, at: now)
    switch shocks[index] {
    case .reuploadSurge(let policy, let kind, _, _, let variantShare, let variants):
      let chance = shockStates[index].stream.uniform()
      let alteration = shockStates[index].stream.uniform() * Double(variants.value)
      let isVariant = chance < variantShare.value
      let original = shockStates[index].item
      let item = isVariant ? Circulation.alteration(alteration, of: original) : original
      let subject = shockSubject(
        index, policy, kind, .violating, isVariant ? .variant : .copy)
      guard inForce[policy] else { return countUnpoliced(subject) }
      let outcome = screeningOutcome(of: subject.id, policy, kind, .violating)
      screen(subject, .violating, item, outcome, at: now, &log)
    case .poisonedHash(let policy, let kind, _):
      let subject = shockSubject(index, policy, kind, .lawful, .copy)
      screen(subject, .copy, shockStates[index].item, .passed, at: now, &log)
    case .bulkError(let policy, let kind, _):
      let row = open(
        shockSubject(index, policy, kind, .lawful, .original), Circulation.none, at: now)
      // Whoever appeals does so by himself; the rest is restored when the error is found.
      let chance = shockStates[index].stream.uniform()
      schedule(
        .restore, row, after: Double(end - now) + chance * Double(TimeUnit.hour), at: now)
      remove(row, .bulkError, at: now, &log)
    case .absence, .newLaw: break
    }
  }

  // MARK: What shocks do

  private mutating func countUnpoliced(_ subject: Subject) {
    tallies[Int(subject.signatory)].countPassed(subject.kind)
  }

  private mutating func shockSubject(
    _ index: Int, _ policy: Int, _ kind: SubjectKind, _ truth: Truth, _ origin: Origin
  ) -> Subject {
    let signatory = signatory(for: shockStates[index].stream.uniform())
    census.noteCame(signatory, kind)
    return Subject(
      id: takeShockID(), signatory: signatory, kind: kind, policy: policy, truth: truth,
      origin: origin)
  }

  private mutating func takeShockID() -> UInt32 {
    defer { nextShockUpload = IDSpace.shocks | (nextShockUpload &+ 1) & (IDSpace.shocks - 1) }
    return nextShockUpload
  }

  private mutating func bringUploads(_ index: Int, _ count: Double, at now: Microseconds) {
    shockStates[index].rate = count / Double(max(1, facts.shocks[index].duration))
    scheduleShockUpload(index, at: now)
  }

  private mutating func scheduleShockUpload(_ index: Int, at now: Microseconds) {
    guard shockStates[index].rate > 0, let end = shockStates[index].end else { return }
    let delay = shockStates[index].stream.exponential() / shockStates[index].rate
    let next = now + SimulationClock.nearest(min(delay, 0x1p50))
    guard next < end else { return }
    calendar.schedule(slots.shockUpload(index), at: next, priority: Priority.ordinary)
  }

  /// All signatories, first the one from which a shock's hash comes: only the first to put
  /// it into a bank that all share, or to take it out, does so.
  private func signatories(from index: Int) -> [Int] {
    let first = signatory(for: shockStates[index].origin)
    return Array(first..<shares.count) + Array(0..<first)
  }

  /// A lawful item's hash gets into all banks.
  private mutating func poison(
    _ index: Int, _ policy: Int, _ kind: SubjectKind, at now: Microseconds,
    _ log: inout [Event]
  ) {
    for signatory in signatories(from: index) {
      guard
        hashBank?.insert(
          shockStates[index].item, signatory: UInt16(signatory), isDecided: true) == true
      else { continue }
      let subject = Subject(
        id: takeShockID(), signatory: signatory, kind: kind, policy: policy, truth: .lawful)
      log.append(Event(time: now, fact: .hashed(subject)))
    }
  }

  /// Whether a poisoned hash is that of an item: no single appeal can take it out of all
  /// banks, and it stays until the shock ends.
  mutating func isPoisoned(_ item: Circulation.Item) -> Bool {
    for (index, shock) in shocks.enumerated() where shockStates[index].end != nil {
      if case .poisonedHash = shock, shockStates[index].item == item { return true }
    }
    return false
  }

  private mutating func cure(
    _ index: Int, _ policy: Int, _ kind: SubjectKind, at now: Microseconds,
    _ log: inout [Event]
  ) {
    for signatory in signatories(from: index) {
      let subject = Subject(
        id: takeShockID(), signatory: signatory, kind: kind, policy: policy, truth: .lawful)
      takeOutHash(shockStates[index].item, of: subject, at: now, &log)
    }
  }

  private mutating func staffAll(at now: Microseconds, _ log: inout [Event]) {
    for team in facts.teams.indices { staff(team, at: now, &log) }
  }
}
