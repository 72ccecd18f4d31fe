import Queueing

/// A rule about content that the regime enforces.
package struct PolicyFacts: Equatable, Sendable {
  /// The word by which scenario files know it, such as `terrorism`.
  package let key: String
  package let name: String
  /// From when on it is in force; nil when only a shock brings it into force.
  package let startsAt: Microseconds?
  /// What one wrongful removal costs, in units of the scenario's own.
  package let wrongfulRemovalCost: Graded<Double>
  /// What one violating subject that stays up costs, in the same units.
  package let missCost: Graded<Double>
  /// By `SubjectKind.index`; nil for a kind that is not screened under it.
  package let thresholds: [Thresholds?]

  package init(
    key: String, name: String, startsAt: Microseconds?, wrongfulRemovalCost: Graded<Double>,
    missCost: Graded<Double>,
    thresholds: [Thresholds?] = Array(repeating: nil, count: SubjectKind.count)
  ) {
    self.key = key
    self.name = name
    self.startsAt = startsAt
    self.wrongfulRemovalCost = wrongfulRemovalCost
    self.missCost = missCost
    self.thresholds = thresholds
  }
}
