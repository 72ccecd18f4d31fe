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
}
