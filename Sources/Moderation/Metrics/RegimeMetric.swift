/// The measures of a regime by the definitions of the field.
///
/// One table serves exports, comparisons and the dashboard's catalogue.
package enum RegimeMetric: String, CaseIterable, Sendable {
  case screened, reviewed, removed
  /// Violating views ÷ all views.
  case prevalence
  case violatingViews
  /// Views of violating subjects before the action on them.
  case exposureBeforeAction
  /// Actions before any report or order ÷ actions.
  case proactiveRate
  case timeToActionMedian, timeToActionP95
  /// From the first flag, of the subjects that a moderator acted upon.
  case timeFromFlagMedian, timeFromFlagP95
  /// Actions before any view ÷ actions.
  case actedBeforeViewShare
  /// Actions within 24 hours of the upload ÷ actions.
  case actedWithinDayShare
  /// Reports handled within 2 hours ÷ reports handled.
  case reportsWithin2HoursShare
  /// Decisions within the target ÷ decisions and jobs open past it.
  case attainment

  /// Actions on violating subjects ÷ actions, by the truth.
  case precision
  /// Violating subjects acted upon ÷ those and the missed ones, as they stand now.
  case recall
  /// Rightful removals without a moderator ÷ removals without a moderator.
  case automationPrecision
  /// Rightful removals without a moderator ÷ violating subjects that arrived.
  case automationRecall

  /// Appeals ÷ actions.
  case appealRate
  /// Actions undone on appeal ÷ appeals decided.
  case overturnRate
  /// Actions undone without an appeal ÷ actions.
  case restoredUnaskedRate
  case appealTimeMedian

  case wrongfulRemovals
  /// Wrongful actions that nobody asked about ÷ wrongful actions.
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

  /// Violating copies removed at upload ÷ violating copies that arrived.
  case uploadBlockRate
  /// Altered copies that nobody noticed.
  case variantsMissed
  /// Lawful subjects that a hash removed.
  case lawfulHashHits

  case orders, validOrders, ordersComplied, ordersCompliedWrongly, ordersContested, lateOrders
  case reportsToAuthority, requests, accountsDisclosed, recordsDisclosed
  /// Requests for what was no longer kept.
  case requestsExpired
  case decryptionOrders

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
    case .screened, .reviewed, .removed, .wrongfulRemovals, .missed, .backlog, .variantsMissed,
      .lawfulHashHits, .orders, .validOrders, .ordersComplied, .ordersCompliedWrongly,
      .ordersContested, .lateOrders, .reportsToAuthority, .requests, .accountsDisclosed,
      .recordsDisclosed, .requestsExpired, .decryptionOrders:
      .count
    case .prevalence, .proactiveRate, .actedBeforeViewShare, .actedWithinDayShare,
      .reportsWithin2HoursShare, .attainment, .precision, .recall, .automationPrecision,
      .automationRecall, .appealRate, .overturnRate, .restoredUnaskedRate, .neverAppealedShare,
      .utilization, .uploadBlockRate:
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
