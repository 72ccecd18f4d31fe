/// Moderators with the same skills: those who work on the same queues.
package struct TeamFacts: Equatable, Sendable {
  /// The word by which scenario files know it.
  package let key: String
  package let name: String
  /// Whether one team serves all signatories; else each signatory has such a team.
  package let isShared: Bool

  package init(key: String, name: String, isShared: Bool) {
    self.key = key
    self.name = name
    self.isShared = isShared
  }
}
