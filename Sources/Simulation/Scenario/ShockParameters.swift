import Moderation
import Queueing

/// What a shock does; when and for how long stands in `ScenarioFacts.shocks`.
package enum ShockParameters: Sendable {
  /// `copies` violating uploads of one item over the duration, spread over the signatories
  /// by their shares.
  case reuploadSurge(
    policy: Int, kind: SubjectKind, copies: Graded<Double>, variantShare: Graded<Double>,
    variants: Graded<Int>)
  /// Lawful uploads of one item whose hash is in the bank from the beginning to the end.
  case poisonedHash(policy: Int, kind: SubjectKind, copies: Graded<Double>)
  /// Lawful subjects removed over the duration; at its end those that nobody appealed
  /// are restored.
  case bulkError(policy: Int, kind: SubjectKind, removals: Graded<Double>)
  /// The share of the moderators of all teams that is absent for the duration.
  case absence(share: Graded<Double>)
  /// A policy comes into force for good.
  case newLaw(policy: Int)

  /// The policy that it brings into force, if it is a law.
  var law: Int? {
    if case .newLaw(let policy) = self { policy } else { nil }
  }
}
