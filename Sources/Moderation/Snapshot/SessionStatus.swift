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
  /// Whether the session is racing to the instant at which it opens.
  package let isCatchingUp: Bool
  package let speed: Speed

  package init(origin: Origin, isPaused: Bool, isCatchingUp: Bool, speed: Speed) {
    self.origin = origin
    self.isPaused = isPaused
    self.isCatchingUp = isCatchingUp
    self.speed = speed
  }
}
