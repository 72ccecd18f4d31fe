extension Snapshot {
  /// One signatory in detail.
  package struct Focus: Equatable, Sendable {
    /// Its place on the roster.
    package let signatory: Int
    /// By `SubjectKind.index`.
    package let tallies: [Tally]
    /// By policy.
    package let policies: [Tally]
    /// By queue: its part of it.
    package let queues: [QueueState]
    package let errors: ErrorLedger
    package let prevalence: Prevalence
    package let authority: AuthorityTally
    /// The teams that work for it, shared ones among them.
    package let workforce: WorkforceState

    init(on signatory: Int, of projection: Projection) {
      let facts = projection.facts
      self.signatory = signatory
      tallies = SubjectKind.allCases.map {
        projection.tally(of: Scope(signatory: signatory, kind: $0))
      }
      policies = facts.policies.indices.map {
        projection.tally(of: Scope(signatory: signatory, policy: $0))
      }
      queues = facts.queues.indices.map { projection.state(of: $0, signatory: signatory) }
      errors = projection.errors(of: Scope(signatory: signatory))
      prevalence = projection.prevalence(of: Scope(signatory: signatory))
      authority = projection.authority(signatory: signatory)
      workforce = projection.workforce(signatory: signatory)
    }
  }
}
