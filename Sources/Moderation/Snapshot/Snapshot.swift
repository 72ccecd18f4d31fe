import Queueing

/// What a screen can show of a session at one instant.
///
/// It holds aggregates and rows, so its size depends on the roster and not on how
/// many subjects there are.
package struct Snapshot: Sendable {
  /// A row of the roster.
  package struct SignatoryState: Equatable, Sendable {
    /// Over all kinds.
    package let tally: Tally
    /// On duty in the team that reviews its subjects.
    package let moderators: Int
  }

  package let facts: ScenarioFacts
  package let status: SessionStatus
  package let now: Microseconds
  /// By `SubjectKind.index`.
  package let totals: [Tally]
  /// By `ReviewQueue.index`.
  package let queues: [QueueState]
  /// By `SubjectKind.index`.
  package let removals: [HourlySeries]
  /// In the last 24 hours, by `SubjectKind.index`.
  package let removedLately: [Int]
  /// By `ReviewQueue.index`.
  package let backlogs: [HourlySeries]
  /// In the order of the roster.
  package let signatories: [SignatoryState]
  /// In the order of `facts.publishedFigures`: removals at their instants, once those came.
  package let removedAtFigure: [Int?]
  /// Moderators on duty over all teams.
  package let moderators: Int
  /// The signatory that the screen looks into, if any.
  package let focus: Focus?

  /// One signatory in detail.
  package struct Focus: Equatable, Sendable {
    /// Its place on the roster.
    package let signatory: Int
    /// By `SubjectKind.index`.
    package let tallies: [Tally]
    /// By `ReviewQueue.index`.
    package let queues: [QueueState]
  }

  /// The state of a projection.
  ///
  /// - Parameter signatory: the place on the roster to look into, if any.
  package init(of projection: Projection, status: SessionStatus, focus signatory: Int? = nil) {
    let facts = projection.facts
    self.facts = facts
    self.status = status
    now = projection.now
    totals = projection.totals
    queues = ReviewQueue.allCases.map { projection.state(of: $0) }
    removals = projection.removals
    removedLately = SubjectKind.allCases.map { projection.removedLately($0) }
    backlogs = projection.backlogs
    signatories = facts.signatories.indices.map { index in
      SignatoryState(
        tally: projection.tally(signatory: index),
        moderators: projection.moderators[facts.team(of: index)])
    }
    removedAtFigure = projection.removedAtFigure
    moderators = projection.moderators.reduce(0, +)
    focus = signatory.map { signatory in
      Focus(
        signatory: signatory,
        tallies: SubjectKind.allCases.map {
          projection.tallies[Projection.tallyIndex(signatory: signatory, kind: $0)]
        },
        queues: ReviewQueue.allCases.map { projection.state(of: $0, signatory: signatory) })
    }
  }
}
