/// What was removed and what should have been.
extension Glossary {
  static let counters: [Entry] = [
    Entry(
      .removed, "Removed",
      "Removals, by automation or by a moderator. It counts them: a later restoration does not lower it.",
      measures: [.removed]),
    Entry(.lately, "in 24h", "Removed in the last 24 hours."),
    Entry(
      .published, "Published",
      "What a source states, never simulated. The share compares the simulated count at the end of the same day; until then, the count so far."
    ),
    Entry(.uploaded, "Uploaded", "Uploads, screened or not.", measures: [.uploaded]),
    Entry(
      .screened, "Screened",
      "Uploads that automation looked at: by their score, or by the hash bank. None where the regime screens nothing.",
      measures: [.screened]),
    Entry(
      .reviewed, "Reviewed",
      "First decisions that moderators took; what one passes on is decided by another.",
      measures: [.reviewed]),
    Entry(
      .automated, "By automation",
      "Removed without a moderator: by a high score, by the hash bank or by an error in bulk."),
    Entry(
      .undecided, "… undecided",
      "Subjects that break a policy and wait for a first decision: not missed yet."),
  ]

  static let errors: [Entry] = [
    Entry(
      .wrongly, "Acted on wrongly",
      "Lawful subjects that were removed or restricted. Only a simulation knows the truth of each subject."
    ),
    Entry(
      .removedWrongly, "Removed wrongly",
      "Lawful subjects among the removed. Only a simulation knows the truth of each subject.",
      measures: [.wrongfulRemovals]),
    Entry(
      .wrongShare, "Share wrong",
      "The share of lawful ones among all subjects removed or restricted."),
    Entry(
      .causeWrong, "By cause",
      "What removed them: screening, a match in the hash bank, a moderator, an order, strikes or an error in bulk."
    ),
    Entry(
      .restored, "Of these, restored",
      "Lawful subjects that are back: on appeal, by another review, or because the error was found without an appeal."
    ),
    Entry(
      .neverAppealed, "Never appealed",
      "Wrongly removed or restricted, and the owner never asked for it back, whether anybody else noticed or not. No real system can count them.",
      measures: [.neverAppealedShare]),
    Entry(
      .stillDown, "Still down",
      "Lawful subjects that are removed or restricted now: nobody undid it, or a moderator confirmed it."
    ),
    Entry(
      .missed, "Missed", "Subjects that break a policy, are visible now and wait in no queue.",
      measures: [.missed]),
    Entry(
      .missCause, "By cause",
      "Why they are up: nobody noticed them, an altered copy escaped the hash bank, a moderator kept them, or their removal was undone."
    ),
    Entry(
      .itemHours, "Item-hours down",
      "Hours for which lawful subjects were removed, added up over all of them.",
      measures: [.itemHoursDown]),
    Entry(
      .viewsLost, "Lawful views lost",
      "Views that lawful subjects would have had while they were removed.",
      measures: [.lawfulViewsLost]),
    Entry(
      .exposure, "Exposure before action", "Views of violating subjects before the action on them.",
      measures: [.exposureBeforeAction]),
    Entry(
      .violatingViews, "Violating views",
      "Views of violating subjects while they were visible, acted upon or not.",
      measures: [.violatingViews]),
    Entry(
      .prevalence, "Prevalence",
      "Violating views as a share of all views: the violative view rate.", measures: [.prevalence]),
    Entry(
      .prevalenceSample, "… by a sample",
      "The same as a platform would publish it: the 95 % interval of a random sample of 100,000 views.",
      measures: [.prevalenceSampleLow, .prevalenceSampleHigh]),
    Entry(
      .errorCost, "Cost of errors",
      "Wrongful removals and misses, each times its cost, in units of the scenario's own.",
      measures: [.errorCost]),
    Entry(
      .precision, "Precision",
      "Actions on violating uploads as a share of all actions on uploads, by the truth and not by appeals. Suspended accounts are no uploads.",
      measures: [.precision]),
    Entry(
      .recall, "Recall",
      "Violating uploads acted upon as a share of those and the missed ones, as they stand now.",
      measures: [.recall]),
    Entry(
      .automationPrecision, "Precision of automation",
      "Of the removals without a moderator, the rightful ones.", measures: [.automationPrecision]),
    Entry(
      .automationRecall, "Recall of automation",
      "Of the violating subjects that arrived, those removed without a moderator.",
      measures: [.automationRecall]),
    Entry(
      .screeningPrecision, "Precision of screening",
      "Of the removals by score alone, the rightful ones.", measures: [.screeningPrecision]),
    Entry(
      .screeningRecall, "Recall of screening",
      "Of the violating uploads that got a score, those removed by it at once.",
      measures: [.screeningRecall]),
    Entry(
      .blockRate, "Copies blocked",
      "Of the violating copies that arrived, altered or not, those that the hash bank blocked.",
      measures: [.uploadBlockRate]),
    Entry(
      .variantsMissed, "Variants missed",
      "Altered copies that are visible now and that nobody noticed, of items whose hash was in the bank at their upload.",
      measures: [.variantsMissed]),
    Entry(
      .hashes, "Hashes added, undone",
      "Hashes of removed content that entered the bank, and those taken out again as wrong.",
      measures: [.hashesAdded, .hashesUndone]),
    Entry(
      .hashHits, "Lawful hash hits", "Lawful subjects that a match in the hash bank removed.",
      measures: [.lawfulHashHits]),
    Entry(
      .hitsPerHash, "… per wrong hash", "The same for each hash of lawful content in the bank.",
      measures: [.hitsPerWrongHash]),
  ]

