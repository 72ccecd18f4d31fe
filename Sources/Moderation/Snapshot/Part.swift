extension Snapshot {
  /// The errors of a part of the regime in detail.
  package struct Part: Equatable, Sendable {
    package let scope: Scope
    package let errors: ErrorLedger
    package let metrics: RegimeMetrics
    /// What comes under each policy of the part, kind by kind.
    package let cells: [Cell]

    /// The subjects of one policy and kind.
    package struct Cell: Equatable, Sendable {
      /// By its index in `ScenarioFacts.policies`.
      package let policy: Int
      package let kind: SubjectKind
      package let tally: Tally
    }

    init(_ scope: Scope, of projection: Projection) {
      self.scope = scope
      errors = projection.errors(of: scope)
      metrics = RegimeMetrics(of: projection, scope: scope)
      let policies = scope.policy.map { [$0] } ?? Array(projection.facts.policies.indices)
      let kinds = scope.kind.map { [$0] } ?? SubjectKind.allCases
      cells = policies.flatMap { policy in
        kinds.map { kind in
          Cell(
            policy: policy, kind: kind,
            tally: projection.tally(
              of: Scope(signatory: scope.signatory, kind: kind, policy: policy)))
        }
      }
    }
  }
}
