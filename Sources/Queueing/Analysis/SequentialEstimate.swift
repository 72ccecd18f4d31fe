/// An estimate from independent replications that knows when it is precise enough.
///
/// A state machine without concurrency: the caller runs the replications, in parallel if
/// it likes, and adds their results in the order of their numbers, so that the outcome
/// does not depend on which one finishes first.
///
/// Source: A. M. Law, "Simulation Modeling and Analysis" (2015), section 9.4.1. A half-width
/// of at most γ/(1 + γ) times the estimate keeps the true relative error below γ.
package struct SequentialEstimate: Equatable, Sendable {
  package enum Status: Equatable, Sendable {
    /// Run this many replications more, then ask again.
    case needs(more: Int)
    /// The interval is as short as was asked for.
    case precise
    /// The greatest number of replications was reached before.
    case exhausted
  }

  package let relativeHalfWidth: Double
  package let confidence: Double
  package let minimum: Int
  package let maximum: Int
  package private(set) var moments = RunningMoments()

  /// Creates an estimate without replications.
  ///
  /// - Precondition: Half-width and confidence lie strictly between 0 and 1, and
  ///   `2 <= minimum <= maximum`.
  package init(
    relativeHalfWidth: Double, confidence: Double = 0.95, minimum: Int = 10, maximum: Int = 1_000
  ) {
    precondition(relativeHalfWidth > 0 && relativeHalfWidth < 1, "half-width out of range")
    precondition(confidence > 0 && confidence < 1, "confidence out of range")
    precondition(minimum >= 2 && minimum <= maximum, "number of replications out of range")
    self.relativeHalfWidth = relativeHalfWidth
    self.confidence = confidence
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Adds the result of the next replication.
  package mutating func add(_ value: Double) { moments.add(value) }

  package var interval: ConfidenceInterval { moments.interval(confidence: confidence) }

  /// What to do next.
  package var status: Status {
    if moments.count < minimum { return .needs(more: minimum - moments.count) }
    let interval = interval
    let goal = relativeHalfWidth / (1 + relativeHalfWidth)
    if interval.relativeHalfWidth <= goal { return .precise }
    if moments.count >= maximum { return .exhausted }
    // The half-width falls with the root of the number; never more than doubled at once.
    let ratio = interval.relativeHalfWidth / goal
    let wanted = min(Double(moments.count) * ratio * ratio, Double(2 * moments.count))
    return .needs(more: min(max(1, Int(wanted) - moments.count), maximum - moments.count))
  }

  /// Runs replications one after the other until the estimate is precise or exhausted.
  package mutating func run<Failure: Error>(
    _ replication: (UInt32) throws(Failure) -> Double
  ) throws(Failure) {
    while case .needs(let more) = status {
      for _ in 0..<more { add(try replication(UInt32(moments.count))) }
    }
  }
}
