import Queueing

/// What a session is doing, apart from the world it shows.
package struct SessionStatus: Equatable, Sendable {
  /// Where the events come from, and so what the screen must say they are.
  package enum Origin: Equatable, Sendable {
    case simulation(seed: UInt64)

    /// The word that stands on every screen.
    package var label: String {
      switch self {
      case .simulation: "SIMULATION"
      }
    }
  }

  package let origin: Origin
  package let isPaused: Bool
  /// The instant to which the session is racing before it goes on live; nil once there.
  package let opening: Microseconds?
  package let speed: Speed
  /// Whether the machine cannot follow the speed.
  package let isLagging: Bool
  /// Why the session cannot go on; nil while it can.
  package let stop: SourceStop?
  /// Why the regime cannot be changed; nil where it can.
  package let interventionRefusal: String?

  package init(
    origin: Origin, isPaused: Bool = false, opening: Microseconds? = nil, speed: Speed,
    isLagging: Bool = false, stop: SourceStop? = nil, interventionRefusal: String? = nil
  ) {
    self.origin = origin
    self.isPaused = isPaused
    self.opening = opening
    self.speed = speed
    self.isLagging = isLagging
    self.stop = stop
    self.interventionRefusal = interventionRefusal
  }
}
