import Queueing

/// How facts bring a tally forward.
extension Tally {
  private static let day: UInt32 = 86_400

  /// Lawful uploads passed that never become subjects.
  mutating func pass(_ count: Int, isScreened: Bool) {
    self[.uploaded] += count
    if isScreened { self[.screened] += count }
    self[.passedUnnoticed] += count
  }

  /// A subject's standing changes.
  mutating func move(_ subject: Subject, _ transition: Transition, isScreened: Bool) {
    let (from, to) = (transition.from, transition.to)
    if from == to { return }
    if from == .arriving {
      arrive(subject, transition, isScreened: isScreened)
    } else {
      self[from, subject.truth] -= 1
      assert(self[from, subject.truth] >= 0, "\(subject) was not \(from.name)")
    }
    self[to, subject.truth] += 1
    if transition.flags.has(.escapedHash.with(.suspended)), subject.truth == .violating {
      noteSpecial(transition)
    }
    if to.isAction {
      act(subject, transition)
    } else if from.isAction {
      undo(subject, transition)
    }
  }

  /// A subject moves that has a count of its own for where it is.
  private mutating func noteSpecial(_ transition: Transition) {
    let (from, to) = (transition.from, transition.to)
    if transition.flags.has(.escapedHash) {
      self[.variantsMissed] += (to == .unnoticed ? 1 : 0) - (from == .unnoticed ? 1 : 0)
    } else {
      self[.offendersSuspended] += (to == .removed ? 1 : 0) - (from == .removed ? 1 : 0)
    }
  }

  private mutating func arrive(
    _ subject: Subject, _ transition: Transition, isScreened: Bool
  ) {
    if transition.cause == .strikes {
      self[.suspended] += 1
      return
    }
    self[.uploaded] += 1
    if isScreened { self[.screened] += 1 }
    guard subject.truth == .violating, subject.origin != .original else { return }
    self[.copiesArriving] += 1
    if transition.cause == .hashBank { self[.copiesBlocked] += 1 }
  }

  private mutating func act(_ subject: Subject, _ transition: Transition) {
    let wrongful = subject.truth == .lawful ? 1 : 0
    if transition.to == .removed {
      self[removedBy: transition.cause, subject.truth] += 1
    } else {
      self[.restrictions] += 1
      self[.wrongfulRestrictions] += wrongful
    }
    if transition.from.isAction { return }
    self[.actions] += 1
    self[.wrongfulActions] += wrongful
    // A suspension has neither an upload nor views from which to count.
    if transition.cause == .strikes { return }
    if !transition.flags.has(.reported.with(.ordered)) { self[.proactiveActions] += 1 }
    // Views are means: before the first there is less than one.
    if transition.seen < 1 { self[.actionsBeforeView] += 1 }
    if transition.age <= Self.day { self[.actionsWithinDay] += 1 }
  }

  private mutating func undo(_ subject: Subject, _ transition: Transition) {
    let wrongful = subject.truth == .lawful ? 1 : 0
    self[.wrongfulRestored] += wrongful
    switch transition.cause {
    case .appeal: break
    // It comes back with its strike, though for its own appeal it need not.
    case .strikes where transition.flags.has(.appealed): break
    case .audit where transition.flags.has(.appealed): self[.restoredAfterAppeal] += 1
    case .audit:
      self[.restoredUnasked] += 1
      self[.wrongfulRestoredUnasked] += wrongful
    default: self[.wrongfulReversed] += wrongful
    }
  }

  /// A subject enters a queue; its standing is dealt with by `move`.
  ///
  /// - Parameter transition: its cause is what brought the job; of an appeal, what it is
  ///   against.
  mutating func queue(_ subject: Subject, _ transition: Transition, _ source: ReviewSource) {
    switch source {
    case .appeal: appeal(subject, of: transition.cause, transition.to)
    case .escalation:
      self[.escalations] += 1
      if transition.cause == .secondReview { self[.disagreements] += 1 }
    case .order: order(isValid: transition.flags.has(.validOrder))
    case .report, .trustedReport: report(subject, transition.cause)
    case .screening, .secondReview: break
    }
  }

