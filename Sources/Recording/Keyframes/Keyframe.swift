import Moderation
import Queueing

/// The state of the fold after the first so many events of a log.
package struct Keyframe: Equatable, Sendable {
  /// How many events it has folded.
  package let events: Int
  /// The instant up to which it has.
  package let time: Microseconds
  package let state: [UInt8]

  package init(events: Int, time: Microseconds, state: [UInt8]) {
    self.events = events
    self.time = time
    self.state = state
  }

  package init(of projection: Projection) {
    self.init(
      events: projection.fingerprint.events, time: projection.now,
      state: projection.encodedState())
  }

  /// The projection whose state it is; nil when it is none for a scenario, or not the one
  /// that the keyframe is said to be.
  func projection(_ facts: ScenarioFacts, hours: (Int) -> HourBlock?) -> Projection? {
    guard let projection = try? Projection(facts: facts, decoding: state, block: hours),
      projection.fingerprint.events == events, projection.now == time
    else { return nil }
    return projection
  }
}
