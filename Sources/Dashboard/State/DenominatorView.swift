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

  /// The violating uploads of a kind under a policy per million, which were solved for.
  package struct Share: Equatable, Sendable {
    package let kind: SubjectKind
    /// The policy's name.
    package let policy: String
    package let lowest: Double
    package let median: Double
    package let highest: Double

    package init(
      _ kind: SubjectKind, policy: String, lowest: Double, median: Double, highest: Double
    ) {
      self.kind = kind
      self.policy = policy
      self.lowest = lowest
      self.median = median
      self.highest = highest
    }
  }

  package struct Worlds: Equatable, Sendable {
    /// The worlds so far.
    package let count: Int
    /// Worlds that give the counters.
    package let consistent: Int
    /// Those that do not, by the reason in a few words, the most frequent first.
    package let left: [(reason: String, count: Int)]
    /// The ranges from which worlds were drawn.
    package let parameters: Int
    package let ranges: [Range]
    package let shares: [Share]

    package init(
      consistent: Int, left: [(reason: String, count: Int)], parameters: Int, ranges: [Range],
      shares: [Share] = []
    ) {
      count = left.reduce(consistent) { $0 + $1.count }
      self.consistent = consistent
      self.left = left.filter { $0.count > 0 }.sorted { $0.count > $1.count }
      self.parameters = parameters
      self.ranges = ranges
      self.shares = shares
    }

    package static func == (one: Worlds, other: Worlds) -> Bool {
      one.count == other.count && one.consistent == other.consistent
        && one.parameters == other.parameters && one.ranges == other.ranges
        && one.shares == other.shares && one.left.elementsEqual(other.left, by: ==)
    }

    /// What became of the worlds, in a sentence.
    package var summary: String {
      let left = left.map { "\($0.count) \($0.reason)" }
      return
        ([
          "\(count) world\(count == 1 ? "" : "s") from \(parameters) ranges: "
            + "\(consistent) give\(consistent == 1 ? "s" : "") the counters"
        ] + left).joined(separator: "; ") + "."
    }
  }
}
