import Moderation
import Queueing

/// The bank of hashes of removed content.
package struct HashBankParameters: Sendable {
  /// Whether the signatories share one bank; else each has its own.
  package let isShared: Bool
  /// From a removal until its hash is in force, in minutes.
  package let delayMinutes: Graded<Double>
}

/// What removals mean for the account that posted the subject.
///
/// What the hash bank blocks at upload is no strike: nothing was published.
package struct StrikeParameters: Sendable {
  /// Removals after which an account is suspended; its owner then begins with a new one.
  package let limit: Graded<Int>
  /// Accounts that post violating content, over all signatories.
  package let offendingAccounts: Graded<Int>
  /// Accounts that post lawful content, over all signatories.
  package let lawfulAccounts: Graded<Int>
  /// Days without a removal after which an account's strikes lapse; nil when they never do.
  package let lapseDays: Graded<Double>?
}

/// What happens to removals afterwards: appeals, and errors found without one.
package struct AppealParameters: Sendable {
  /// Of the wrongly removed, those whose owner appeals.
  package let shareOfWrongful: Graded<Double>
  /// Of the rightly removed, those whose owner appeals.
  package let shareOfRightful: Graded<Double>
  /// The mean of the exponential delay from removal to appeal, in hours.
  package let meanDelayHours: Graded<Double>
  /// Of the wrongly removed that nobody appeals, those that are restored all the same.
  package let shareRestoredUnasked: Graded<Double>
  /// The mean of the exponential delay from removal to that, in hours.
  package let meanRestoreHours: Graded<Double>
}
