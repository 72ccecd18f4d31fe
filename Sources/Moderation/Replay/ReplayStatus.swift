import Queueing

/// A recording that is being looked at, with the playhead in it.
package struct ReplayStatus: Equatable, Sendable {
  /// What a user noted at an instant.
  package struct Marker: Equatable, Sendable {
    package let time: Microseconds
    /// As it was typed; whoever shows it must clean it.
    package let note: String

    package init(time: Microseconds, note: String) {
      self.time = time
      self.note = note
    }
  }

  /// The stretch that is played again and again; it has no end until the user sets one.
  package struct Loop: Equatable, Sendable {
    package let start: Microseconds
    package let end: Microseconds?

    package init(start: Microseconds, end: Microseconds? = nil) {
      self.start = start
      self.end = end
    }
  }

  /// How far the recording goes.
  package let end: Microseconds
  /// How many events there are in it.
  package let events: Int
  /// How many of them lie before the playhead.
  package let position: Int
  /// The newest of those.
  package let last: Event?
  /// Events in each of so many equal parts of the length.
  package let density: [Int]
  /// When something was changed in the regime, shocks among it.
  package let interventions: [Microseconds]
  package let markers: [Marker]
  package let loop: Loop?
  package let isReversed: Bool
  /// The speed that is called 1×.
  package let unit: Speed
  /// Which events `n` and `N` find, as it was typed; nil when nothing was chosen.
  package let filter: String?
  /// The event that was found last, while it lies ahead.
  package let found: Event?
  /// The instant of the live session that goes on behind it; nil when there is none.
  package let live: Microseconds?

  package init(
    end: Microseconds, events: Int, position: Int, last: Event?, density: [Int],
    interventions: [Microseconds], markers: [Marker], loop: Loop?, isReversed: Bool,
    unit: Speed, filter: String?, found: Event?, live: Microseconds?
  ) {
    self.end = end
    self.events = events
    self.position = position
    self.last = last
    self.density = density
    self.interventions = interventions
    self.markers = markers
    self.loop = loop
    self.isReversed = isReversed
    self.unit = unit
    self.filter = filter
    self.found = found
    self.live = live
  }
}
