import Moderation

/// The figures that the dashboard shows; `Glossary` has the name and definition of each.
package enum Metric: String, CaseIterable, Sendable {
  case screened, reviewed, removed, lately, published, automated
  case removedWrongly, wrongShare, restored, neverAppealed, missed, undecided
  case itemHours, viewsLost, exposure, violatingViews, prevalence, errorCost
  case precision, recall, automationPrecision, automationRecall
  case causeWrong, missCause
  case proactive, timeToAction, timeFromFlag, beforeView, withinDay
  case reports, reportsInTime, appealed, appealRate, overturned, overturnRate
  case restoredUnasked, appealTime
  case blockRate, variantsMissed, hashHits
  case waiting, inReview, oldest, arrivals, decisions, waitP50, waitP95, onTime, attainment
  case overdue, hoursToClear
  case moderators, resting, busy, utilization, handleTime, exposureMinutes, safetyStaff
  case orders, validOrders, complied, compliedWrongly, contested, late
  case toAuthority, requests, disclosed, records, expired, retention, audit, decryption
  case worlds, range

  /// The name on the screen and in help.
  package var name: String { Glossary.entry(for: self).name }

  /// What it means, in a sentence or two.
  package var definition: String { Glossary.entry(for: self).definition }
}
