import Moderation

/// The figures that the dashboard shows; `Glossary` has the name and definition of each.
package enum Metric: String, CaseIterable, Sendable {
  case uploaded, screened, reviewed, removed, lately, published, automated
  case wrongly, removedWrongly, wrongShare, restored, neverAppealed, stillDown, missed, undecided
  case itemHours, viewsLost, exposure, violatingViews, prevalence, prevalenceSample
  case errorCost
  case precision, recall, automationPrecision, automationRecall
  case screeningPrecision, screeningRecall
  case causeWrong, missCause
  case proactive, timeToAction, timeFromFlag, beforeView, withinDay
  case reports, trustedReports, validReports, mergedReports, reportsInTime, appealed, appealRate,
    overturned, overturnRate
  case restoredUnasked, appealTime
  case blockRate, variantsMissed, hashes, hashHits, hitsPerHash
  case waiting, inReview, oldest, arrivals, decisions, waitP50, waitP95, onTime, attainment
  case overdue, hoursToClear
  case escalations, secondReviews, disagreement, lapsedClaims, withdrawals
  case moderators, resting, busy, utilization, handleTime, exposureMinutes, safetyStaff
  case orders, mootOrders, validOrders, complied, compliedWrongly, compliedInvalid, contested
  case late, toAuthority, lawfulToAuthority, requests, disclosed, records, empty, expired,
    refused, retention, audit, decryption
  case worlds, range

  /// The name on the screen and in help.
  package var name: String { Glossary.entry(for: self).name }

  /// What it means, in a sentence or two.
  package var definition: String { Glossary.entry(for: self).definition }
}
