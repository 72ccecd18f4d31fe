/// The part of the regime that a figure speaks of; what is nil is not narrowed down.
package struct Scope: Hashable, Sendable {
  /// By its place on the roster.
  package var signatory: Int?
  package var kind: SubjectKind?
  /// By its index in `ScenarioFacts.policies`.
  package var policy: Int?

  package init(signatory: Int? = nil, kind: SubjectKind? = nil, policy: Int? = nil) {
    self.signatory = signatory
    self.kind = kind
    self.policy = policy
  }

  package static let all = Scope()
}
