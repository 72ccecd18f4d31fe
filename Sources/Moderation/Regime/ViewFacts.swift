import Queueing

/// How the views of uploads of one kind accrue: a mean, and a decay from publication on.
package struct ViewFacts: Equatable, Sendable {
  /// Views that an upload gets on average if it stays up.
  package let mean: Graded<Double>
  /// The time in which half of the views still to come do come.
  package let halfLife: Graded<Microseconds>

  package init(mean: Graded<Double>, halfLife: Graded<Microseconds>) {
    self.mean = mean
    self.halfLife = halfLife
  }
}
