/// The measures of a regime by the definitions of the field.
///
/// One table serves exports, comparisons and the dashboard's catalogue.
package enum RegimeMetric: String, CaseIterable, Sendable {
  case uploaded
  /// Uploads that automation looked at: by their score, or by the hash bank.
  case screened
  case reviewed, removed
  /// Violating views ÷ all views.
  case prevalence
  /// The least and the greatest prevalence that a random sample of views speaks for.
  case prevalenceSampleLow, prevalenceSampleHigh
  case violatingViews
  /// Views of violating subjects before the action on them.
  case exposureBeforeAction
  /// Actions before any report or order ÷ actions; suspensions are not among them, here and
  /// in the other measures of speed.
  case proactiveRate
  case timeToActionMedian, timeToActionP95
  /// From the first flag, of the subjects that a moderator acted upon.
  case timeFromFlagMedian, timeFromFlagP95
  /// Actions before the first view ÷ actions.
  case actedBeforeViewShare
  /// Actions within 24 hours of the upload ÷ actions.
  case actedWithinDayShare
  /// Reports handled within 2 hours ÷ reports handled.
  case reportsWithin2HoursShare
  /// Decisions within the target ÷ decisions, and jobs passed on, withdrawn or open past it.
  case attainment

  /// Actions on violating uploads ÷ actions on uploads, by the truth: suspensions have none.
  case precision
  /// Violating uploads acted upon ÷ those and the missed ones, as they stand now.
  case recall
  /// Rightful removals without a moderator ÷ removals without a moderator.
  case automationPrecision
  /// Rightful removals without a moderator ÷ violating subjects that arrived.
  case automationRecall
  /// The same of removals by score, and of the violating subjects that got a score.
  case screeningPrecision, screeningRecall

  /// Appeals ÷ actions.
  case appealRate
  /// Actions undone on appeal ÷ appeals decided.
  case overturnRate
  /// Actions undone because the error was found, without an appeal ÷ actions.
  case restoredUnaskedRate
  case appealTimeMedian

  case wrongfulRemovals
  /// Wrongful actions whose owner never appealed ÷ wrongful actions.
  case neverAppealedShare
  case itemHoursDown, lawfulViewsLost
  /// Violating subjects that are visible now and that nobody is about to look at.
  case missed
  case errorCost

  /// Jobs that wait now.
  case backlog
  case oldestWait, hoursToClear
  /// Busy time ÷ time on duty.
  case utilization
  case handleTimeMedian, handleTimeMean
  case exposureMinutes

  /// Violating copies blocked by the hash bank ÷ violating copies that arrived.
  case uploadBlockRate
  /// Altered copies of what the bank knew that are visible and that nobody noticed.
  case variantsMissed
  /// Hashes that entered the bank, and that were taken out again as wrong.
  case hashesAdded, hashesUndone
  /// Lawful subjects that a hash removed.
  case lawfulHashHits
  /// The same ÷ hashes of lawful subjects that entered the bank; nil for one signatory,
  /// whom hashes of others hit.
  case hitsPerWrongHash

  /// Reports of users and trusted flaggers, and those of the latter alone.
  case reports, trustedReports
  /// Reports of violating subjects ÷ reports.
  case validReportsShare
  /// Reports that joined a job or a decision that there was.
  case mergedReports

  /// Jobs passed on to those who decide the hard ones.
  case escalations
  case secondReviews
  /// Second reviews that came to another decision ÷ second reviews.
  case disagreementRate
  /// Claims that came to nothing.
  case lapsedClaims
  /// Subjects that their owners took down while they waited.
  case withdrawals

  case orders, mootOrders, validOrders, ordersComplied, ordersCompliedWrongly
  /// Orders that were followed although they were not valid.
  case invalidOrdersComplied
  case ordersContested, lateOrders
  case reportsToAuthority
  /// Lawful subjects that were reported to the authority.
  case lawfulReportsToAuthority
  case requests, accountsDisclosed, recordsDisclosed
  /// Requests for what was no longer kept.
  case requestsExpired
  /// Requests that were refused as not valid, and for records of which there were none.
  case requestsRefused, requestsEmpty
  case decryptionOrders
  /// Orders to decrypt that were answered, were impossible to answer, were contested.
  case decryptionHelped, decryptionImpossible, decryptionContested

  /// In what a value is given.
  package enum Unit: String, Sendable {
    case count, share, views, hours, minutes, seconds
    /// Hours, over all subjects.
    case itemHours = "item_hours"
    /// Units of the scenario's own.
    case cost
  }

  package var unit: Unit {
    switch self {
    case .uploaded, .screened, .reviewed, .removed, .wrongfulRemovals, .missed, .backlog,
      .variantsMissed, .lawfulHashHits, .hitsPerWrongHash, .orders, .mootOrders, .validOrders,
      .ordersComplied, .ordersCompliedWrongly, .invalidOrdersComplied, .ordersContested,
      .lateOrders, .reportsToAuthority, .lawfulReportsToAuthority, .requests, .accountsDisclosed,
      .recordsDisclosed, .requestsExpired, .decryptionOrders, .hashesAdded, .hashesUndone,
      .reports, .trustedReports, .mergedReports, .escalations, .secondReviews, .lapsedClaims,
      .withdrawals, .requestsRefused, .requestsEmpty, .decryptionHelped, .decryptionImpossible,
      .decryptionContested:
      .count
    case .prevalence, .prevalenceSampleLow, .prevalenceSampleHigh, .proactiveRate,
      .actedBeforeViewShare, .actedWithinDayShare,
      .reportsWithin2HoursShare, .attainment, .precision, .recall, .automationPrecision,
      .automationRecall, .screeningPrecision, .screeningRecall, .appealRate, .overturnRate,
      .restoredUnaskedRate, .neverAppealedShare,
      .utilization, .uploadBlockRate, .validReportsShare, .disagreementRate:
      .share
    case .violatingViews, .exposureBeforeAction, .lawfulViewsLost: .views
    case .timeToActionMedian, .timeToActionP95, .timeFromFlagMedian, .timeFromFlagP95,
      .appealTimeMedian, .oldestWait, .hoursToClear:
      .hours
    case .handleTimeMedian, .handleTimeMean: .seconds
    case .exposureMinutes: .minutes
    case .itemHoursDown: .itemHours
    case .errorCost: .cost
    }
  }
}
