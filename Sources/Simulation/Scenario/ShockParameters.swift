import Moderation
import Queueing

/// What a shock does; when and for how long stands in `ScenarioFacts.shocks`.
package enum ShockParameters: Sendable {
  /// `copies` violating uploads of one item over the duration, spread over the signatories
  /// by their shares, from so many accounts, which post nothing else of the sort.
  case reuploadSurge(
    policy: Int, kind: SubjectKind, copies: Graded<Double>, accounts: Graded<Double>,
    variantShare: Graded<Double>, variants: Graded<Int>)
  /// Lawful uploads of one item whose hash is in the bank from the beginning to the end.
  case poisonedHash(policy: Int, kind: SubjectKind, copies: Graded<Double>)
  /// Lawful subjects removed over the duration; at its end those that nobody appealed
  /// are restored.
  case bulkError(policy: Int, kind: SubjectKind, removals: Graded<Double>)
  /// The share of the moderators of all teams that is absent for the duration.
  case absence(share: Graded<Double>)
  /// A policy comes into force for good.
  case newLaw(policy: Int)

  /// The accounts from which a surge comes; nil for any other shock.
  var surgeAccounts: Double? {
    if case .reuploadSurge(_, _, _, let accounts, _, _) = self { accounts.value } else { nil }
  }

  /// The policy that it brings into force, if it is a law.
  var law: Int? {
    if case .newLaw(let policy) = self { policy } else { nil }
  }
}
