/// Queues, moderators, authorities, and the worlds behind the counters.
extension Glossary {
  static let queues: [Entry] = [
    Entry(.waiting, "waiting", "Jobs that wait for a moderator now.", measures: [.backlog]),
    Entry(.inReview, "review", "Jobs that are with a moderator now."),
    Entry(
      .oldest, "oldest", "How long the longest waiting job has been waiting.",
      measures: [.oldestWait]),
    Entry(.arrivals, "in/min", "Jobs that entered the queue, a minute, over the last hour."),
    Entry(.decisions, "out/min", "Decisions a minute, over the last hour."),
    Entry(
      .waitP50, "p50",
      "The median wait for a moderator, of the reviews begun in the last 24 hours."),
    Entry(.waitP95, "p95", "The 95th percentile of the same."),
    Entry(
      .onTime, "in 2h, on time",
      "Decided within the target of their time: the share of the decisions of the last 24 hours and the jobs overdue now. What is passed on to another queue counts there, and here only if it was late."
    ),
    Entry(
      .attainment, "on time since start",
      "The same over all decisions since the start and the jobs overdue now.",
      measures: [.attainment]),
    Entry(.overdue, "overdue", "Jobs that are open past the target."),
    Entry(
      .hoursToClear, "to clear",
      "How long until nobody waits if decisions go on as in the last hour and nothing comes in.",
      measures: [.hoursToClear]),
    Entry(
      .escalations, "Escalated",
      "Jobs passed on to those who decide the hard ones, after a second review too.",
      measures: [.escalations]),
    Entry(
      .secondReviews, "Second reviews", "Decisions that another moderator looked at once more.",
      measures: [.secondReviews]),
    Entry(
      .disagreement, "… that disagree",
      "Of the second reviews, the share that came to another end.",
      measures: [.disagreementRate]),
    Entry(
      .lapsedClaims, "Claims lapsed", "Claims that came to nothing: the lock ran out.",
      measures: [.lapsedClaims]),
    Entry(
      .withdrawals, "Withdrawn", "Subjects that their owners took down while they waited.",
      measures: [.withdrawals]),
  ]

  static let workforce: [Entry] = [
    Entry(.moderators, "on duty", "Moderators on duty now, those on a break among them."),
    Entry(
      .resting, "resting",
      "Of them, those who rest: on a break, or because they have seen as much violating material as the scenario allows in a shift."
    ),
    Entry(.busy, "busy", "Of them, those with a job."),
    Entry(
      .utilization, "util 24h",
      "Busy time as a share of time on duty, over the last 24 hours. Above 100 % where moderators finish a job after their shift.",
      measures: [.utilization]),
    Entry(
      .handleTime, "per job", "The mean busy time a decision, since the start.",
      measures: [.handleTimeMean, .handleTimeMedian]),
    Entry(
      .exposureMinutes, "exposed",
      "Minutes with subjects that do break a policy, in eight hours on duty, since the start.",
      measures: [.exposureMinutes]),
    Entry(
      .safetyStaff, "staff S",
      "Sourced, not simulated: about what share of the employees is involved in counterterrorism and cybersecurity."
    ),
  ]

  static let authority: [Entry] = [
    Entry(.orders, "Orders", "Removal orders of an authority.", measures: [.orders]),
    Entry(
      .mootOrders, "Already down",
      "Orders about what had been removed, restricted or withdrawn, or was before anybody decided.",
      measures: [.mootOrders]),
    Entry(
      .validOrders, "Valid", "Orders that meet the requirements of the law.",
      measures: [.validOrders]),
    Entry(.complied, "Complied", "Orders that were followed.", measures: [.ordersComplied]),
    Entry(
      .compliedWrongly, "… wrongly", "Orders that were followed although the subject is lawful.",
      measures: [.ordersCompliedWrongly]),
    Entry(
      .compliedInvalid, "… though invalid",
      "Orders that were followed although they were not valid.",
      measures: [.invalidOrdersComplied]),
    Entry(
      .contested, "Contested", "Orders that were not followed.", measures: [.ordersContested]),
    Entry(.late, "Late", "Orders decided after their deadline.", measures: [.lateOrders]),
    Entry(
      .toAuthority, "Reported to authority",
      "Removed subjects that a signatory reported to the authority.",
      measures: [.reportsToAuthority]),
    Entry(
      .lawfulToAuthority, "… wrongly", "Lawful subjects among the reported ones.",
      measures: [.lawfulReportsToAuthority]),
    Entry(
      .requests, "Requests",
      "Requests of an authority for the login records of one synthetic account.",
      measures: [.requests]),
    Entry(
      .disclosed, "Accounts disclosed",
      "Accounts of which login records were handed over, one at least.",
      measures: [.accountsDisclosed]),
    Entry(
      .records, "Records disclosed", "Login records that were handed over.",
      measures: [.recordsDisclosed]),
    Entry(
      .empty, "No records", "Requests about a day on which the account had not logged in.",
      measures: [.requestsEmpty]),
    Entry(.refused, "Refused", "Requests refused as not valid.", measures: [.requestsRefused]),
    Entry(
      .expired, "Expired", "Requests for what was no longer kept.", measures: [.requestsExpired]),
    Entry(.retention, "Retention", "How long login records are kept before they are deleted."),
    Entry(
      .audit, "Audit log",
      "An entry for each answer to a request. There is no other path to the records."),
    Entry(
      .decryption, "Decryption orders",
      "Orders to help with the decryption of information: helped, impossible because the signatory holds no keys, or contested.",
      measures: [
        .decryptionOrders, .decryptionHelped, .decryptionImpossible, .decryptionContested,
      ]),
  ]

  static let worlds: [Entry] = [
    Entry(
      .worlds, "World",
      "A draw from the ranges that the scenario gives for its parameters, solved so that it gives the published counters."
    ),
    Entry(
      .range, "Lowest … highest",
      "Over the worlds that give the published counters. How far they lie apart is what the counter does not tell."
    ),
  ]
}
