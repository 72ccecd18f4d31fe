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
  /// Of the views that a subject would have, those that it has while it is restricted.
  package let restrictedReach: Double
  /// Whether to review what breaks it weighs on moderators: counts as exposure.
  package let exposesModerators: Bool
  /// By `SubjectKind.index`; nil for a kind that is not screened under it.
  package let thresholds: [Thresholds?]

  package init(
    key: String, name: String, startsAt: Microseconds?, wrongfulRemovalCost: Graded<Double>,
    missCost: Graded<Double>, restrictedReach: Double = 1, exposesModerators: Bool = true,
    thresholds: [Thresholds?] = Array(repeating: nil, count: SubjectKind.count)
  ) {
    self.key = key
    self.name = name
    self.startsAt = startsAt
    self.wrongfulRemovalCost = wrongfulRemovalCost
    self.missCost = missCost
    self.restrictedReach = restrictedReach
    self.exposesModerators = exposesModerators
    self.thresholds = thresholds
  }
}