  static let speed: [Entry] = [
    Entry(
      .proactive, "Proactive rate",
      "Actions before any report or order, as a share of all actions. Suspended accounts are not among them, here and below.",
      measures: [.proactiveRate]),
    Entry(
      .timeToAction, "Time to action",
      "From upload to removal or restriction: median and 95th percentile.",
      measures: [.timeToActionMedian, .timeToActionP95]),
    Entry(
      .timeFromFlag, "… from first flag",
      "The same from the first flag by screening, report or order, where a moderator acted.",
      measures: [.timeFromFlagMedian, .timeFromFlagP95]),
    Entry(
      .beforeView, "Before any view",
      "Actions on subjects that had not had one view, as a share of all actions.",
      measures: [.actedBeforeViewShare]),
    Entry(
      .withinDay, "Within 24 hours",
      "Actions within 24 hours of the upload, as a share of all actions.",
      measures: [.actedWithinDayShare]),
    Entry(
      .reports, "Reports", "Reports of users and trusted flaggers.", measures: [.reports]),
    Entry(
      .trustedReports, "… of trusted flaggers", "Of them, those of trusted flaggers.",
      measures: [.trustedReports]),
    Entry(
      .validReports, "Valid reports",
      "Of the reports, the share about what does break a policy.", measures: [.validReportsShare]),
    Entry(
      .mergedReports, "… merged",
      "Reports that made no job of their own: the subject was in a queue or decided already.",
      measures: [.mergedReports]),
    Entry(
      .reportsInTime, "Reports in 2 hours",
      "Of the reports that led to a decision, those decided within 2 hours.",
      measures: [.reportsWithin2HoursShare]),
    Entry(.appealed, "Appealed", "Subjects acted upon whose owner asked for them back."),
    Entry(
      .appealRate, "Appeal rate", "Appeals as a share of all actions.", measures: [.appealRate]),
    Entry(.overturned, "Overturned", "Actions undone on appeal."),
    Entry(
      .overturnRate, "Overturn rate",
      "Actions undone on appeal, as a share of the appeals decided.", measures: [.overturnRate]),
    Entry(
      .restoredUnasked, "Restored unasked",
      "Actions undone because the error was found although nobody appealed, as a share of all actions.",
      measures: [.restoredUnaskedRate]),
    Entry(
      .appealTime, "Time of an appeal", "From an appeal to its decision: the median.",
      measures: [.appealTimeMedian]),
  ]
}
