import Dashboard
import Moderation
import Queueing

/// The state of a run for people and for programs: counters, the error ledger and measures.
///
/// The JSON keys are stable.
struct CounterReport: Report {
  /// The figure that was published, and for when.
  struct Published: Encodable {
    let removed: Int
    /// The last day that it counts, as in `2016-04-12`.
    let asOf: String
    let source: String?
    /// What the scenario notes about it, such as "as much as".
    let note: String?
    /// The same for people.
    fileprivate(set) var day = ""
    /// Whether somebody published it, and not this scenario or its user.
    let isPublished: Bool

    private enum CodingKeys: String, CodingKey { case removed, asOf, isPublished, source, note }
  }

  /// The errors of the whole regime and their causes.
  struct Ledger: Encodable {
    /// Removals and the wrongful ones among them, by what removed.
    struct Cause: Encodable {
      let removed: Int
      let wrongly: Int
      /// Of the wrongly removed, those ever appealed.
      let wronglyAppealed: Int
    }

    let removals: [String: Cause]
    let misses: [String: Int]
    let actedOnWrongly: Int
    let appealed: Int
    let restored: Int
    let restoredWithoutAppeal: Int
    let neverAppealed: Int
    let stillDown: Int
    let itemHoursDown: Double
    let lawfulViewsLost: Double
    let exposureBeforeAction: Double
    let ordersCompliedWrongly: Int
    let invalidOrdersComplied: Int
    let lawfulReportedToAuthority: Int
    let errorCost: Double
  }

  /// The ledger of one signatory, policy and kind.
  struct Cell: Encodable {
    let signatory: String
    let policy: String
    let kind: String
    let ledger: Ledger
  }

  /// The moderators of a team.
  struct Team: Encodable {
    let onDuty: Int
    let resting: Int
    let busy: Int
    let decisions: Int
    let utilization: Double?
    let exposureMinutes: Double
  }

  /// A queue as it stands.
  struct Queue: Encodable {
    let waiting: Int
    let inReview: Int
    let waitP95Hours: Double?
    let onTimeShare: Double?
  }

  let until: String
  let counters: [String: Counters]
  let policies: [String: Counters]
  let published: [String: Published]
  let ledger: Ledger
  /// Where there were actions or misses.
  let cells: [Cell]
  let teams: [String: Team]
  let queues: [String: Queue]
  let measures: [String: Double]
  /// In what each measure is given.
  let units: [String: String]
  let events: Int
  let fingerprint: String
  /// What of a recording is lost behind this state; nil when nothing is.
  let damage: String?
  let interventions: [AppliedIntervention]

  private enum CodingKeys: String, CodingKey {
    case until, counters, policies, published, ledger, cells, teams, queues, measures, units
    case events, fingerprint, damage
  }

  /// - Parameter damage: what is lost of the recording that the state was read from.
  init(_ projection: Projection, damage: String? = nil) {
    self.damage = damage
    interventions = projection.usersInterventions.reversed()
    let facts = projection.facts
    until = facts.clock.iso8601(at: projection.now)
    events = projection.fingerprint.events
    fingerprint = projection.fingerprint.hex
    var counters = ["total": Counters(projection.total)]
    for kind in SubjectKind.allCases {
      counters[kind.name] = Counters(projection.totals[kind.index])
    }
    self.counters = counters
    policies = Dictionary(
      zip(facts.policies.map(\.key), projection.totalsByPolicy.map(Counters.init))
    ) { first, _ in first }
    published = Dictionary(
      facts.publishedFigures.map {
        (
          $0.kind.name,
          Published(
            removed: $0.removed.value, asOf: "\($0.lastDay(facts.clock))",
            source: $0.removed.source.map(Sanitizer.clean),
            note: $0.removed.note.map(Sanitizer.clean),
            day: $0.lastDay(facts.clock).medium, isPublished: $0.isPublished)
        )
      }
    ) { first, _ in first }
    ledger = Ledger(projection.errors(of: .all))
    cells = Self.cells(projection)
    teams = Dictionary(
      facts.teams.indices.map { (facts.teams[$0].key, Team(projection.workforce(team: $0))) }
    ) { first, _ in first }
    queues = Dictionary(
      facts.queues.indices.map { (facts.queues[$0].key, Queue(projection.state(of: $0))) }
    ) { first, _ in first }
    let entries = RegimeMetrics(of: projection).entries.filter { $0.value != nil }
    measures = Dictionary(
      entries.compactMap { entry in entry.value.map { (entry.metric.exportName, $0) } }
    ) { first, _ in first }
    units = Dictionary(entries.map { ($0.metric.exportName, $0.metric.unit.rawValue) }) {
      first, _ in first
    }
  }
}

extension CounterReport {
  private static func cells(_ projection: Projection) -> [Cell] {
    let facts = projection.facts
    return facts.signatories.indices.flatMap { signatory in
      facts.policies.indices.flatMap { policy in
        SubjectKind.allCases.compactMap { kind in
          let errors = projection.errors(
            of: Scope(signatory: signatory, kind: kind, policy: policy))
          guard errors.tally[.actions] + errors.misses > 0 else { return nil }
          return Cell(
            signatory: Sanitizer.clean(facts.signatories[signatory].name),
            policy: facts.policies[policy].key, kind: kind.name, ledger: Ledger(errors))
        }
      }
    }
  }
}

extension CounterReport.Team {
  fileprivate init(_ state: WorkforceState) {
    onDuty = state.onDuty
    resting = state.resting
    busy = state.busy
    decisions = state.decisions
    utilization = state.utilization
    exposureMinutes = state.exposureMinutes
  }
}

extension CounterReport.Ledger {
  fileprivate init(_ ledger: ErrorLedger) {
    removals = Dictionary(
      Cause_.removing.map { cause in
        (
          cause.name,
          Cause(
            removed: ledger.removals(by: cause), wrongly: ledger.wrongfulRemovals(by: cause),
            wronglyAppealed: ledger.appealed(by: cause))
        )
      }
    ) { first, _ in first }
    misses = Dictionary(MissCause.allCases.map { ($0.rawValue, ledger.misses(by: $0)) }) {
      first, _ in first
    }
    actedOnWrongly = ledger.tally[.wrongfulActions]
    appealed = ledger.appealed
    restored = ledger.restored
    restoredWithoutAppeal = ledger.restoredWithoutAppeal
    neverAppealed = ledger.neverAppealed
    stillDown = ledger.stillDown
    itemHoursDown = ledger.burden.itemHoursDown
    lawfulViewsLost = ledger.burden.lawfulViewsLost
    exposureBeforeAction = ledger.burden.exposureBeforeAction
    ordersCompliedWrongly = ledger.ordersCompliedWrongly
    invalidOrdersComplied = ledger.tally[.invalidOrdersComplied]
    lawfulReportedToAuthority = ledger.tally[.lawfulReportedToAuthority]
    errorCost = ledger.burden.errorCost
  }
}

/// The ledger's own `Cause` hides the domain's in its scope.
private typealias Cause_ = Moderation.Cause

extension CounterReport.Queue {
  fileprivate init(_ state: QueueState) {
    waiting = state.waiting
    inReview = state.inReview
    waitP95Hours = state.waitP95.map { Double($0) / Double(TimeUnit.hour) }
    onTimeShare = state.onTimeShare
  }
}
