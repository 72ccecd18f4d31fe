import Moderation
import Queueing

/// The flows, each by its definition.
extension Naive {
  private typealias Step = (subject: Subject, step: Transition)
  private typealias Visit = (
    subject: Subject, step: Transition, place: Placement, wait: Microseconds
  )

  private static func steps(_ events: [Event]) -> [Step] {
    events.compactMap { event in
      guard let subject = event.fact.subject, let step = event.fact.transition,
        step.from != step.to
      else { return nil }
      return (subject, step)
    }
  }

  private static func decisions(_ events: [Event]) -> [Visit] {
    events.compactMap { event in
      guard case .decided(let subject, let step, let place) = event.fact else { return nil }
      return (subject, step, place, event.time - place.since)
    }
  }

  private static func queued(_ events: [Event]) -> [Visit] {
    events.compactMap { event in
      guard case .queued(let subject, let step, let place) = event.fact else { return nil }
      return (subject, step, place, 0)
    }
  }

  /// All flows of a part, by name.
  func counts(of scope: Scope) -> [Count: Int] {
    var counts = Self.counts(
      events(of: scope), passed: passed(of: scope).reduce(0) { $0 + $1.count })
    // Posts are screened from the start, videos once there is a law, accounts never.
    let law = events.first { $0.fact == .intervened(.shock(1)) }?.time ?? .max
    func isScreened(_ kind: SubjectKind, _ time: Microseconds) -> Bool {
      kind == .post || kind == .video && time >= law
    }
    let subjects = histories(of: scope).compactMap(\.first).count {
      $0.step.cause != .strikes && isScreened($0.subject.kind, $0.time)
    }
    counts[.screened] = passed(of: scope).reduce(subjects) { sum, passed in
      isScreened(passed.kind, passed.time) ? sum + passed.count : sum
    }
    return counts
  }

  /// The flows of the events of a part and its unnoticed uploads but for screening, by name.
  private static func counts(_ events: [Event], passed: Int) -> [Count: Int] {
    var counts: [Count: Int] = [.passedUnnoticed: passed]
    func set(_ count: Count, _ elements: [some Any]) { counts[count] = elements.count }
    let steps = steps(events)
    let uploads = steps.filter { $0.step.from == .arriving && $0.step.cause != .strikes }
    counts[.uploaded] = passed + uploads.count
    set(.suspended, steps.filter { $0.step.from == .arriving && $0.step.cause == .strikes })
    let copies = uploads.filter { $0.subject.truth == .violating && $0.subject.origin != .original }
    set(.copiesArriving, copies)
    set(.copiesBlocked, copies.filter { $0.step.cause == .hashBank })
    countActions(steps, set)
    countReviews(decisions(events), queued(events), set)
    countReports(decisions(events), queued(events), events, set)
    countOrders(decisions(events), queued(events), events, set)
    for event in events {
      switch event.fact {
      case .released: counts[.lapsedClaims, default: 0] += 1
      case .withdrawn(_, let step, _):
        counts[.withdrawals, default: 0] += 1
        if step.flags.contains(.ordered) { counts[.mootOrders, default: 0] += 1 }
      case .hashed(let subject):
        counts[.hashesAdded, default: 0] += 1
        if subject.truth == .lawful { counts[.wrongHashesAdded, default: 0] += 1 }
      case .unhashed: counts[.hashesUndone, default: 0] += 1
      case .reportedToAuthority(let subject):
        counts[.reportedToAuthority, default: 0] += 1
        if subject.truth == .lawful { counts[.lawfulReportedToAuthority, default: 0] += 1 }
      default: break
      }
    }
    return counts
  }

  private static func countActions(_ steps: [Step], _ set: (Count, [Step]) -> Void) {
    let actions = steps.filter { $0.step.to.isAction && !$0.step.from.isAction }
    set(.actions, actions)
    set(.wrongfulActions, actions.filter { $0.subject.truth == .lawful })
    let onContent = actions.filter { $0.step.cause != .strikes }
    set(
      .proactiveActions,
      onContent.filter { !$0.step.flags.contains(.reported) && !$0.step.flags.contains(.ordered) })
    set(.actionsBeforeView, onContent.filter { $0.step.seen < 1 })
    set(.actionsWithinDay, onContent.filter { $0.step.age <= 86_400 })
    let restrictions = steps.filter { $0.step.to == .restricted }
    set(.restrictions, restrictions)
    set(.wrongfulRestrictions, restrictions.filter { $0.subject.truth == .lawful })
    let undone = steps.filter { $0.step.from.isAction && !$0.step.to.isAction }
    let wrongful = undone.filter { $0.subject.truth == .lawful }
    set(.wrongfulRestored, wrongful)
    func isUnasked(_ step: Step) -> Bool {
      step.step.cause == .audit && !step.step.flags.contains(.appealed)
    }
    set(.restoredUnasked, undone.filter(isUnasked))
    set(.restoredAfterAppeal, undone.filter { $0.step.cause == .audit && !isUnasked($0) })
    set(.wrongfulRestoredUnasked, wrongful.filter(isUnasked))
    set(
      .wrongfulReversed,
      wrongful.filter {
        $0.step.cause != .audit && $0.step.cause != .appeal
          && !($0.step.cause == .strikes && $0.step.flags.contains(.appealed))
      })
  }

