/// What a tally counts beside the standings of subjects and the causes of their removals.
///
/// All are flows, which only grow, but for `variantsMissed` and `offendersSuspended`.
package enum Count: Int, CaseIterable, Sendable {
  /// Uploads, screened or not.
  case uploaded
  /// Uploads that automation looked at: by their score, or by the hash bank.
  case screened
  /// Accounts suspended for their strikes; they enter the tally without an upload.
  case suspended
  /// Lawful uploads that passed and nobody noticed; a count without subjects.
  case passedUnnoticed
  /// Violating altered copies of what the hash bank knew that are visible now and nobody
  /// noticed.
  case variantsMissed
  /// Violating accounts that are suspended now.
  case offendersSuspended

  /// Subjects that were removed or restricted and had been neither.
  case actions
  /// Lawful subjects among `actions`.
  case wrongfulActions
  /// Actions on subjects that nobody had reported and no authority had named.
  case proactiveActions
  /// Actions on subjects that had not had one view, on average.
  case actionsBeforeView
  /// Actions within 24 hours of the upload.
  case actionsWithinDay
  case restrictions
  /// Lawful subjects among `restrictions`.
  case wrongfulRestrictions

  /// First decisions that moderators took, by themselves or after asking another.
  case reviewed
  /// Claims that came to nothing.
  case lapsedClaims
  /// Subjects that their owners took down while they waited.
  case withdrawals
  /// Jobs that were passed on to the moderators who decide the hard ones.
  case escalations
  /// Second reviews that took place.
  case secondReviews
  /// Second reviews that came to another decision.
  case disagreements

  /// Reports of users and trusted flaggers.
  case reports
  case trustedReports
  /// Reports of subjects that do break the policy.
  case validReports
  /// Reports that made no job of their own.
  case mergedReports
  /// Reported subjects decided within 2 hours of the report.
  case reportsWithin2Hours
  /// The same within 8 hours, and not within 2.
  case reportsWithin8Hours
  /// The same within 24 hours, and not within 8.
  case reportsWithin24Hours
  /// The same later.
  case reportsAfter24Hours

  /// Acted upon subjects whose owner asked for them back.
  case appealed
  /// Lawful subjects among `appealed`.
  case wrongfulAppealed
  case appealsDecided
  /// Actions undone on appeal.
  case overturned
  /// Actions undone because the error was found, without an appeal.
  case restoredUnasked
  /// The same after an appeal that had failed.
  case restoredAfterAppeal
  /// Lawful subjects whose action was undone, for whatever cause.
  case wrongfulRestored
  /// Lawful subjects among `restoredUnasked`.
  case wrongfulRestoredUnasked
  /// Lawful subjects whose action another review undid, or that came back with a strike,
  /// without appeal or audit.
  case wrongfulReversed

  /// Hashes that entered the bank.
  case hashesAdded
  /// Hashes of lawful subjects among them.
  case wrongHashesAdded
  /// Hashes taken out again.
  case hashesUndone
  /// Violating uploads of content that had been uploaded before, altered or not.
  case copiesArriving
  /// Those of them that the hash bank blocked at upload.
  case copiesBlocked

  /// Removal orders of authorities.
  case orders
  /// Orders about what had been removed, restricted or withdrawn already.
  case mootOrders
  /// Valid ones among `orders`.
  case validOrders
  /// Orders that a moderator decided upon.
  case ordersDecided
  /// Those of `ordersDecided` that were followed.
  case ordersComplied
  /// Lawful subjects among `ordersComplied`.
  case ordersCompliedWrongly
  /// Orders among `ordersComplied` that were not valid.
  case invalidOrdersComplied
  /// Those of `ordersDecided` that were not followed.
  case ordersContested
  /// Violating subjects among `ordersContested`.
  case ordersContestedWrongly
  /// Orders decided after their deadline.
  case lateOrders

  /// Removed subjects that were reported to the authority.
  case reportedToAuthority
  /// Lawful subjects among `reportedToAuthority`.
  case lawfulReportedToAuthority

  /// The word in exports.
  package var name: String { "\(self)" }
}
