import Queueing

/// The accounts from which the measures of a part are computed.
struct MetricBasis {
  private let tally: Tally
  private let burden: Burden
  private let prevalence: Prevalence
  private let sample: Prevalence.Sample?
  /// The subjects whose uploads get a score.
  private let scored: Tally
  private let scope: Scope
  /// Nil for a part narrowed down by more than the kind.
  private let durations: DurationSummaries?
  /// The next three are nil for a part narrowed down by more than the signatory.
  private let queues: QueueTotals?
  private let workforce: WorkforceState?
  private let authority: AuthorityTally?

  init(of projection: Projection, scope: Scope) {
    tally = projection.tally(of: scope)
    burden = projection.burden(of: scope)
    prevalence = projection.prevalence(of: scope)
    // One sample an hour, so that it does not flicker.
    var stream = RandomStream(
      seed: UInt64(projection.now / TimeUnit.hour), name: "sample of views")
    sample = prevalence.sample(&stream)
    scored = Self.scored(projection, scope)
    self.scope = scope
    let isWhole = scope.signatory == nil && scope.policy == nil
    durations = isWhole ? projection.durations(of: scope.kind) : nil
    guard scope.kind == nil, scope.policy == nil else {
      (queues, workforce, authority) = (nil, nil, nil)
      return
    }
    queues = QueueTotals(
      projection.facts.queues.indices.map { queue in
        scope.signatory.map { projection.state(of: queue, signatory: $0) }
          ?? projection.state(of: queue)
      })
    workforce = projection.workforce(signatory: scope.signatory)
    authority = projection.authority(signatory: scope.signatory)
  }

  private static func scored(_ projection: Projection, _ scope: Scope) -> Tally {
    var sum = Tally()
    for (policy, facts) in projection.facts.policies.enumerated() {
      guard scope.policy ?? policy == policy else { continue }
      for kind in SubjectKind.allCases
      where facts.thresholds[kind.index] != nil && scope.kind ?? kind == kind {
        sum += projection.tally(
          of: Scope(signatory: scope.signatory, kind: kind, policy: policy))
      }
    }
    return sum
  }

  func value(_ metric: RegimeMetric) -> Double? {
    switch metric {
    case .prevalence: prevalence.value
    case .prevalenceSampleLow: sample?.interval().lowerBound
    case .prevalenceSampleHigh: sample?.interval().upperBound
    case .hitsPerWrongHash:
      scope.signatory == nil
        ? tally[removedBy: .hashBank, .lawful].share(of: tally[.wrongHashesAdded]) : nil
    case .violatingViews: burden.violatingViews
    case .exposureBeforeAction: burden.exposureBeforeAction
    case .itemHoursDown: burden.itemHoursDown
    case .lawfulViewsLost: burden.lawfulViewsLost
    case .errorCost: burden.errorCost
    case .timeToActionMedian: durations?.actionFromUpload.median.map(Self.hours)
    case .timeToActionP95: durations?.actionFromUpload.p95.map(Self.hours)
    case .timeFromFlagMedian: durations?.actionFromFlag.median.map(Self.hours)
    case .timeFromFlagP95: durations?.actionFromFlag.p95.map(Self.hours)
    case .appealTimeMedian: durations?.appeals.median.map(Self.hours)
    case .handleTimeMedian: durations?.handling.median
    case .handleTimeMean: durations?.handling.mean
    case .attainment: queues?.attainment
    case .backlog: queues.map { Double($0.waiting) }
    case .oldestWait: queues?.oldest.map { Double($0) / Double(TimeUnit.hour) }
    case .hoursToClear: queues?.hoursToClear
    case .utilization: workforce?.utilization
    case .exposureMinutes: workforce?.exposureMinutes
    default: share(metric) ?? (count(metric) ?? letters(metric)).map(Double.init)
    }
  }

  /// The counts of what passes between signatories and authorities.
  private func letters(_ metric: RegimeMetric) -> Int? {
    switch metric {
    case .requests: authority?[.requests]
    case .accountsDisclosed: authority?[.disclosedAccounts]
    case .recordsDisclosed: authority?[.disclosedRecords]
    case .requestsExpired: authority?[.expired]
    case .requestsRefused: authority?[.refused]
    case .requestsEmpty: authority?[.empty]
    case .decryptionOrders: authority?[.decryptionOrders]
    case .decryptionHelped: authority?[.decryptionHelped]
    case .decryptionImpossible: authority?[.decryptionImpossible]
    case .decryptionContested: authority?[.decryptionContested]
    default: nil
    }
  }

