import Queueing

/// How far a session goes.
package struct SessionExtent: Equatable, Sendable {
  /// How many events there are.
  package let events: Int
  /// The instant up to which the log is complete.
  package let end: Microseconds
  /// The fingerprint of the whole log, 16 hexadecimal digits; nil where part of it is lost.
  package let fingerprint: String?
  /// Whether the recording was ended; else it is going on, or its program was.
  package let isClosed: Bool
  /// What is lost behind the end; nil when nothing is.
  package let damage: String?

  package init(
    events: Int, end: Microseconds, fingerprint: String?, isClosed: Bool, damage: String? = nil
  ) {
    self.events = events
    self.end = end
    self.fingerprint = fingerprint
    self.isClosed = isClosed
    self.damage = damage
  }
}
