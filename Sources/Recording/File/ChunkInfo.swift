import Queueing

/// Where the events of a chunk are, without the events.
package struct ChunkInfo: Equatable, Sendable {
  /// The number of the first event.
  package let first: Int
  package let count: Int
  package let firstTime: Microseconds
  package let lastTime: Microseconds

  /// The number of the first event after it.
  package var end: Int { first + count }
}
