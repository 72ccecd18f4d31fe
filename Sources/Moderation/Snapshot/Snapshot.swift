import Queueing

/// What a screen can show of a session at one instant.
///
/// It holds aggregates and rows, so its size depends on the roster and not on how
/// many subjects there are.
package struct Snapshot: Equatable, Sendable {
  /// A row of the roster.
  package struct SignatoryState: Equatable, Sendable {
    /// Over all kinds and policies.
    package let tally: Tally
    /// On duty in the teams that work for it, shared teams among them.
    package let moderators: Int
  }

  package let facts: ScenarioFacts
  package let status: SessionStatus
  package let now: Microseconds

  /// Over everything.
  package let total: Tally
  /// By `SubjectKind.index`.
  package let totals: [Tally]
  /// By policy.
  package let policies: [Tally]
  /// By policy: whether it is in force.
  package let policiesInForce: [Bool]
  /// In the order of the roster.
  package let signatories: [SignatoryState]
  package let errors: ErrorLedger
  package let prevalence: Prevalence
  /// By `SubjectKind.index`.
  package let durations: [DurationSummaries]

  /// By queue.
  package let queues: [QueueState]
  /// The discipline of each queue now.
  package let disciplines: [QueueDiscipline]
  /// By queue.
  package let backlogs: [HourlySeries]
  /// By team.
  package let teams: [WorkforceState]
  /// By team: the percentage of the scenario's moderators that it has.
  package let staffing: [Int]
  /// The scores on which screening acts now, by policy, then `SubjectKind.index`.
  package let thresholds: [[Thresholds?]]

  /// By `SubjectKind.index`.
  package let removals: [HourlySeries]
  /// In the last 24 hours, by `SubjectKind.index`.
  package let removedLately: [Int]
  /// In the order of `facts.publishedFigures`: removals at their instants, once those came.
  package let removedAtFigure: [Int?]
  /// Events by hour.
  package let activity: HourlySeries

  package let authority: AuthorityTally
  /// The newest entries of the audit log, newest first.
  package let audit: Newest<AuditEntry>
  /// The newest changes that were made to the regime, newest first.
  package let interventions: Newest<AppliedIntervention>
  package let activeShocks: [ActiveShock]

  /// The signatory that the screen looks into, if any.
  package let focus: Focus?
  /// The part of the regime whose errors the screen looks into, if any.
  package let part: Part?
  /// The recording that the screen looks into; nil in a live session.
  package let replay: ReplayStatus?

  /// Moderators on duty over all teams.
  package var moderators: Int { teams.reduce(0) { $0 + $1.onDuty } }

  /// The state of a projection.
  ///
  /// - Parameters:
  ///   - signatory: the place on the roster to look into, if any.
  ///   - scope: the part whose errors to look into, if any.
  ///   - replay: the recording that the projection was made from, if it was.
  package init(
    of projection: Projection, status: SessionStatus, focus signatory: Int? = nil,
    part scope: Scope? = nil, replay: ReplayStatus? = nil
  ) {
    let facts = projection.facts
    let sums = projection.cells.sums()
    let places = facts.policies.count + 1
    self.facts = facts
    self.status = status
    now = projection.now
    let total = sums.bySignatory.reduce(into: Tally(), +=)
    self.total = total
    totals = (0..<SubjectKind.count).map { kind in
      sums.byKindAndPolicy[(kind * places)..<((kind + 1) * places)].reduce(into: Tally(), +=)
    }
    policies = facts.policies.indices.map { policy in
      stride(from: policy, to: sums.byKindAndPolicy.count, by: places).reduce(into: Tally()) {
        $0 += sums.byKindAndPolicy[$1]
      }
    }
    policiesInForce = projection.policiesInForce
    signatories = sums.bySignatory.enumerated().map { index, tally in
      SignatoryState(
        tally: tally, moderators: projection.workforce(signatory: index).onDuty)
    }
    let burden = projection.burden(of: .all)
    errors = ErrorLedger(tally: total, burden: burden)
    prevalence = Prevalence(violatingViews: burden.violatingViews, allViews: burden.allViews)
    durations = SubjectKind.allCases.map { projection.durations(of: $0) }
    queues = facts.queues.indices.map { projection.state(of: $0) }
    disciplines = projection.disciplines
    backlogs = projection.backlogs
    teams = facts.teams.indices.map { projection.workforce(team: $0) }
    staffing = projection.staffing
    thresholds = projection.regime.thresholds
    removals = projection.removals
    removedLately = SubjectKind.allCases.map { projection.removedLately($0) }
    removedAtFigure = projection.removedAtFigure
    activity = projection.activity
    authority = projection.authority()
    audit = projection.authority.audit
    interventions = projection.regime.interventions
    activeShocks = projection.activeShocks
    focus = signatory.map { Focus(on: $0, of: projection) }
    part = scope.map { Part($0, of: projection) }
    self.replay = replay
  }
}

extension Snapshot {
  /// How many of the newest interventions a user made.
  package var usersInterventions: Int {
    interventions.elements.count { !$0.isOfTimetable(facts) }
  }

  /// Whether the run is another than the name of its scenario and its seed stand for.
  package var isChanged: Bool { !facts.changes.isEmpty || usersInterventions > 0 }
}