  /// The measures that are one count as a share of another.
  private func share(_ metric: RegimeMetric) -> Double? {
    let actions = tally[.actions]
    let automated = tally.removedByAutomation
    let rightlyAutomated = automated - wronglyAutomated
    let part: (Int, of: Int)? =
      switch metric {
      case .proactiveRate: (tally[.proactiveActions], tally.contentActions)
      case .actedBeforeViewShare: (tally[.actionsBeforeView], tally.contentActions)
      case .actedWithinDayShare: (tally[.actionsWithinDay], tally.contentActions)
      case .reportsWithin2HoursShare: (tally[.reportsWithin2Hours], tally.reportsHandled)
      case .precision:
        (
          tally.contentActions - tally.wrongfulContentActions, tally.contentActions
        )
      case .recall: (tally.caught, tally.caught + tally.missedUploads)
      case .automationPrecision: (rightlyAutomated, automated)
      case .automationRecall: (rightlyAutomated, Self.violatingUploads(tally))
      case .screeningPrecision:
        (scored[removedBy: .screening, .violating], scored[removedBy: .screening])
      case .screeningRecall:
        (
          scored[removedBy: .screening, .violating],
          Self.violatingUploads(scored) - scored[removedBy: .hashBank, .violating]
        )
      case .appealRate: (tally[.appealed], actions)
      case .overturnRate: (tally[.overturned], tally[.appealsDecided])
      case .restoredUnaskedRate: (tally[.restoredUnasked], actions)
      case .neverAppealedShare: (tally.neverAppealed, tally[.wrongfulActions])
      case .validReportsShare: (tally[.validReports], tally[.reports])
      case .disagreementRate: (tally[.disagreements], tally[.secondReviews])
      case .uploadBlockRate: (tally[.copiesBlocked], tally[.copiesArriving])
      default: nil
      }
    return part.flatMap { $0.0.share(of: $0.of) }
  }

  private func count(_ metric: RegimeMetric) -> Int? {
    switch metric {
    // What nobody noticed comes under no policy, so a policy's own uploads are no one's.
    case .uploaded: scope.policy == nil ? tally[.uploaded] : nil
    case .screened: scope.policy == nil ? tally[.screened] : nil
    case .reviewed: tally[.reviewed]
    case .removed: tally.removed
    case .wrongfulRemovals: tally.wronglyRemoved
    case .missed: tally.missed
    case .variantsMissed: tally[.variantsMissed]
    case .lawfulHashHits: tally[removedBy: .hashBank, .lawful]
    case .orders: tally[.orders]
    case .mootOrders: tally[.mootOrders]
    case .invalidOrdersComplied: tally[.invalidOrdersComplied]
    case .reportsToAuthority: tally[.reportedToAuthority]
    case .lawfulReportsToAuthority: tally[.lawfulReportedToAuthority]
    case .validOrders: tally[.validOrders]
    case .ordersComplied: tally[.ordersComplied]
    case .ordersCompliedWrongly: tally[.ordersCompliedWrongly]
    case .ordersContested: tally[.ordersContested]
    case .lateOrders: tally[.lateOrders]
    default: work(metric)
    }
  }

  /// The counts of what moderators are given and what they do.
  private func work(_ metric: RegimeMetric) -> Int? {
    switch metric {
    case .reports: tally[.reports]
    case .trustedReports: tally[.trustedReports]
    case .mergedReports: tally[.mergedReports]
    case .escalations: tally[.escalations]
    case .secondReviews: tally[.secondReviews]
    case .lapsedClaims: tally[.lapsedClaims]
    case .withdrawals: tally[.withdrawals]
    case .hashesAdded: tally[.hashesAdded]
    case .hashesUndone: tally[.hashesUndone]
    default: nil
    }
  }

  private var wronglyAutomated: Int {
    Cause.automated.reduce(0) { $0 + tally[removedBy: $1, .lawful] }
  }

  /// Violating subjects that were uploaded: all but suspended accounts.
  private static func violatingUploads(_ tally: Tally) -> Int {
    Standing.allCases.reduce(0) { $0 + tally[$1, .violating] }
      - tally[removedBy: .strikes, .violating]
  }

  private static func hours(seconds: Double) -> Double { seconds / 3_600 }
}

/// The queues of a part together.
private struct QueueTotals {
  let waiting: Int
  let oldest: Microseconds?
  let attainment: Double?
  let hoursToClear: Double?

  init(_ states: [QueueState]) {
    let waiting = states.reduce(0) { $0 + $1.waiting }
    let onTime = states.reduce(0) { $0 + $1.handledOnTime }
    let due = states.reduce(onTime) { $0 + $1.handledLate + $1.overdue }
    let decisions = 60 * states.reduce(0) { $0 + $1.decisionsPerMinute }
    self.waiting = waiting
    oldest = states.compactMap(\.oldest).max()
    attainment = onTime.share(of: due)
    hoursToClear =
      waiting == 0 ? 0 : decisions > 0 ? Double(waiting) / decisions : nil
  }
}
