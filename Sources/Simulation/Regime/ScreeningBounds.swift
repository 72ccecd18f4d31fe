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
  private var thresholds: Thresholds

  init(_ screening: ScreeningParameters) {
    isBeforePublication = screening.isBeforePublication
    separation = screening.separation.value
    thresholds = screening.thresholds
    update()
  }

  mutating func setRemoveAt(_ score: Double) {
    thresholds.setRemoveAt(score)
    update()
  }

  mutating func setReviewAt(_ score: Double) {
    thresholds.setReviewAt(score)
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
      remove: StandardNormal.cdf(thresholds.removeAt - separation),
      review: StandardNormal.cdf(thresholds.reviewAt - separation)
    )
    let tail = StandardNormal.upperTail(thresholds.least)
    candidate = (
      remove: StandardNormal.upperTail(thresholds.removeAt) / tail,
      review: StandardNormal.upperTail(thresholds.reviewAt) / tail
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
