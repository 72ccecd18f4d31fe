import Moderation
import Queueing

/// Uploads and their screening.
extension RegimeModel {
  mutating func receiveUpload(
    _ signatory: Int, at now: Microseconds, _ log: inout [Event]
  ) {
    let current = classes[choice.index(arrivals[signatory].mark)]
    scheduleArrival(signatory)
    let id = nextUpload
    // Numbers begin again after 2³⁰ subjects, hundreds of years of the pledge.
    nextUpload = (nextUpload &+ 1) & (IDSpace.shocks - 1)
    guard inForce[current.policy] else {
      arrivals[signatory].countPassed(current.kind)
      return
    }
    let (origin, item) = content(of: id, current, at: now)
    let subject = Subject(
      id: id, signatory: signatory, kind: current.kind, policy: current.policy,
      truth: current.sort == .violating ? .violating : .lawful, origin: origin)
    screen(subject, current.sort, item, at: now, &log)
  }

  /// Screens an upload: by the hash bank, then by its score.
  @inline(__always)
  mutating func screen(
    _ subject: Subject, _ sort: UploadClass.Sort, _ item: Circulation.Item,
    at now: Microseconds, _ log: inout [Event]
  ) {
    if item != Circulation.none, hashBank?.blocks(item, signatory: subject.signatory) == true {
      remove(open(subject, item, at: now), .hashBank, at: now, &log)
      return
    }
    guard sort == .violating || sort == .candidate,
      let outcome = screening.outcome(of: subject, draws.uniform(.score, of: subject.id))
    else { return pass(subject, sort, item, at: now, &log) }
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
      arrivals[Int(subject.signatory)].countPassed(subject.kind)
      return
    }
    let row = open(subject, item, at: now)
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

  /// Takes a subject in of whom there may be more to say.
  mutating func open(
    _ subject: Subject, _ item: Circulation.Item, at now: Microseconds
  ) -> CaseTable.Row {
    let views = kinds[subject.kind.index].views(draws.uniform(.views, of: subject.id))
    return cases.insert(Case(subject, item: item, uploadedAt: now, views: Float(views)))
  }

  /// Whether an upload copies an item in circulation, and which.
  @inline(__always)
  private mutating func content(
    of id: UInt32, _ uploadClass: UploadClass, at now: Microseconds
  ) -> (Origin, Circulation.Item) {
    let sort = uploadClass.sort
    let share = policies[uploadClass.policy].copyShare(sort)
    guard sort == .copy || draws.happens(.copy, to: id, probability: share),
      let circulation = policies[uploadClass.policy].circulation
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
    let weight = arrivals[signatory].startTally(at: now, intensity)
    for kind in SubjectKind.allCases {
      var left = arrivals[signatory].takePassed(kind, weight: weight)
      while left > 0 {
        // One event holds no greater count.
        let count = UInt32(clamping: left)
        let fact = Fact.passed(signatory: UInt16(signatory), kind: kind, count: count)
        log.append(Event(time: now, fact: fact))
        left -= Int(count)
      }
    }
    calendar.rescheduleNext(
      slots.tally(signatory), at: now + TimeUnit.hour, priority: Priority.ordinary)
  }

  /// Replaces the arrival that is happening by the one after it.
  @inline(__always)
  private mutating func scheduleArrival(_ signatory: Int) {
    if let time = arrivals[signatory].draw(intensity) {
      calendar.rescheduleNext(slots.arrival(signatory), at: time, priority: Priority.ordinary)
    } else {
      calendar.removeNext()
    }
  }
}
