import Moderation
import Queueing
import Session
import Simulation

/// The worlds that would give the published counters.
///
/// A counter of removals says nothing of what was screened, reviewed, removed wrongly or
/// missed. This draws worlds from the plausible ranges that a scenario gives for its
/// parameters (a Latin hypercube), solves in each for the share of violating uploads that
/// reproduces the counters, and keeps those that do and stay plausible. What they disagree about
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
    /// It gives the counters.
    case consistent(World)
    /// Even without a violation it removes more than a counter says: wrongful removals and
    /// suspensions alone do.
    case tooManyErrors
    /// It gives the counters only with a share of violating uploads that is not plausible.
    case implausible
    /// No round of solving brought it to the counters.
    case unsettled
    /// Its parameters contradict each other, such as thresholds out of order.
    case impossible
  }

  /// A world that gives the counters.
  package struct World: Sendable {
    /// In the order of `Denominators.metrics`.
    package let values: [Double?]
    /// The violating uploads per million that were solved for.
    package let shares: [Share: Double]
  }

  /// What is solved for: the violating uploads of a kind under a policy, per million.
  package struct Share: Hashable, Sendable {
    package let kind: SubjectKind
    /// The index in `ScenarioFacts.policies`.
    package let policy: Int

    /// The keys that lead to it in the scenario file.
    package func path(_ facts: ScenarioFacts) -> String {
      "policies.\(facts.policies[policy].key).kinds.\(kind.name).violating_per_million"
    }
  }

  /// The denominators and the errors behind a counter, in the order in which they are shown.
  package static let metrics: [RegimeMetric] = [
    .screened, .reviewed, .removed, .wrongfulRemovals, .neverAppealedShare, .missed,
    .precision, .recall, .itemHoursDown, .lawfulViewsLost, .exposureBeforeAction,
  ]

  /// How near a simulated counter must come, beside the noise of a Poisson count.
  fileprivate static let tolerance = 0.02
  private static let rounds = 10

  package let scenario: Scenario
  /// What differs from world to world.
  package let parameters: [Parameter]
  /// The shares of violating uploads, which are solved for.
  package let solved: [Parameter]
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
    let ranges = scenario.provenance.compactMap { entry -> Parameter? in
      guard let range = entry.range, let value = Double(entry.value) else { return nil }
      return Parameter(path: entry.path, value: value, range: range)
    }
    let paths = Set(Self.shares(of: scenario).keys.map { $0.path(scenario.facts) })
    parameters = ranges.filter { !paths.contains($0.path) }
    solved = ranges.filter { paths.contains($0.path) }
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
    package private(set) var tooManyErrors = 0
    package private(set) var implausible = 0
    package private(set) var unsettled = 0
    package private(set) var impossible = 0

    /// Those that do not give the counters, and why, in words that follow their number.
    package var left: [(reason: String, count: Int)] {
      [
        ("remove too much wrongly whatever is violating", tooManyErrors),
        ("would need an implausible share of violating uploads", implausible),
        ("came to no solution", unsettled),
        ("contradict themselves, such as by thresholds out of order", impossible),
      ]
    }

    package init(_ outcomes: [Outcome]) {
      for outcome in outcomes {
        switch outcome {
        case .consistent: consistent += 1
        case .tooManyErrors: tooManyErrors += 1
        case .implausible: implausible += 1
        case .unsettled: unsettled += 1
        case .impossible: impossible += 1
        }
      }
    }
  }

  private static func worlds(_ outcomes: [Outcome]) -> [World] {
    outcomes.compactMap { if case .consistent(let world) = $0 { world } else { nil } }
  }

  /// The median and range of each metric over the consistent worlds, in the order of
  /// `Denominators.metrics`; nil for one that no world has.
  package static func spreads(of outcomes: [Outcome]) -> [Spread?] {
    let worlds = worlds(outcomes)
    return metrics.indices.map { metric in Spread(worlds.compactMap { $0.values[metric] }) }
  }

  /// The same of the shares that were solved for, in the order of kinds and policies.
  package static func shares(of outcomes: [Outcome]) -> [(share: Share, spread: Spread)] {
    let worlds = worlds(outcomes)
    let shares = Set(worlds.flatMap(\.shares.keys))
      .sorted { ($0.kind.index, $0.policy) < ($1.kind.index, $1.policy) }
    return shares.compactMap { share in
      Spread(worlds.compactMap { $0.shares[share] }).map { (share, $0) }
    }
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
    for _ in 0..<Self.rounds {
      guard isWanted(), let world = try? scenario.changed(by: changes) else {
        return .impossible
      }
      var core = SessionCore(source: RegimeSimulation(world, seed: seed), facts: world.facts)
      core.finish(at: end)
      guard core.stop == nil else { return .impossible }
      let step = Step(of: core.projection, scenario.facts.publishedFigures)
      if step.isSettled { return settled(world, core.projection) }
      if step.isHopeless { return .tooManyErrors }
      for (share, value) in Self.shares(of: world, times: step) {
        changes[share.path(world.facts)] = value
      }
    }
    return .unsettled
  }

  /// A world that gives the counters, unless it needs shares that are not plausible.
  private func settled(_ world: Scenario, _ projection: Projection) -> Outcome {
    let shares = Self.shares(of: world)
    let ranges = Dictionary(solved.map { ($0.path, $0.range) }) { first, _ in first }
    let isPlausible = shares.allSatisfy { share, value in
      ranges[share.path(world.facts)]?.contains(value) ?? true
    }
    guard isPlausible else { return .implausible }
    return .consistent(World(values: values(projection), shares: shares))
  }

  /// The values of all metrics at the end of a run.
  private func values(_ projection: Projection) -> [Double?] {
    let metrics = RegimeMetrics(of: projection)
    return Self.metrics.map { metrics[$0] }
  }

  /// The shares of violating uploads that are solved for, each times the factor of its kind.
  private static func shares(of world: Scenario, times step: Step? = nil) -> [Share: Double] {
    var shares: [Share: Double] = [:]
    for figure in world.facts.publishedFigures {
      let factor = step.map { $0.factors[figure.kind.index] ?? 1 } ?? 1
      for (index, policy) in world.policies.enumerated()
      where world.facts.policies[index].startsAt == 0 {
        guard let own = policy.kinds[figure.kind.index] else { continue }
        shares[Share(kind: figure.kind, policy: index)] =
          min(own.violatingPerMillion.value * factor, 1_000_000)
      }
    }
    return shares
  }

  /// How far a run is from the published counters, and what would bring it there.
  private struct Step {
    /// By kind, by how much more there must be of what breaks a policy; nil where that would
    /// not help, since wrongful removals and suspensions alone exceed the counter.
    private(set) var factors: [Int: Double] = [:]
    private var near = 0
    private var blocked = 0
    private let count: Int

    /// Rightful removals are in proportion to the violating share, wrongful ones and
    /// suspensions are not.
    init(of projection: Projection, _ figures: [PublishedFigure]) {
      count = figures.count
      for figure in figures {
        let tally = projection.totals[figure.kind.index]
        let published = Double(figure.removed.value)
        let distance = abs(Double(tally.removed) - published)
        if distance <= Denominators.tolerance * published + 2 * published.squareRoot() {
          near += 1
          continue
        }
        let fixed = tally.wronglyRemoved + tally[removedBy: .strikes, .violating]
        let (wanted, proportional) = (figure.removed.value - fixed, tally.removed - fixed)
        if wanted > 0, proportional > 0 {
          factors[figure.kind.index] = Double(wanted) / Double(proportional)
        } else {
          blocked += 1
        }
      }
    }

    var isSettled: Bool { near == count }
    /// Accounts may be blocked by suspensions that fewer posts would not bring, so only when
    /// all others are near is there no hope.
    var isHopeless: Bool { blocked > 0 && near + blocked == count }
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
