import Moderation
import Queueing

/// How one of the scenario's shocks stands.
struct ShockState {
  /// When it began, while it is active.
  let activeSince: Microseconds?
  /// When it will begin by the scenario's timetable; nil when it will not.
  let scheduledAt: Microseconds?
  /// When it last began, as far as is remembered.
  let lastBegan: Microseconds?
  /// Whether it is a law that is in force.
  let isInForce: Bool
  /// Why the user cannot begin it now; nil when he can.
  let refusal: String?

  init(_ index: Int, in snapshot: Snapshot) {
    let shock = snapshot.facts.shocks[index]
    activeSince = snapshot.activeShocks.first { $0.shock == index }?.start
    scheduledAt = shock.at.flatMap { $0 > snapshot.now ? $0 : nil }
    lastBegan =
      snapshot.interventions.elements.first { $0.intervention == .shock(UInt8(index)) }?.time
    isInForce = shock.policy.map { snapshot.policiesInForce[$0] } ?? false
    if let refusal = snapshot.status.interventionRefusal {
      self.refusal = refusal
    } else if snapshot.status.stop != nil {
      refusal = "the session has stopped"
    } else if snapshot.status.opening != nil {
      refusal = "the session is not live yet"
    } else if activeSince != nil {
      refusal = "it is active"
    } else if isInForce {
      refusal = "the policy is in force already"
    } else {
      refusal = nil
    }
  }
}
