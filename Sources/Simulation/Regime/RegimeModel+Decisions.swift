import Moderation
import Queueing

/// What moderators decide.
extension RegimeModel {
  /// A moderator decides on a case that he has claimed.
  mutating func decide(
    _ row: CaseTable.Row, _ team: Int, at now: Microseconds, _ log: inout [Event]
  ) {
    guard let job = cases[row].job else { preconditionFailure("a decided case has a job") }
    cases[row].job = nil
    let accuracy = floor.teams[team].accuracy
    switch job.source {
    case .screening, .report, .trustedReport, .order:
      decideFirst(row, job, accuracy, at: now, &log)
    case .escalation: decideEscalation(row, job, accuracy, at: now, &log)
    case .secondReview: reviewAgain(row, job, accuracy, at: now, &log)
    case .appeal: decideAppeal(row, job, accuracy, at: now, &log)
    }
  }

  private mutating func decideFirst(
    _ row: CaseTable.Row, _ job: Placement, _ accuracy: Double, at now: Microseconds,
    _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    let isOrdered = cases[row].flags.has(.ordered)
    if !isOrdered,
      draws.happens(.escalation, to: subject.id, probability: review.escalationShare)
    {
      let stay = cases[row].stay(.escalation, at: now)
      log.append(Event(time: now, fact: .decided(subject, stay, job)))
      enterQueue(row, .escalation, stay, at: now, &log)
      return
    }
    let isAgainst = findsViolating(subject, .decision, accuracy)
    if isOrdered {
      answerOrder(row, job, findsViolating: isAgainst, at: now, &log)
    } else {
      settle(row, job, isAgainst: isAgainst, .review, at: now, &log)
      considerSecondReview(row, job, at: now, &log)
    }
  }

  /// Follows an order, or contests it.
  ///
  /// A valid one about what the moderator finds violating is followed; any other is wrong in
  /// form or in substance, and contested, or followed all the same.
  private mutating func answerOrder(
    _ row: CaseTable.Row, _ job: Placement, findsViolating: Bool, at now: Microseconds,
    _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    let isRight = findsViolating && cases[row].flags.has(.validOrder)
    let contests = draws.happens(
      .contest, to: subject.id, probability: policies[Int(subject.policy)].orders?.contestShare ?? 0
    )
    settle(row, job, isAgainst: isRight || !contests, .order, at: now, &log)
  }

  /// Ends the wait for a decision.
  private mutating func settle(
    _ row: CaseTable.Row, _ job: Placement, isAgainst: Bool, _ cause: Cause,
    at now: Microseconds, _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    let share = policies[Int(subject.policy)].restrictShare
    let isRestricted =
      isAgainst && draws.happens(.restriction, to: subject.id, probability: share)
    let standing: Standing = isRestricted ? .restricted : isAgainst ? .removed : .kept
    let transition = move(row, to: standing, cause, at: now)
    log.append(Event(time: now, fact: .decided(subject, transition, job)))
    if isAgainst { followUp(row, at: now, &log) }
  }

  private mutating func considerSecondReview(
    _ row: CaseTable.Row, _ job: Placement, at now: Microseconds, _ log: inout [Event]
  ) {
    let id = cases[row].subject.id
    guard draws.happens(.secondReview, to: id, probability: review.secondReviewShare) else {
      return
    }
    enterQueue(row, .secondReview, cases[row].stay(.secondReview, at: now), at: now, &log)
  }

  /// A second moderator looks at what the first decided; if he disagrees, a third decides.
  private mutating func reviewAgain(
    _ row: CaseTable.Row, _ job: Placement, _ accuracy: Double, at now: Microseconds,
    _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    let stay = cases[row].stay(.secondReview, at: now)
    log.append(Event(time: now, fact: .decided(subject, stay, job)))
    let isAgainst = findsViolating(subject, .secondDecision, accuracy)
    guard isAgainst != cases[row].standing.isAction else { return }
    cases[row][.isReconsidered] = true
    enterQueue(row, .escalation, stay, at: now, &log)
  }

  private mutating func decideEscalation(
    _ row: CaseTable.Row, _ job: Placement, _ accuracy: Double, at now: Microseconds,
    _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    let isAgainst = findsViolating(subject, .escalationDecision, accuracy)
    let standing = cases[row].standing
    guard cases[row][.isReconsidered] else {
      if cases[row].flags.has(.ordered) {
        return answerOrder(row, job, findsViolating: isAgainst, at: now, &log)
      }
      return settle(row, job, isAgainst: isAgainst, .escalation, at: now, &log)
    }
    cases[row][.isReconsidered] = false
    if isAgainst == standing.isAction {
      let stay = cases[row].stay(.escalation, at: now)
      log.append(Event(time: now, fact: .decided(subject, stay, job)))
    } else if isAgainst {
      settle(row, job, isAgainst: true, .secondReview, at: now, &log)
    } else {
      let transition = move(row, to: .reinstated, .secondReview, at: now)
      log.append(Event(time: now, fact: .decided(subject, transition, job)))
      undo(row, at: now, &log)
    }
  }

  private mutating func decideAppeal(
    _ row: CaseTable.Row, _ job: Placement, _ accuracy: Double, at now: Microseconds,
    _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    if findsViolating(subject, .appealDecision, accuracy) {
      let stay = cases[row].stay(.appeal, at: now)
      log.append(Event(time: now, fact: .decided(subject, stay, job)))
    } else {
      let transition = move(row, to: .reinstated, .appeal, at: now)
      log.append(Event(time: now, fact: .decided(subject, transition, job)))
      undo(row, at: now, &log)
    }
  }

  /// Whether a moderator who is right with this probability finds a violation.
  private mutating func findsViolating(
    _ subject: Subject, _ purpose: SubjectDraws.Purpose, _ accuracy: Double
  ) -> Bool {
    let isRight = draws.uniform(purpose, of: subject.id) < accuracy
    return (subject.truth == .violating) == isRight
  }
}
