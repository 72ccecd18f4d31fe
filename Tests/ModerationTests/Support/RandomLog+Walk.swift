import Moderation
import Queueing

/// The ways of subjects.
extension RandomLog {
  mutating func arrive() {
    if chance(0.1) {
      add(
        .passed(
          signatory: UInt16(random.below(2)), kind: pick(SubjectKind.allCases),
          count: random.below(1_000)))
      return
    }
    let suspended = chance(0.05)
    let subject = Subject(
      id: UInt32(walkers.count), signatory: Int(random.below(2)),
      kind: suspended ? .account : pick(SubjectKind.allCases), policy: Int(random.below(2)),
      truth: pick(Truth.allCases), origin: pick(Origin.allCases))
    var walker = Walker(
      subject: subject, uploaded: now, views: 500 * random.exponential())
    if suspended {
      walker.flags = .suspended
      change(&walker, to: .removed, .strikes)
    } else if chance(0.4) {
      walker.flagged = now
      enter(&walker, to: chance(0.5) ? .held : .undecided, .screening, .screening)
    } else if chance(0.5) {
      if subject.origin == .variant, chance(0.5) { walker.flags = .escapedHash }
      change(&walker, to: .unnoticed, .screening)
    } else {
      change(&walker, to: .removed, pick(Cause.automated))
    }
    walkers.append(walker)
  }

  mutating func moveOne() {
    guard !walkers.isEmpty else { return }
    // Those who came late move more often, as if the others were forgotten.
    let span = min(walkers.count, chance(0.5) ? 100 : .max)
    var index = walkers.count - 1 - Int(random.below(UInt32(span)))
    if isOrderly, chance(0.9) { index = walkers.firstIndex { $0.job != nil } ?? index }
    var walker = walkers[index]
    if walker.job == nil { beNoticed(&walker) } else { beReviewed(&walker) }
    walkers[index] = walker
  }

  private mutating func beNoticed(_ walker: inout Walker) {
    switch walker.standing {
    case .unnoticed, .kept, .reinstated:
      walker.flagged = walker.flagged ?? now
      if chance(0.7) {
        walker.flags.insert(.reported)
        let isTrusted = chance(0.3)
        enter(
          &walker, to: .undecided, isTrusted ? .trustedReport : .report,
          isTrusted ? .trustedReport : .report)
      } else {
        walker.flags.formUnion(chance(0.5) ? [.ordered, .validOrder] : .ordered)
        enter(&walker, to: .undecided, .order, .order)
      }
    case .removed, .restricted:
      switch random.uniform() {
      case ..<0.3 where !walker.isAskedAbout:
        walker.isAskedAbout = true
        walker.flags.insert(.appealed)
        enter(&walker, to: walker.standing, walker.actionCause, .appeal)
      case ..<0.4: change(&walker, to: .reinstated, pick([.audit, .strikes]))
      case ..<0.6: add(.hashed(walker.subject))
      case ..<0.7: add(.unhashed(walker.subject))
      case ..<0.8: add(.reportedToAuthority(walker.subject))
      default:
        let cause = pick([Cause.report, .trustedReport, .order])
        let isValid = cause == .order && chance(0.5)
        add(.merged(walker.subject, cause, walker.standing, isValid: isValid))
      }
    case .arriving, .undecided, .held, .withdrawn: break
    }
  }

  private mutating func beReviewed(_ walker: inout Walker) {
    guard let job = walker.job else { return }
    if walker.isClaimed {
      if chance(0.2) {
        walker.isClaimed = false
        add(.released(walker.subject, job))
      } else {
        walker.isClaimed = false
        decide(&walker, job)
      }
    } else if walker.standing.isPending, chance(0.1) {
      let transition = transition(&walker, to: .withdrawn, .owner)
      walker.job = nil
      add(.withdrawn(walker.subject, transition, job))
    } else if walker.standing.isPending, chance(0.2) {
      let cause = pick([Cause.report, .order])
      walker.flags.insert(cause == .order ? .ordered : .reported)
      if cause == .order, chance(0.2) { walker.flags.insert(.lateOrder) }
      add(.merged(walker.subject, cause, walker.standing))
    } else {
      walker.isClaimed = true
      add(.claimed(walker.subject, job))
    }
  }

  private mutating func decide(_ walker: inout Walker, _ job: Placement) {
    let isFirst = walker.standing.isPending
    var to = walker.standing
    var cause = Cause.review
    var next: (cause: Cause, source: ReviewSource)?
    switch job.source {
    case .appeal:
      cause = .appeal
      if chance(0.4) { to = .reinstated }
    case .secondReview:
      cause = .secondReview
      if chance(0.4) { next = (.secondReview, .escalation) }
    case .escalation where !isFirst:
      cause = .secondReview
      to = walker.standing.isAction ? .reinstated : .removed
      // Somebody has asked about it, if it was an action.
      walker.isAskedAbout = false
    default:
      if job.source != .escalation, chance(0.15) {
        cause = .escalation
        next = (.escalation, .escalation)
      } else {
        to = pick([.removed, .restricted, .kept])
        walker.isAskedAbout = false
        if chance(0.2) { next = (.secondReview, .secondReview) }
      }
    }
    let transition = transition(&walker, to: to, cause)
    walker.job = nil
    add(.decided(walker.subject, transition, job))
    if let next { enter(&walker, to: walker.standing, next.cause, next.source) }
  }

  // MARK: Transitions

  private mutating func change(_ walker: inout Walker, to: Standing, _ cause: Cause) {
    add(.changed(walker.subject, transition(&walker, to: to, cause)))
  }

  private mutating func enter(
    _ walker: inout Walker, to: Standing, _ cause: Cause, _ source: ReviewSource
  ) {
    let queue = facts.queues.firstIndex { $0.rule.sources.contains(source) } ?? 0
    let place = Placement(queue: queue, source: source, since: now)
    walker.job = place
    add(.queued(walker.subject, transition(&walker, to: to, cause), place))
  }

  private func transition(_ walker: inout Walker, to: Standing, _ cause: Cause) -> Transition {
    let halfLife = facts.views[walker.subject.kind.index].halfLife.value
    let policy = Int(walker.subject.policy)
    func ahead(_ instant: Microseconds) -> Double {
      Naive.left(walker.views, after: instant - walker.uploaded, halfLife: halfLife)
    }
    var seen = walker.seen
    if let since = walker.visibleSince {
      let reach = walker.standing == .restricted ? facts.policies[policy].restrictedReach : 1
      seen += reach * (ahead(since) - ahead(now))
    }
    let transition = Transition(
      from: walker.standing, to: to, cause: cause, flags: walker.flags, seen: Float(seen),
      ahead: Float(ahead(now)), age: UInt32((now - walker.uploaded) / TimeUnit.second),
      sinceFlag: walker.flagged.map { UInt32((now - $0) / TimeUnit.second) } ?? 0)
    if to.isAction, !walker.standing.isAction { walker.actionCause = cause }
    walker.seen = seen
    walker.visibleSince = to.isVisible ? now : nil
    walker.standing = to
    return transition
  }
}
