import Moderation
import Queueing

/// Reports to the authority, its requests for information and what answers them.
package struct AuthorityParameters: Sendable {
  /// Of the removed subjects, those that are reported to the authority.
  package let reportShare: Graded<Double>
  /// Of the reports, those that a request for information follows.
  package let requestShare: Graded<Double>
  /// The mean of the exponential delay from report to request, in days.
  package let requestDelayDays: Graded<Double>
  /// Requests a day that follow no report, over all signatories.
  package let otherRequestsPerDay: Graded<Double>
  /// How far back the day lies that a request asks about, on average, in days;
  /// exponential.
  package let lookbackDays: Graded<Double>
  /// Login records of an account a day, on average.
  package let loginsPerDay: Graded<Double>
  /// The mean of the exponential time to an answer, in hours.
  package let answerHours: Graded<Double>
  /// Of the requests, those that are refused as not valid.
  package let refusedShare: Graded<Double>
  /// How long login metadata is kept, in months of 30 days; 0 when none is.
  package let retentionMonths: Graded<Double>
}

/// Orders to help with decryption.
package struct DecryptionParameters: Sendable {
  /// Over all signatories.
  package let ordersPerYear: Graded<Double>
  /// Of them, those refused because the signatory does not hold the keys.
  package let impossibleShare: Graded<Double>
  /// Of them, those that the signatory contests.
  package let contestedShare: Graded<Double>
  /// The mean of the exponential time to an answer, in days.
  package let answerDays: Graded<Double>
}
