import Queueing

/// An instant that a user has marked.
package struct Marker: Equatable, Sendable {
  package let id: Int64
  package let time: Microseconds
  /// As it was typed; whoever shows it must clean it.
  package let note: String

  /// No note is longer; the rest is cut off.
  package static let greatestNote = 1_000

  package init(id: Int64, time: Microseconds, note: String) {
    self.id = id
    self.time = time
    self.note = note
  }
}
