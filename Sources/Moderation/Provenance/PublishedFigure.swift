import Queueing

/// A counter that was made public, with which the simulated one is compared.
package struct PublishedFigure: Equatable, Sendable {
  package let kind: SubjectKind
  package let removed: Graded<Int>
  /// The instant up to which it counts.
  package let asOf: Microseconds

  package init(kind: SubjectKind, removed: Graded<Int>, asOf: Microseconds) {
    self.kind = kind
    self.removed = removed
    self.asOf = asOf
  }

  /// Whether somebody published it: a figure of grade C is the scenario's own or a user's.
  package var isPublished: Bool { removed.grade != .assumption }

  /// The last day that it counts.
  package func lastDay(_ clock: ScenarioClock) -> CivilDate { clock.date(at: asOf - 1) }
}
