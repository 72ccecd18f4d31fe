/// A synthetic post, video or account to which something can happen.
///
/// A lawful upload that screening passes and nobody reports never becomes a
/// subject of its own: it is counted (`Fact.passed`).
package struct Subject: Equatable, Sendable {
  /// Numbers subjects from 0 in the order of their arrival, over all signatories.
  package let id: UInt32
  /// The index of its signatory in the roster.
  package let signatory: UInt16
  package let kind: SubjectKind
  /// The ground truth, which only a simulation knows.
  package let truth: Truth

  package init(id: UInt32, signatory: Int, kind: SubjectKind, truth: Truth) {
    self.id = id
    self.signatory = UInt16(truncatingIfNeeded: signatory)
    self.kind = kind
    self.truth = truth
  }
}

/// Whether a subject breaks the policy, whatever anybody decided about it.
package enum Truth: UInt8, Sendable {
  case lawful, violating
}
