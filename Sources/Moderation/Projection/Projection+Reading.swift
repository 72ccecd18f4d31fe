import Queueing

/// What screens, exports and studies read.
extension Projection {
  /// The index into `tallies` of the subjects of a signatory, kind and policy.
  ///
  /// Lawful uploads that nobody noticed come under no policy: their index is that of the
  /// policy `facts.policies.count`.
  package func tallyIndex(signatory: Int, kind: SubjectKind, policy: Int) -> Int {
    cells.index(signatory: signatory, kind: kind, policy: policy)
  }

  /// The tally at an index.
  package func tally(at index: Int) -> Tally { cells.cells[index].tally }

  /// The tallies by signatory, kind and policy, see `tallyIndex`.
  package var tallies: [Tally] { cells.cells.map(\.tally) }

  /// The tally of a part of the regime.
  ///
  /// - Complexity: O(cells) of the part.
  package func tally(of scope: Scope) -> Tally { cells.tally(of: scope) }

  /// The tally of one signatory over all kinds and policies.
  package func tally(signatory: Int) -> Tally { tally(of: Scope(signatory: signatory)) }

  /// The tally of everything.
  package var total: Tally { tally(of: .all) }

  /// The tallies by kind over all signatories and policies.
  package var totals: [Tally] { SubjectKind.allCases.map { tally(of: Scope(kind: $0)) } }

  /// The tallies by policy over all signatories and kinds.
  package var totalsByPolicy: [Tally] {
    facts.policies.indices.map { tally(of: Scope(policy: $0)) }
  }

  /// What errors and exposure come to in a part of the regime until now.
  package func burden(of scope: Scope) -> Burden { cells.burden(of: scope, at: now) }

  /// The errors of a part of the regime.
  package func errors(of scope: Scope) -> ErrorLedger {
    ErrorLedger(tally: tally(of: scope), burden: burden(of: scope))
  }

  /// How much of what is viewed violates; for a policy, how much violates that policy.
  package func prevalence(of scope: Scope) -> Prevalence {
    var wider = scope
    wider.policy = nil
    return Prevalence(
      violatingViews: burden(of: scope).violatingViews, allViews: burden(of: wider).allViews)
  }

  /// How long things took for one kind of subject or for all.
  package func durations(of kind: SubjectKind? = nil) -> DurationSummaries {
    if let kind { return durations[kind.index].summary }
    var sum = Durations()
    for one in durations { sum.merge(one) }
    return sum.summary
  }

  /// The state of a queue over all signatories, by its index in `facts.queues`.
  package func state(of queue: Int) -> QueueState {
    queues.state(
      of: queue, at: now,
      utilization: workforce(team: facts.queues[queue].team).recentUtilization)
  }

  /// The state of one signatory's part of a queue.
  package func state(of queue: Int, signatory: Int) -> QueueState {
    let station = facts.station(team: facts.queues[queue].team, signatory: signatory)
    return queues.state(
      of: queue, signatory: signatory, at: now,
      utilization: workforce.state(of: CollectionOfOne(station), at: now).recentUtilization)
  }

  /// The moderators of a team, over all its stations.
  package func workforce(team: Int) -> WorkforceState {
    workforce.state(of: facts.stations(of: team), at: now)
  }

  /// The moderators of the teams that work for a signatory, or of all.
  ///
  /// A shared team works for each of them.
  package func workforce(signatory: Int? = nil) -> WorkforceState {
    guard let signatory else { return workforce.state(of: 0..<facts.stationCount, at: now) }
    let stations = facts.teams.indices.map { facts.station(team: $0, signatory: signatory) }
    return workforce.state(of: stations, at: now)
  }

  /// The dealings of a signatory with the authorities, or of all.
  package func authority(signatory: Int? = nil) -> AuthorityTally {
    signatory.map { authority.tallies[$0] } ?? authority.total
  }

  /// The newest entries of the audit log, newest first.
  package var audit: [AuditEntry] { Array(authority.audit.elements) }

  /// The jobs that wait, in all queues.
  package var waitingJobs: Int { queues.waiting }

  /// The newest changes that were made to the regime, newest first.
  package var interventions: [AppliedIntervention] { Array(regime.interventions.elements) }

  /// Those of a user among them.
  package var usersInterventions: [AppliedIntervention] {
    interventions.filter { !$0.isOfTimetable(facts) }
  }

  /// The shocks that are going on.
  package var activeShocks: [ActiveShock] { regime.activeShocks }

  /// Whether each policy is in force.
  package var policiesInForce: [Bool] { regime.policiesInForce(at: now) }

  /// The percentage of the scenario's moderators that each team has.
  package var staffing: [Int] { regime.staffing }

  /// The discipline of each queue now.
  package var disciplines: [QueueDiscipline] { queues.disciplines }

  /// Removals by kind and hour.
  package var removals: [HourlySeries] { removalBook.series }

  /// The removals of a kind in the last 24 hours.
  package func removedLately(_ kind: SubjectKind) -> Int { removalBook.lately(kind) }

  /// The removals at the instant of each published figure, once it has come.
  package var removedAtFigure: [Int?] { removalBook.atFigure }

  /// The most jobs that waited at once, by queue and hour.
  package var backlogs: [HourlySeries] { queues.backlogs }
}