  private mutating func appeal(_ subject: Subject, of cause: Cause, _ standing: Standing) {
    self[.appealed] += 1
    guard subject.truth == .lawful else { return }
    self[.wrongfulAppealed] += 1
    if standing == .removed { self[wrongfulAppealedOf: cause] += 1 }
  }

  /// A report or order arrives that makes no job of its own.
  mutating func merge(
    _ subject: Subject, _ cause: Cause, _ standing: Standing, isValid: Bool
  ) {
    if cause == .order {
      order(isValid: isValid)
      if standing.isAction || standing == .withdrawn { self[.mootOrders] += 1 }
      return
    }
    report(subject, cause)
    self[.mergedReports] += 1
  }

  private mutating func order(isValid: Bool) {
    self[.orders] += 1
    if isValid { self[.validOrders] += 1 }
  }

  private mutating func report(_ subject: Subject, _ cause: Cause) {
    self[.reports] += 1
    if cause == .trustedReport { self[.trustedReports] += 1 }
    if subject.truth == .violating { self[.validReports] += 1 }
  }

  /// A moderator decides; the standing is dealt with by `move`.
  ///
  /// - Parameter wait: the time since the job entered its queue.
  mutating func decide(
    _ subject: Subject, _ transition: Transition, _ source: ReviewSource, after wait: Microseconds
  ) {
    switch source {
    case .secondReview: self[.secondReviews] += 1
    case .appeal:
      self[.appealsDecided] += 1
      if transition.to == .reinstated, transition.from.isAction { self[.overturned] += 1 }
    case .screening, .report, .trustedReport, .order, .escalation: break
    }
    guard transition.from.isPending, !transition.to.isPending else { return }
    self[.reviewed] += 1
    if transition.flags.has(.ordered) { answerOrder(subject, transition) }
    switch source {
    case .report, .trustedReport: handleReport(after: wait)
    case .escalation where transition.flags.has(.reported):
      handleReport(after: Microseconds(transition.sinceFlag) * TimeUnit.second)
    default: break
    }
  }

  private mutating func answerOrder(_ subject: Subject, _ transition: Transition) {
    self[.ordersDecided] += 1
    if transition.flags.has(.lateOrder) { self[.lateOrders] += 1 }
    if transition.to.isAction {
      self[.ordersComplied] += 1
      if subject.truth == .lawful { self[.ordersCompliedWrongly] += 1 }
      if !transition.flags.has(.validOrder) { self[.invalidOrdersComplied] += 1 }
    } else {
      self[.ordersContested] += 1
      if subject.truth == .violating { self[.ordersContestedWrongly] += 1 }
    }
  }

  private mutating func handleReport(after time: Microseconds) {
    if time <= 2 * TimeUnit.hour {
      self[.reportsWithin2Hours] += 1
    } else if time <= 8 * TimeUnit.hour {
      self[.reportsWithin8Hours] += 1
    } else if time <= 24 * TimeUnit.hour {
      self[.reportsWithin24Hours] += 1
    } else {
      self[.reportsAfter24Hours] += 1
    }
  }

  /// The owner takes down what waited; the standing is dealt with by `move`.
  mutating func withdraw(_ transition: Transition) {
    self[.withdrawals] += 1
    if transition.flags.has(.ordered) { self[.mootOrders] += 1 }
  }

  /// A removed subject is reported to the authority.
  mutating func reportToAuthority(_ subject: Subject) {
    self[.reportedToAuthority] += 1
    if subject.truth == .lawful { self[.lawfulReportedToAuthority] += 1 }
  }

  /// A hash of the subject's content enters the bank.
  mutating func hash(_ subject: Subject) {
    self[.hashesAdded] += 1
    if subject.truth == .lawful { self[.wrongHashesAdded] += 1 }
  }
}
