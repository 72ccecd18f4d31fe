/// The scores on which automated screening acts, for one policy and kind.
///
/// The two keep their order, and neither lies below the score from which on lawful uploads
/// are looked at one by one.
public struct Thresholds: Equatable, Sendable {
  /// At or above it a subject is removed at once.
  public private(set) var removeAt: Double
  /// From it on a subject waits for a moderator.
  public private(set) var reviewAt: Double
  /// No threshold lies below.
  public let least: Double

  public init(removeAt: Double, reviewAt: Double, least: Double) {
    self.removeAt = removeAt
    self.reviewAt = reviewAt
    self.least = least
  }

  /// Changes one; where that is needed to keep the order, the other gives way.
  public mutating func setRemoveAt(_ score: Double) {
    removeAt = max(score, least)
    reviewAt = min(reviewAt, removeAt)
  }

  public mutating func setReviewAt(_ score: Double) {
    reviewAt = max(score, least)
    removeAt = max(removeAt, reviewAt)
  }

  /// Whether they are in their order, which scenario files and events keep.
  var isOrdered: Bool { least <= reviewAt && reviewAt <= removeAt }
}
