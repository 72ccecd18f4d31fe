import Moderation
import Queueing

/// Uploads and their screening.
extension RegimeModel {
  /// Has the uploads begin that come from the start.
  mutating func startUploads() {
    uploads.start(intensity)
    setUnnoticedRates(at: 0)
  }

  /// Brings a policy into force: uploads that only it has noticed come one by one now.
  mutating func enforce(_ policy: Int, at now: Microseconds) {
    if inForce[policy] { return }
    inForce[policy] = true
    uploads.start(policy: policy, at: now, intensity)
    setUnnoticedRates(at: now)
  }

  /// Counts from now on as unnoticed what no policy in force notices.
  private mutating func setUnnoticedRates(at now: Microseconds) {
    let perDay = mix.unnoticedPerDay(inForce: inForce)
    for (signatory, share) in shares.enumerated() {
      tallies[signatory].advance(to: now, intensity)
      tallies[signatory].setRates(perDay: perDay.map { $0 * share })
    }
  }

  mutating func receiveUpload(at now: Microseconds, _ log: inout [Event]) {
    let upload = uploads.takeNext(intensity)
    census.noteCame(upload.signatory, upload.kind)
    let truth: Truth = upload.sort == .violating ? .violating : .lawful
    let isScored = upload.sort == .violating || upload.sort == .candidate
    let outcome =
      isScored ? screeningOutcome(of: upload.id, upload.policy, upload.kind, truth) : .passed
    // Half of all are neither suspected nor noticed: the sooner they are done with the better.
    if upload.sort == .candidate, outcome == .passed, isUnnoticed(upload) {
      tallies[upload.signatory].countPassed(upload.kind)
      return
    }
    let (origin, item) = content(of: upload, at: now)
    let subject = Subject(
      id: upload.id, signatory: upload.signatory, kind: upload.kind, policy: upload.policy,
      truth: truth, origin: origin)
    screen(subject, upload.sort, item, outcome, at: now, &log)
  }

  /// Whether a candidate is nothing that the hash bank may hold or that will be reported.
  @inline(__always)
  private mutating func isUnnoticed(_ upload: Upload) -> Bool {
    let isCopy = draws.happens(
      .copy, to: upload.id, probability: policies[upload.policy].copyShare(.candidate))
    let isReported = draws.happens(
      .report, to: upload.id, probability: policies[upload.policy].reportShare(.lawful))
    return !isCopy && !isReported
  }

  /// What a subject's score means for it; `passed` where nothing is screened.
  @inline(__always)
  mutating func screeningOutcome(
    of id: UInt32, _ policy: Int, _ kind: SubjectKind, _ truth: Truth
  ) -> ScreeningOutcome {
    screening.outcome(policy, kind, truth, draws.uniform(.score, of: id))
  }

  /// Screens an upload: by the hash bank, then by what its score means.
  @inline(__always)
  mutating func screen(
    _ subject: Subject, _ sort: UploadClass.Sort, _ item: Circulation.Item,
    _ outcome: ScreeningOutcome, at now: Microseconds, _ log: inout [Event]
  ) {
    if item != Circulation.none, hashBank?.blocks(item, signatory: subject.signatory) == true {
      remove(open(subject, item, at: now), .hashBank, at: now, &log)
      return
    }
    switch outcome {
    case .passed: pass(subject, sort, item, at: now, &log)
    case .removed: remove(open(subject, item, at: now), .screening, at: now, &log)
    case .queued(let isPublished):
      let row = open(subject, item, at: now)
      let standing: Standing = isPublished ? .undecided : .held
      cases[row].flaggedAt = now
      let transition = move(row, to: standing, .screening, at: now)
      enterQueue(row, .screening, transition, at: now, &log)
      close(row)
    }
  }

