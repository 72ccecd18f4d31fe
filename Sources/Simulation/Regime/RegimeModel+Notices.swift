import Moderation
import Queueing

/// What others say about published subjects: reports of users and trusted flaggers, and
/// removal orders of an authority.
extension RegimeModel {
  /// A report comes in: it opens a job, or joins the one that there is.
  mutating func receiveReport(
    _ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    guard let reports = policies[Int(subject.policy)].reports else { return }
    let turn = UInt64(cases[row].turn)
    let isTrusted = draws.happens(
      .reporter, to: subject.id, probability: reports.trustedShare(subject.truth), turn: turn)
    let cause: Cause = isTrusted ? .trustedReport : .report
    cases[row].mark(.reported)
    notice(row, cause, isTrusted ? .trustedReport : .report, at: now, &log)
    scheduleFurtherReport(row, reports, turn, at: now)
  }

  /// One more report follows with a fixed probability, so their number is geometric.
  private mutating func scheduleFurtherReport(
    _ row: CaseTable.Row, _ reports: ReportConstants, _ turn: UInt64, at now: Microseconds
  ) {
    let id = cases[row].subject.id
    // Nobody reports what he cannot see.
    guard cases[row].standing.isVisible, cases[row].turn < .max,
      draws.happens(.furtherReports, to: id, probability: reports.furtherShare, turn: turn)
    else { return }
    cases[row].turn += 1
    let delay = draws.delay(.reportDelay, of: id, mean: reports.meanDelay, turn: turn + 1)
    schedule(.report, row, after: delay, at: now)
  }

  /// An authority orders a removal.
  mutating func receiveOrder(
    _ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    guard let orders = policies[Int(subject.policy)].orders else { return }
    // What is decided upon a second time already has its answer first.
    if let job = cases[row].job, !isFirstDecision(row, job) {
      return schedule(.order, row, after: Double(TimeUnit.hour), at: now)
    }
    cases[row].mark(.ordered)
    if subject.truth == .violating,
      draws.happens(.orderValidity, to: subject.id, probability: orders.validShare)
    {
      cases[row].mark(.validOrder)
    }
    cases[row].orderDue = now + orders.deadline
    notice(row, .order, .order, at: now, &log)
    rankAnew(row, at: now)
  }

  /// Whether a job will end the wait for a first decision.
  private mutating func isFirstDecision(_ row: CaseTable.Row, _ job: Placement) -> Bool {
    job.source.isFirstReview || job.source == .escalation && !cases[row][.isReconsidered]
  }

  /// Has a published subject wait for a decision, unless it does already or was acted upon.
  ///
  /// A report about what a moderator kept is answered by that decision; only an order has
  /// it decided upon again.
  private mutating func notice(
    _ row: CaseTable.Row, _ cause: Cause, _ source: ReviewSource, at now: Microseconds,
    _ log: inout [Event]
  ) {
    let standing = cases[row].standing
    let isOpen =
      cause == .order ? standing.isVisible && standing != .restricted : standing == .unnoticed
    guard cases[row].job == nil, isOpen else {
      let isValid = cause == .order && cases[row].flags.has(.validOrder)
      log.append(
        Event(time: now, fact: .merged(cases[row].subject, cause, standing, isValid: isValid)))
      return
    }
    if cases[row].flaggedAt < 0 { cases[row].flaggedAt = now }
    let transition = move(row, to: .undecided, cause, at: now)
    enterQueue(row, source, transition, at: now, &log)
  }
}
