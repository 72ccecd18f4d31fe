import Moderation
import Queueing

/// A few states of the fold before the playhead, so that a step back folds few events.
///
/// A state shares with the others what did not change between them. What takes the most is
/// the open jobs of each, so these are limited over all states.
struct StateTrail {
  /// Events from one kept state to the next.
  static let stride = 1_024
  private static let limit = 24
  /// Jobs that wait in all states, of some 30 bytes each.
  private static let jobLimit = 250_000

  /// In the order in which they were last of use, the newest last.
  private var states: [Projection] = []

  mutating func keep(_ state: Projection) {
    states.removeAll { $0.fingerprint.events == state.fingerprint.events }
    states.append(state)
    var jobs = states.reduce(0) { $0 + $1.waitingJobs }
    while states.count > Self.limit || (jobs > Self.jobLimit && states.count > 1) {
      jobs -= states.removeFirst().waitingJobs
    }
  }

  /// The newest state with at most so many events that is not after an instant.
  mutating func state(ofAtMost events: Int, notAfter instant: Microseconds) -> Projection? {
    let usable = states.indices.filter {
      states[$0].fingerprint.events <= events && states[$0].now <= instant
    }
    guard
      let best = usable.max(by: { states[$0].fingerprint.events < states[$1].fingerprint.events })
    else { return nil }
    let state = states.remove(at: best)
    states.append(state)
    return state
  }
}
