import Moderation
import Queueing
import Session
import Simulation

/// The worlds that would give the published counters.
///
/// A counter of removals says nothing of what was screened, reviewed, removed wrongly or
/// missed. This draws worlds from the plausible ranges that a scenario gives for its
/// parameters (a Latin hypercube), solves in each for the share of violating uploads that
/// reproduces the counters, and keeps those that do. What the kept worlds disagree about
/// is what the counter does not tell.
package struct Denominators: Sendable {
  /// A parameter and the range within which worlds differ in it.
  package struct Parameter: Equatable, Sendable {
    /// The keys that lead to it in the scenario file.
    package let path: String
    package let value: Double
    package let range: ClosedRange<Double>
  }

  /// What became of one drawn world.
  package enum Outcome: Sendable {
    /// It gives the counters; the values are in the order of `Denominators.metrics`.
    case consistent([Double?])
    /// Its wrongful removals alone exceed a counter, or none of its shares gives it.
    case inconsistent
    /// Its parameters contradict each other, such as thresholds out of order.
    case impossible
  }

  /// The denominators and the errors behind a counter, in the order in which they are shown.
  package static let metrics: [RegimeMetric] = [
    .screened, .reviewed, .removed, .wrongfulRemovals, .neverAppealedShare, .missed,
    .precision, .recall, .itemHoursDown, .lawfulViewsLost, .exposureBeforeAction,
  ]

  /// How near a simulated counter must come, beside the noise of a Poisson count.
  private static let tolerance = 0.02
  private static let iterations = 5

  package let scenario: Scenario
  package let parameters: [Parameter]
  package let worlds: Int
  package let seed: UInt64
  private let end: Microseconds

  /// Draws `worlds` worlds around a scenario that has published figures and ranges.
  ///
  /// - Throws: `Unsuitable` when it has none.
  package init(_ scenario: Scenario, worlds: Int, seed: UInt64) throws(Unsuitable) {
    self.scenario = scenario
    self.worlds = worlds
    self.seed = seed
    parameters = scenario.provenance.compactMap { entry in
      guard let range = entry.range, let value = Double(entry.value) else { return nil }
      return Parameter(path: entry.path, value: value, range: range)
    }
    guard let end = scenario.facts.publishedFigures.map(\.asOf).max() else {
      throw Unsuitable(problem: "the scenario has no published figures")
    }
    guard !parameters.isEmpty else {
      throw Unsuitable(problem: "the scenario gives no ranges for its parameters")
    }
    self.end = end
  }

  /// Why a scenario has no denominator view.
  package struct Unsuitable: Error, CustomStringConvertible {
    package let problem: String
    package var description: String { problem }
  }

  /// Runs all worlds on all cores; `progress` is told of each, on any thread.
  ///
  /// - Parameter isWanted: asked before each run; once it says no, what is left counts as
  ///   impossible.
  package func run(
    progress: @Sendable (Outcome) -> Void = { _ in }, isWanted: @Sendable () -> Bool = { true }
  ) -> [Outcome] {
    let points = LatinHypercube(count: worlds, dimensions: parameters.count, seed: seed).points
    return parallelMap(count: worlds) { index in
      let outcome = outcome(at: points[index], seed: seed &+ UInt64(index), isWanted)
      progress(outcome)
      return outcome
    }
  }

  /// How many worlds had each outcome.
  package struct Counts: Equatable, Sendable {
    package private(set) var consistent = 0
    package private(set) var inconsistent = 0
    package private(set) var impossible = 0

    package init(_ outcomes: [Outcome]) {
      for outcome in outcomes {
        switch outcome {
        case .consistent: consistent += 1
        case .inconsistent: inconsistent += 1
        case .impossible: impossible += 1
        }
      }
    }
  }

  /// The median and range of each metric over the consistent worlds, in the order of
  /// `Denominators.metrics`; nil for one that no world has.
  package static func spreads(of outcomes: [Outcome]) -> [Spread?] {
    let values = outcomes.compactMap { outcome -> [Double?]? in
      if case .consistent(let values) = outcome { values } else { nil }
    }
    return metrics.indices.map { metric in Spread(values.compactMap { $0[metric] }) }
  }

  // MARK: One world

  private func outcome(
    at point: [Double], seed: UInt64, _ isWanted: @Sendable () -> Bool
  ) -> Outcome {
    var changes: [String: Double] = [:]
    for (parameter, place) in zip(parameters, point) {
      let range = parameter.range
      changes[parameter.path] = range.lowerBound + place * (range.upperBound - range.lowerBound)
    }
    for _ in 0..<Self.iterations {
      guard isWanted(), let world = try? scenario.changed(by: changes) else {
        return .impossible
      }
      var core = SessionCore(source: RegimeSimulation(world, seed: seed), facts: world.facts)
      core.finish(at: end)
      guard core.stop == nil else { return .impossible }
      if isConsistent(core.projection) {
        return .consistent(values(core.projection))
      }
      guard let next = adjusted(world, core.projection) else { return .inconsistent }
      changes.merge(next) { $1 }
    }
    return .inconsistent
  }

  /// The values of all metrics at the end of a run.
  private func values(_ projection: Projection) -> [Double?] {
    let metrics = RegimeMetrics(of: projection)
    return Self.metrics.map { metrics[$0] }
  }

  private func isConsistent(_ projection: Projection) -> Bool {
    scenario.facts.publishedFigures.allSatisfy { figure in
      let published = Double(figure.removed.value)
      let removed = Double(projection.totals[figure.kind.index].removed)
      return abs(removed - published) <= Self.tolerance * published + 2 * published.squareRoot()
    }
  }

  /// The violating shares that would have given the counters; nil when none would.
  ///
  /// Rightful removals are in proportion to them, wrongful ones and suspensions are not.
  private func adjusted(_ world: Scenario, _ projection: Projection) -> [String: Double]? {
    var changes: [String: Double] = [:]
    for figure in scenario.facts.publishedFigures {
      let tally = projection.totals[figure.kind.index]
      let fixed = tally.wronglyRemoved + tally[.suspended]
      let proportional = tally.removed - fixed
      let wanted = figure.removed.value - fixed
      guard wanted > 0, proportional > 0 else { return nil }
      let factor = Double(wanted) / Double(proportional)
      for (index, policy) in world.policies.enumerated() {
        guard let share = policy.kinds[figure.kind.index]?.violatingPerMillion.value else {
          continue
        }
        let key = world.facts.policies[index].key
        changes["policies.\(key).kinds.\(figure.kind.name).violating_per_million"] =
          min(share * factor, 1_000_000)
      }
    }
    return changes
  }
}

/// The median and range of some numbers.
package struct Spread: Equatable, Sendable {
  package let lowest: Double
  package let median: Double
  package let highest: Double

  /// Nil for no numbers.
  package init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    lowest = first
    highest = last
    let middle = sorted.count / 2
    median =
      sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
