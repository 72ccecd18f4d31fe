import Moderation
import Queueing

/// Which uniform numbers stand for which outcome of screening.
///
/// Comparing the number saves computing the score: a score is at or above a threshold
/// just when its number is on one side of the threshold's probability.
struct ScreeningBounds {
  /// A violating subject's number is at or above them for a high score.
  private var violating = (remove: 0.0, review: 0.0)
  /// A lawful candidate's number is at or below them for a high score.
  private var candidate = (remove: 0.0, review: 0.0)
  let isBeforePublication: Bool
  private let separation: Double
  private let candidateAt: Double
  private var removeAt: Double
  private var reviewAt: Double

  init(_ screening: ScreeningParameters) {
    isBeforePublication = screening.isBeforePublication
    separation = screening.separation.value
    candidateAt = screening.candidateAt.value
    removeAt = screening.removeAt.value
    reviewAt = screening.reviewAt.value
    update()
  }

  /// Changes a threshold; it stays at or above `candidateAt`, and review below removal.
  mutating func setRemoveAt(_ score: Double) {
    removeAt = max(score, candidateAt)
    reviewAt = min(reviewAt, removeAt)
    update()
  }

  mutating func setReviewAt(_ score: Double) {
    reviewAt = max(score, candidateAt)
    removeAt = max(removeAt, reviewAt)
    update()
  }

  /// What screening does with a subject whose score has this number.
  @inline(__always)
  func outcome(of truth: Truth, _ uniform: Double) -> ScreeningOutcome {
    switch truth {
    case .violating:
      if uniform >= violating.remove { return .removed }
      return uniform >= violating.review ? queued : .passed
    case .lawful:
      if uniform <= candidate.remove { return .removed }
      return uniform <= candidate.review ? queued : .passed
    }
  }

  private var queued: ScreeningOutcome { .queued(isPublished: !isBeforePublication) }

  private mutating func update() {
    violating = (
      remove: StandardNormal.cdf(removeAt - separation),
      review: StandardNormal.cdf(reviewAt - separation)
    )
    let tail = StandardNormal.upperTail(candidateAt)
    candidate = (
      remove: StandardNormal.upperTail(removeAt) / tail,
      review: StandardNormal.upperTail(reviewAt) / tail
    )
  }
}

/// What automated screening does with a subject, by its score.
enum ScreeningOutcome: Equatable {
  /// Below both thresholds: published.
  case passed
  /// Between the thresholds: waits for a moderator.
  case queued(isPublished: Bool)
  /// At or above the upper threshold: removed at once, no moderator saw it.
  case removed
}
