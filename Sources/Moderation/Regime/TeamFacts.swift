import Queueing

/// Moderators with the same skills: those who work on the same queues.
package struct TeamFacts: Equatable, Sendable {
  /// A break of so long after each stretch of review.
  package struct Breaks: Equatable, Sendable {
    package let every: Microseconds
    package let length: Microseconds

    package init(every: Microseconds, length: Microseconds) {
      self.every = every
      self.length = length
    }
  }

  /// The word by which scenario files know it.
  package let key: String
  package let name: String
  /// Whether one team serves all signatories; else each signatory has such a team.
  package let isShared: Bool
  /// Nil when nobody takes breaks.
  package let breaks: Breaks?
  /// The time with violating subjects after which a moderator rests for the rest of his
  /// shift; nil for no cap.
  package let exposureCap: Microseconds?

  package init(
    key: String, name: String, isShared: Bool, breaks: Breaks? = nil,
    exposureCap: Microseconds? = nil
  ) {
    self.key = key
    self.name = name
    self.isShared = isShared
    self.breaks = breaks
    self.exposureCap = exposureCap
  }
}
