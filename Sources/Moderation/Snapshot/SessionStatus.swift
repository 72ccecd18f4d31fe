import Queueing

/// What a session is doing, apart from the world it shows.
package struct SessionStatus: Equatable, Sendable {
  /// Where the events come from, and so what the screen must say they are.
  package enum Origin: Equatable, Sendable {
    case simulation(seed: UInt64)
    /// A recorded simulation.
    case recording(seed: UInt64)

    /// The word that stands on every screen.
    package var label: String {
      switch self {
      case .simulation: "SIMULATION"
      case .recording: "RECORDED SIMULATION"
      }
    }

    package var seed: UInt64 {
      switch self {
      case .simulation(let seed), .recording(let seed): seed
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
  /// Where a fork left its parent; nil for any other session.
  package let forkedAt: Microseconds?
  /// Why the regime cannot be changed; nil where it can.
  package let interventionRefusal: String?
  package let recording: RecordingState
  /// What became of the last command, where that is not to be seen otherwise.
  package let notice: Notice?

  /// A line for the user about what he asked for.
  package struct Notice: Equatable, Sendable {
    /// Tells one from the next with the same text.
    package let number: Int
    package let text: String
    /// The change that was made, for which a screen has better words than the text.
    package let applied: Intervention?

    package init(number: Int, text: String, applied: Intervention? = nil) {
      self.number = number
      self.text = text
      self.applied = applied
    }
  }

  package init(
    origin: Origin, isPaused: Bool = false, opening: Microseconds? = nil, speed: Speed,
    isLagging: Bool = false, stop: SourceStop? = nil,
    forkedAt: Microseconds? = nil, interventionRefusal: String? = nil,
    recording: RecordingState = .off, notice: Notice? = nil
  ) {
    self.origin = origin
    self.isPaused = isPaused
    self.opening = opening
    self.speed = speed
    self.isLagging = isLagging
    self.stop = stop
    self.forkedAt = forkedAt
    self.interventionRefusal = interventionRefusal
    self.recording = recording
    self.notice = notice
  }
}
