import Moderation
import Queueing

/// What follows from acting against a subject: hashes, strikes, appeals, reports to the
/// authority; and what follows from undoing it.
extension RegimeModel {
  /// Removes a subject without a moderator.
  mutating func remove(
    _ row: CaseTable.Row, _ cause: Cause, at now: Microseconds, _ log: inout [Event]
  ) {
    let transition = move(row, to: .removed, cause, at: now)
    log.append(Event(time: now, fact: .changed(cases[row].subject, transition)))
    followUp(row, at: now, &log)
    if cause == .hashBank { noteBlocked(row) }
    close(row)
  }

  /// Lets happen what follows from a removal or restriction.
  mutating func followUp(_ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]) {
    considerAppeal(row, at: now)
    guard cases[row].standing == .removed else { return }
    // What a hash has blocked has one, and was never published.
    if cases[row].actionCause != .hashBank {
      if let bank = hashBank, cases[row].item != Circulation.none {
        schedule(.hash, row, after: Double(bank.delay), at: now)
      }
      strike(row, at: now, &log)
    }
    considerReport(row, at: now, &log)
  }

  /// Decides what will come of a removal later.
  private mutating func considerAppeal(_ row: CaseTable.Row, at now: Microseconds) {
    guard let appeals else { return }
    let subject = cases[row].subject
    let isWrong = subject.truth == .lawful
    let share = isWrong ? appeals.shareOfWrongful : appeals.shareOfRightful
    if draws.happens(.appeal, to: subject.id, probability: share) {
      let delay = draws.delay(.appealDelay, of: subject.id, mean: appeals.meanDelay)
      schedule(.appeal, row, after: delay, at: now)
    } else if isWrong,
      draws.happens(.restoring, to: subject.id, probability: appeals.shareRestoredUnasked)
    {
      let delay = draws.delay(.appealDelay, of: subject.id, mean: appeals.meanRestoreDelay)
      schedule(.restore, row, after: delay, at: now)
    }
  }

  /// The owner appeals, unless the action has been undone meanwhile.
  mutating func receiveAppeal(_ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]) {
    guard cases[row].standing.isAction else { return }
    // One who reviews it already must finish first.
    guard cases[row].job == nil else {
      return schedule(.appeal, row, after: Double(TimeUnit.hour), at: now)
    }
    cases[row].mark(.appealed)
    let stay = cases[row].stay(cases[row].actionCause, at: now)
    enterQueue(row, .appeal, stay, at: now, &log)
  }

  /// An audit finds that an action was wrong.
  mutating func restoreUnasked(
    _ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]
  ) {
    guard cases[row].standing.isAction else { return }
    guard cases[row].job == nil else {
      return schedule(.restore, row, after: Double(TimeUnit.hour), at: now)
    }
    reinstate(row, cases[row][.isForgiven] ? .strikes : .audit, at: now, &log)
  }

  /// Undoes an action without a moderator.
  private mutating func reinstate(
    _ row: CaseTable.Row, _ cause: Cause, at now: Microseconds, _ log: inout [Event]
  ) {
    let transition = move(row, to: .reinstated, cause, at: now)
    log.append(Event(time: now, fact: .changed(cases[row].subject, transition)))
    undo(row, at: now, &log)
  }

  /// Takes back what followed from an action that was undone.
  mutating func undo(_ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]) {
    let subject = cases[row].subject
    if !isPoisoned(cases[row].item) { takeOutHash(cases[row].item, of: subject, at: now, &log) }
    takeBackStrike(row, at: now, &log)
  }

  // MARK: Hashes

  /// The hash of what is still removed enters the bank.
  mutating func addHash(_ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]) {
    let subject = cases[row].subject
    guard cases[row].standing == .removed,
      hashBank?.insert(
        cases[row].item, signatory: subject.signatory,
        isDecided: !Cause.automated.contains(cases[row].actionCause)) == true
    else { return }
    log.append(Event(time: now, fact: .hashed(subject)))
  }

  /// Takes the hash of an item out of the bank, if it is in, and gives back what it blocked.
  ///
  /// - Parameter subject: whose hash it is found to be.
  mutating func takeOutHash(
    _ item: Circulation.Item, of subject: Subject, at now: Microseconds, _ log: inout [Event]
  ) {
    guard let blocked = hashBank?.remove(item, signatory: subject.signatory) else { return }
    log.append(Event(time: now, fact: .unhashed(subject)))
    for row in blocked {
      cases[row][.isHostage] = false
      // Whoever undoes the subject's own removal is not done with it.
      if cases[row].subject.id == subject.id { continue }
      restoreUnasked(row, at: now, &log)
      close(row)
    }
  }

  /// Keeps a lawful subject that a hash has blocked, so that it can be given back.
  private mutating func noteBlocked(_ row: CaseTable.Row) {
    let subject = cases[row].subject
    guard subject.truth == .lawful else { return }
    cases[row][.isHostage] = true
    hashBank?.noteBlocked(row, cases[row].item, signatory: subject.signatory)
  }

  /// Forgets what hashes of items block that circulate no more.
  mutating func forgetPastHashes(at now: Microseconds) {
    let circulations = policies.compactMap(\.circulation)
    let past = hashBank?.forget { item in circulations.contains { $0.isPast(item, at: now) } }
    for row in past ?? [] { release(row) }
  }

  // MARK: Strikes

  /// Counts a removal against the account that posted the subject.
  private mutating func strike(
    _ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    guard let account = account(of: subject) else { return }
    guard let strike = strikeBook?.add(to: account, at: now) else { return }
    cases[row].strikeRound = strike.round
    guard strike.suspends else { return }
    let suspended = Subject(
      id: nextSuspension, signatory: Int(subject.signatory), kind: .account,
      policy: Int(subject.policy), truth: account.isOffending ? .violating : .lawful)
    nextSuspension = IDSpace.suspensions | (nextSuspension &+ 1)
    let suspension = open(suspended, Circulation.none, at: now)
    cases[suspension].mark(.suspended)
    cases[suspension][.isHostage] = true
    cases[row][.hasSuspended] = true
    suspensions[row] = suspension
    remove(suspension, .strikes, at: now, &log)
  }

  /// The removal that was a strike has been undone; the account comes back if that strike
  /// was the one that suspended it.
  private mutating func takeBackStrike(
    _ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]
  ) {
    let round = cases[row].strikeRound
    guard round > 0, let account = account(of: cases[row].subject) else { return }
    cases[row].strikeRound = 0
    strikeBook?.takeBack(from: account, of: round)
    guard cases[row][.hasSuspended], let suspension = suspensions.removeValue(forKey: row) else {
      return
    }
    cases[row][.hasSuspended] = false
    if cases[suspension].standing == .removed {
      if cases[suspension].job == nil {
        reinstate(suspension, .strikes, at: now, &log)
      } else {
        // One who reviews an appeal against it must finish first.
        cases[suspension][.isForgiven] = true
        schedule(.restore, suspension, after: Double(TimeUnit.hour), at: now)
      }
    }
    release(suspension)
  }

  /// The account that posted a subject; nil when strikes are not kept or it is an account.
  private mutating func account(of subject: Subject) -> StrikeBook.Account? {
    guard subject.kind != .account else { return nil }
    return strikeBook?.account(of: subject, draws.uniform(.owner, of: subject.id))
  }
}
