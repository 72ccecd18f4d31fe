import Queueing

/// The accounts of the subjects of one signatory, kind and policy.
struct Cell: Sendable {
  var tally = Tally()
  var views = DecayingViews()
  /// The views before the action of all violating subjects acted upon.
  var exposureBeforeAction = 0.0
  /// The instants at which wrongly removed subjects came up again, less those at which
  /// they went down.
  var down = 0.0

  /// Lawful uploads passed that never become subjects, with so many views to come.
  mutating func pass(
    _ count: Int, views ahead: Double, at now: Microseconds, _ laws: CellLaws
  ) {
    tally.pass(count, isScreened: laws.isScreened)
    views.advance(to: now, laws.rate)
    views.add(ahead, to: .lawful)
    check()
  }

  mutating func move(
    _ subject: Subject, _ transition: Transition, at now: Microseconds, _ laws: CellLaws
  ) {
    noteVisibility(subject.truth, transition, at: now, laws)
    if transition.to.isAction, !transition.from.isAction, subject.truth == .violating {
      exposureBeforeAction += Double(transition.seen)
    }
    tally.move(subject, transition, isScreened: laws.isScreened)
    check()
  }

  mutating func queue(
    _ subject: Subject, _ transition: Transition, _ source: ReviewSource, at now: Microseconds,
    _ laws: CellLaws
  ) {
    if transition.from != transition.to { move(subject, transition, at: now, laws) }
    tally.queue(subject, transition, source)
  }

  mutating func decide(
    _ subject: Subject, _ transition: Transition, _ placement: Placement, at now: Microseconds,
    _ laws: CellLaws
  ) {
    if transition.from != transition.to { move(subject, transition, at: now, laws) }
    tally.decide(subject, transition, placement.source, after: now - placement.since)
  }

  mutating func merge(
    _ subject: Subject, _ cause: Cause, _ standing: Standing, isValid: Bool
  ) {
    tally.merge(subject, cause, standing, isValid: isValid)
  }

  mutating func hash(_ subject: Subject) { tally.hash(subject) }

  mutating func withdraw(
    _ subject: Subject, _ transition: Transition, at now: Microseconds, _ laws: CellLaws
  ) {
    move(subject, transition, at: now, laws)
    tally.withdraw(transition)
  }

  mutating func reportToAuthority(_ subject: Subject) { tally.reportToAuthority(subject) }

  /// Counts what changes nothing else.
  mutating func count(_ count: Count) { tally[count] += 1 }

  /// What errors and exposure come to until an instant.
  func burden(
    at instant: Microseconds, _ rate: DecayingViews.Rate, _ costs: ErrorCosts
  ) -> Burden {
    let seen = views.seen(at: instant, rate)
    let wronglyDown = Double(tally[.removed, .lawful])
    return Burden(
      violatingViews: seen[DecayingViews.Crowd.violating.rawValue],
      lawfulViews: seen[DecayingViews.Crowd.lawful.rawValue],
      lawfulViewsLost: seen[DecayingViews.Crowd.lost.rawValue],
      itemHoursDown: (down + wronglyDown * Double(instant)) / Double(TimeUnit.hour),
      exposureBeforeAction: exposureBeforeAction,
      wrongfulRemovalCost: Double(tally.wronglyRemoved) * costs.wrongfulRemoval,
      missCost: Double(tally.missed) * costs.miss)
  }

  private mutating func noteVisibility(
    _ truth: Truth, _ transition: Transition, at now: Microseconds, _ laws: CellLaws
  ) {
    let (from, to) = (transition.from, transition.to)
    let shown = to.reach(restricted: laws.restricted) - from.reach(restricted: laws.restricted)
    let lost = truth == .lawful ? laws.lost(by: to) - laws.lost(by: from) : 0
    if shown == 0, lost == 0 { return }
    views.advance(to: now, laws.rate)
    let ahead = Double(transition.ahead)
    views.add(shown * ahead, to: truth == .violating ? .violating : .lawful)
    if lost != 0 { views.add(lost * ahead, to: .lost) }
    guard truth == .lawful, from != to else { return }
    if to == .removed { down -= Double(now) }
    if from == .removed { down += Double(now) }
  }

  private func check() {
    assert(tally.unaccounted == 0, "\(tally.unaccounted) subjects are unaccounted for")
  }
}

/// What holds for the subjects of a cell: how their views pass, what of them a restriction
/// leaves, and whether uploads are screened.
struct CellLaws: Sendable {
  let rate: DecayingViews.Rate
  let restricted: Double
  var isScreened = true

  /// Of the views of a lawful subject, those that an action takes from it.
  func lost(by standing: Standing) -> Double {
    standing.isAction ? 1 - standing.reach(restricted: restricted) : 0
  }
}

/// What an error under a policy costs.
struct ErrorCosts: Sendable {
  var wrongfulRemoval = 0.0
  var miss = 0.0
}