  /// Publishes a subject; a lawful one that nobody will notice is only counted.
  @inline(__always)
  private mutating func pass(
    _ subject: Subject, _ sort: UploadClass.Sort, _ item: Circulation.Item,
    at now: Microseconds, _ log: inout [Event]
  ) {
    let policy = Int(subject.policy)
    let id = subject.id
    let isReported: Bool
    let isOrdered: Bool
    switch sort {
    case .violating:
      isReported = draws.happens(
        .report, to: id, probability: policies[policy].reportShare(.violating))
      isOrdered = draws.happens(
        .order, to: id, probability: policies[policy].orders?.shareOfViolating ?? 0)
    case .candidate:
      isReported = draws.happens(
        .report, to: id, probability: policies[policy].reportShare(.lawful))
      isOrdered = false
    case .reported: (isReported, isOrdered) = (true, false)
    case .ordered: (isReported, isOrdered) = (false, true)
    case .copy: (isReported, isOrdered) = (false, false)
    }
    if subject.truth == .lawful, !isReported, !isOrdered {
      tallies[Int(subject.signatory)].countPassed(subject.kind)
      return
    }
    let row = open(subject, item, at: now)
    if subject.origin == .variant, knowsOriginal(of: item, signatory: subject.signatory) {
      cases[row].mark(.escapedHash)
    }
    let transition = move(row, to: .unnoticed, .screening, at: now)
    log.append(Event(time: now, fact: .changed(subject, transition)))
    if isReported, let reports = policies[policy].reports {
      let delay = draws.delay(.reportDelay, of: id, mean: reports.meanDelay)
      schedule(.report, row, after: delay, at: now)
    }
    if isOrdered, let orders = policies[policy].orders {
      let delay = draws.delay(.orderDelay, of: id, mean: orders.meanDelay)
      schedule(.order, row, after: delay, at: now)
    }
    close(row)
  }

  /// Whether the hash bank would block what an altered item alters.
  private func knowsOriginal(of item: Circulation.Item, signatory: UInt16) -> Bool {
    hashBank?.blocks(Circulation.original(of: item), signatory: signatory) == true
  }

  /// Takes a subject in of whom there may be more to say.
  mutating func open(
    _ subject: Subject, _ item: Circulation.Item, at now: Microseconds
  ) -> CaseTable.Row {
    let views = kinds[subject.kind.index].views(draws.numbers(for: .views), of: subject.id)
    return cases.insert(Case(subject, item: item, uploadedAt: now, views: Float(views)))
  }

  /// Whether an upload copies an item in circulation, and which.
  @inline(__always)
  private mutating func content(
    of upload: Upload, at now: Microseconds
  ) -> (Origin, Circulation.Item) {
    let (id, sort) = (upload.id, upload.sort)
    let share = policies[upload.policy].copyShare(sort)
    guard sort == .copy || draws.happens(.copy, to: id, probability: share),
      let circulation = policies[upload.policy].circulation
    else { return (.original, Circulation.none) }
    let isViolating = sort == .violating
    // One number, spread anew, says both whether it is altered and how.
    let alteration = draws.uniform(.variant, of: id)
    let isVariant = isViolating && alteration < circulation.variantShare
    let item = circulation.item(
      at: now, isViolating: isViolating, uniform: draws.uniform(.item, of: id),
      variant: isVariant ? alteration / circulation.variantShare : nil)
    return (isVariant ? .variant : .copy, item)
  }

  /// Reports the lawful uploads that passed unnoticed since the last such tally.
  mutating func tally(_ signatory: Int, at now: Microseconds, _ log: inout [Event]) {
    tallies[signatory].advance(to: now, intensity)
    for kind in SubjectKind.allCases {
      let unnoticed = tallies[signatory].takeUnnoticed(kind)
      census.noteCame(signatory, kind, unnoticed)
      var left = unnoticed + tallies[signatory].takePassed(kind)
      census.noteTold(signatory, kind, left)
      while left > 0 {
        // One event holds no greater count.
        let count = UInt32(clamping: left)
        let fact = Fact.passed(signatory: UInt16(signatory), kind: kind, count: count)
        log.append(Event(time: now, fact: fact))
        left -= Int(count)
      }
    }
    census.check(signatory)
    if signatory == 0, now % TimeUnit.day < TimeUnit.hour { forgetPastHashes(at: now) }
    calendar.rescheduleNext(
      slots.tally(signatory), at: now + TimeUnit.hour, priority: Priority.ordinary)
  }
}
