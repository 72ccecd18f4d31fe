import Queueing

/// A run of consecutive events as bytes, with what is known about them without reading them.
package struct Chunk: Sendable {
  /// The first byte of every payload; see ``ChunkEncoder``.
  static let format: UInt8 = 1
  /// No chunk has more events; a greater count is damage.
  package static let capacity = 65_536

  /// The number of the first event in the log.
  package let first: Int
  package let count: Int
  package let firstTime: Microseconds
  package let lastTime: Microseconds
  /// The same four numbers once more, and the events.
  package let payload: [UInt8]

  /// The number of the first event after it.
  package var end: Int { first + count }

  package init(
    first: Int, count: Int, firstTime: Microseconds, lastTime: Microseconds, payload: [UInt8]
  ) {
    self.first = first
    self.count = count
    self.firstTime = firstTime
    self.lastTime = lastTime
    self.payload = payload
  }
}
