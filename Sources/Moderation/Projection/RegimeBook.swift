import Queueing

/// What was done to the regime itself: shocks, interventions and policies in force.
struct RegimeBook: Sendable {
  /// The begin of each shock that is active.
  var shockStarts: [Microseconds?]
  var interventions = Newest<AppliedIntervention>()
  /// The percentage of the scenario's moderators that each team has.
  var staffing: [Int]
  /// The scores on which screening acts now, by policy, then kind.
  var thresholds: [[Thresholds?]]
  /// The instant from which on each policy is in force; nil for one that no law has
  /// brought yet.
  var startsOfPolicies: [Microseconds?]
  /// The same in the scenario.
  let firstStarts: [Microseconds?]
  /// The policy that each shock brings into force, if it does.
  private let lawOfShock: [Int?]

  init(_ facts: ScenarioFacts) {
    shockStarts = Array(repeating: nil, count: facts.shocks.count)
    staffing = Array(repeating: 100, count: facts.teams.count)
    thresholds = facts.policies.map(\.thresholds)
    firstStarts = facts.policies.map(\.startsAt)
    startsOfPolicies = firstStarts
    lawOfShock = facts.shocks.map { $0.kind == .newLaw ? $0.policy : nil }
  }

  mutating func note(_ intervention: Intervention, at now: Microseconds) {
    interventions.add(AppliedIntervention(time: now, intervention: intervention))
    switch intervention {
    case .shock(let index):
      shockStarts[Int(index)] = now
      guard let policy = lawOfShock[Int(index)] else { return }
      startsOfPolicies[policy] = min(startsOfPolicies[policy] ?? now, now)
    case .staffing(let team, let percent):
      staffing[Int(team)] = min(Int(percent), Intervention.greatestStaffing)
    case .removeAt(let policy, let kind, let score):
      thresholds[Int(policy)][kind.index]?.setRemoveAt(Double(score))
    case .reviewAt(let policy, let kind, let score):
      thresholds[Int(policy)][kind.index]?.setReviewAt(Double(score))
    case .discipline, .target: break
    }
  }

  mutating func endShock(_ index: UInt8) { shockStarts[Int(index)] = nil }

  /// The shocks that are active, in the order of the scenario.
  var activeShocks: [ActiveShock] {
    shockStarts.enumerated().compactMap { index, start in
      start.map { ActiveShock(shock: index, start: $0) }
    }
  }

  /// When the next policy comes into force; `Microseconds.max` when none does.
  func nextPolicyStart(after instant: Microseconds) -> Microseconds {
    startsOfPolicies.compactMap(\.self).filter { $0 > instant }.min() ?? .max
  }

  /// Whether each policy is in force at an instant.
  func policiesInForce(at instant: Microseconds) -> [Bool] {
    startsOfPolicies.map { start in start.map { $0 <= instant } ?? false }
  }
}

/// A shock that is going on.
package struct ActiveShock: Equatable, Sendable {
  /// The index in `ScenarioFacts.shocks`.
  package let shock: Int
  package let start: Microseconds
}

/// A change that was made to the regime, and when.
package struct AppliedIntervention: Equatable, Sendable {
  package let time: Microseconds
  package let intervention: Intervention

  package init(time: Microseconds, intervention: Intervention) {
    self.time = time
    self.intervention = intervention
  }

  /// Whether the scenario brings it and not a user.
  package func isOfTimetable(_ facts: ScenarioFacts) -> Bool {
    guard case .shock(let index) = intervention else { return false }
    return facts.shocks[Int(index)].at == time
  }
}
