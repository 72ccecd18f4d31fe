import Moderation
import Queueing

/// Whether an event can be one of a scenario.
///
/// A fold takes the places in events for indices. A file from elsewhere may hold anything,
/// with right checksums as well.
package struct EventCheck: Sendable {
  private let facts: ScenarioFacts
  private let signatories: Int
  private let policies: Int
  private let queues: Int
  private let stations: Int
  private let shocks: Int

  package init(_ facts: ScenarioFacts) {
    self.facts = facts
    signatories = facts.signatories.count
    policies = facts.policies.count
    queues = facts.queues.count
    stations = facts.stationCount
    shocks = facts.shocks.count
  }

  package func isSound(_ event: Event) -> Bool {
    guard (0..<SimulationClock.end).contains(event.time) else { return false }
    switch event.fact {
    case .passed(let signatory, _, _): return Int(signatory) < signatories
    case .changed(let subject, let transition):
      return isSound(subject) && isSound(transition)
    case .merged(let subject, _, _, _), .hashed(let subject), .unhashed(let subject),
      .reportedToAuthority(let subject):
      return isSound(subject)
    case .claimed(let subject, let placement), .released(let subject, let placement):
      return isSound(subject) && isSound(placement, event)
    case .queued(let subject, let transition, let placement),
      .decided(let subject, let transition, let placement),
      .withdrawn(let subject, let transition, let placement):
      return isSound(subject) && isSound(transition) && isSound(placement, event)
    case .requested(let request), .answered(let request, _):
      return Int(request.signatory) < signatories
    case .decryptionOrdered(let order), .decryptionAnswered(let order, _):
      return Int(order.signatory) < signatories
    case .staffed(let station, _), .resting(let station, _): return Int(station) < stations
    case .shockEnded(let shock): return Int(shock) < shocks
    case .intervened(let intervention): return facts.allows(intervention)
    }
  }

  @inline(__always)
  private func isSound(_ subject: Subject) -> Bool {
    Int(subject.signatory) < signatories && Int(subject.policy) < policies
  }

  @inline(__always)
  private func isSound(_ transition: Transition) -> Bool {
    transition.seen.isFinite && transition.ahead.isFinite
  }

  @inline(__always)
  private func isSound(_ placement: Placement, _ event: Event) -> Bool {
    Int(placement.queue) < queues && (0...event.time).contains(placement.since)
  }
}
