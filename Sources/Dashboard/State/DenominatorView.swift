import Moderation

/// What is known of the worlds that would give the published counters.
///
/// The program looks for them when the page is first opened; the dashboard shows what it
/// is given.
package enum DenominatorView: Equatable, Sendable {
  case notAsked
  /// The scenario has no such view, for this reason.
  case unsuitable(String)
  /// What the worlds so far say, of so many.
  case worlds(Worlds, of: Int)

  /// The median and range of one measure over the worlds.
  package struct Range: Equatable, Sendable {
    package let measure: RegimeMetric
    package let lowest: Double
    package let median: Double
    package let highest: Double

    package init(_ measure: RegimeMetric, lowest: Double, median: Double, highest: Double) {
      self.measure = measure
      self.lowest = lowest
      self.median = median
      self.highest = highest
    }
  }

  package struct Worlds: Equatable, Sendable {
    /// The worlds so far.
    package var count: Int { consistent + inconsistent + impossible }
    /// Worlds that give the counters.
    package let consistent: Int
    /// Worlds that cannot.
    package let inconsistent: Int
    /// Worlds whose parameters contradict each other.
    package let impossible: Int
    /// The ranges from which worlds were drawn.
    package let parameters: Int
    package let ranges: [Range]

    package init(
      consistent: Int, inconsistent: Int, impossible: Int, parameters: Int, ranges: [Range]
    ) {
      self.consistent = consistent
      self.inconsistent = inconsistent
      self.impossible = impossible
      self.parameters = parameters
      self.ranges = ranges
    }
  }
}