  private static func countReviews(
    _ decided: [Visit], _ queued: [Visit], _ set: (Count, [Visit]) -> Void
  ) {
    set(.reviewed, decided.filter { $0.step.from.isPending && !$0.step.to.isPending })
    let escalations = queued.filter { $0.place.source == .escalation }
    set(.escalations, escalations)
    set(.disagreements, escalations.filter { $0.step.cause == .secondReview })
    set(.secondReviews, decided.filter { $0.place.source == .secondReview })
    let appeals = queued.filter { $0.place.source == .appeal }
    set(.appealed, appeals)
    set(.wrongfulAppealed, appeals.filter { $0.subject.truth == .lawful })
    let appealsDecided = decided.filter { $0.place.source == .appeal }
    set(.appealsDecided, appealsDecided)
    set(.overturned, appealsDecided.filter { $0.step.to == .reinstated })
  }

  private static func countReports(
    _ decided: [Visit], _ queued: [Visit], _ events: [Event], _ set: (Count, [Any]) -> Void
  ) {
    let merged = events.compactMap { event -> (subject: Subject, cause: Cause)? in
      guard case .merged(let subject, let cause, _, _) = event.fact, cause != .order else {
        return nil
      }
      return (subject, cause)
    }
    let reports =
      merged
      + queued.filter { [.report, .trustedReport].contains($0.place.source) }
      .map { ($0.subject, $0.step.cause) }
    set(.reports, reports)
    set(.mergedReports, merged)
    set(.trustedReports, reports.filter { $0.cause == .trustedReport })
    set(.validReports, reports.filter { $0.subject.truth == .violating })
    let times = decided.compactMap { visit -> Microseconds? in
      guard visit.step.from.isPending, !visit.step.to.isPending else { return nil }
      switch visit.place.source {
      case .report, .trustedReport: return visit.wait
      case .escalation:
        let sinceFlag = Microseconds(visit.step.sinceFlag) * TimeUnit.second
        return visit.step.flags.contains(.reported) ? sinceFlag : nil
      default: return nil
      }
    }
    let limits = [-1, 2, 8, 24, 1 << 30].map { Microseconds($0) * TimeUnit.hour }
    for (index, count) in [
      Count.reportsWithin2Hours, .reportsWithin8Hours, .reportsWithin24Hours,
      .reportsAfter24Hours,
    ].enumerated() {
      set(count, times.filter { $0 > limits[index] && $0 <= limits[index + 1] })
    }
  }

  private static func countOrders(
    _ decided: [Visit], _ queued: [Visit], _ events: [Event], _ set: (Count, [Any]) -> Void
  ) {
    let merged = events.compactMap { event -> (standing: Standing, isValid: Bool)? in
      guard case .merged(_, .order, let standing, let isValid) = event.fact else { return nil }
      return (standing, isValid)
    }
    let orders =
      merged
      + queued.filter { $0.place.source == .order }
      .map { ($0.step.to, $0.step.flags.contains(.validOrder)) }
    set(.orders, orders)
    set(.validOrders, orders.filter(\.isValid))
    set(
      .mootOrders,
      merged.filter { [.removed, .restricted, .withdrawn].contains($0.standing) })
    let answered = decided.filter {
      $0.step.from.isPending && !$0.step.to.isPending && $0.step.flags.contains(.ordered)
    }
    set(.ordersDecided, answered)
    set(.lateOrders, answered.filter { $0.step.flags.contains(.lateOrder) })
    let complied = answered.filter { $0.step.to != .kept }
    set(.ordersComplied, complied)
    set(.ordersCompliedWrongly, complied.filter { $0.subject.truth == .lawful })
    set(.invalidOrdersComplied, complied.filter { !$0.step.flags.contains(.validOrder) })
    let contested = answered.filter { $0.step.to == .kept }
    set(.ordersContested, contested)
    set(.ordersContestedWrongly, contested.filter { $0.subject.truth == .violating })
  }
}
