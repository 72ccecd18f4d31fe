import Moderation
import Queueing

/// What comes up under one policy, and what screening, users and authorities do about it.
package struct PolicyParameters: Sendable {
  /// By `SubjectKind.index`; nil for a kind that the policy is not about.
  package let kinds: [PolicyKindParameters?]
  /// Nil when users cannot report under it.
  package let reports: ReportParameters?
  /// Nil when no authority orders removals under it.
  package let orders: OrderParameters?
  /// Nil when content under it does not circulate in copies.
  package let copies: CopyParameters?
  /// Of the decisions against a subject, the share that restricts it instead of removing it.
  package let restrictShare: Graded<Double>
  /// Of the views that a subject would have, those that it has while it is restricted.
  package let restrictedReach: Graded<Double>
}

/// Uploads of one kind under one policy.
package struct PolicyKindParameters: Sendable {
  package let violatingPerMillion: Graded<Double>
  /// Nil when uploads are not screened.
  package let screening: ScreeningParameters?

  /// The probability that an upload breaks the policy.
  package var violatingShare: Double { violatingPerMillion.value / 1_000_000 }
}

/// The scores of automated screening and the thresholds on them.
///
/// A score is normal with unit variance, around 0 for a lawful upload and around
/// `separation` for a violating one: the equal-variance model of signal detection
/// (Green and Swets, "Signal Detection Theory and Psychophysics", 1966).
package struct ScreeningParameters: Sendable {
  package let separation: Graded<Double>
  /// At or above it a subject is removed at once.
  package let removeAt: Graded<Double>
  /// From it on a subject waits for a moderator.
  package let reviewAt: Graded<Double>
  /// Lawful scores from here on are drawn one by one; no threshold lies below.
  package let candidateAt: Graded<Double>
  /// Whether what waits for a moderator is published only after the decision.
  package let isBeforePublication: Bool

  package var thresholds: Thresholds {
    Thresholds(
      removeAt: removeAt.value, reviewAt: reviewAt.value, least: candidateAt.value)
  }
}

/// What users and trusted flaggers report of what screening let pass.
package struct ReportParameters: Sendable {
  package let shareOfViolating: Graded<Double>
  package let shareOfLawful: Graded<Double>
  /// The mean of the exponential delay from upload to the first report, in hours.
  package let meanDelayHours: Graded<Double>
  /// Further reports of a reported subject, on average; their number is geometric.
  package let furtherReports: Graded<Double>
  /// Of the reported violating subjects, those that a trusted flagger reports first.
  package let trustedShareOfViolating: Graded<Double>
  /// Of the reported lawful subjects, those that a trusted flagger reports first.
  package let trustedShareOfLawful: Graded<Double>
}

/// Removal orders of an authority about what is published.
package struct OrderParameters: Sendable {
  package let shareOfViolating: Graded<Double>
  package let shareOfLawful: Graded<Double>
  /// The mean of the exponential delay from upload to the order, in hours.
  package let meanDelayHours: Graded<Double>
  /// The time within which an order must be followed, in hours.
  package let deadlineHours: Graded<Double>
  /// Of the orders about violating subjects, those that are valid; others never are.
  package let validShare: Graded<Double>
  /// Of the orders that the signatory finds wrong, those that it contests; it complies
  /// with the others.
  package let contestShare: Graded<Double>
}

/// Items of content that are uploaded again and again.
package struct CopyParameters: Sendable {
  /// Of the violating uploads, those that are copies of an item in circulation.
  package let shareOfViolating: Graded<Double>
  /// Of the lawful uploads that screening scores high, those that are copies of one.
  package let shareOfCandidates: Graded<Double>
  /// Lawful uploads that are copies of a lawful item in circulation, per million.
  package let lawfulPerMillion: Graded<Double>
  /// Items in circulation at a time, violating and lawful each; the n-th is copied in
  /// proportion to 1/n.
  package let items: Graded<Int>
  /// The days after which other items circulate.
  package let circulationDays: Graded<Double>
  /// Of the copies of a violating item, those altered so that its hash does not match.
  package let variantShare: Graded<Double>
  /// In how many ways an item is altered; each has a hash of its own.
  package let variants: Graded<Int>
}
