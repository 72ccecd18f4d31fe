import Dashboard
import Dispatch
import Experiments
import Simulation
import Synchronization

/// Looks for the worlds behind the published counters while the dashboard goes on.
final class WorldSearch: Sendable {
  /// Enough for ranges that hardly move any more; a season each, some seconds a world.
  private static let worlds = 100

  private let scenario: Scenario
  private let seed: UInt64
  private let outcomes = Mutex<[Denominators.Outcome]>([])
  private let isWanted = Mutex(true)

  init(_ scenario: Scenario, seed: UInt64) {
    self.scenario = scenario
    self.seed = seed
  }

  /// Begins; `report` is told of each step, on any thread.
  func start(report: @escaping @Sendable (DenominatorView) -> Void) {
    let denominators: Denominators
    do {
      denominators = try Denominators(scenario, worlds: Self.worlds, seed: seed)
    } catch {
      report(.unsuitable("\(error)"))
      return
    }
    report(.worlds(.init([], of: denominators), of: Self.worlds))
    DispatchQueue.global(qos: .utility).async {
      _ = denominators.run(
        progress: { outcome in
          // Under the lock, so that no report overtakes the one before it.
          self.outcomes.withLock { outcomes in
            outcomes.append(outcome)
            report(.worlds(.init(outcomes, of: denominators), of: Self.worlds))
          }
        }, isWanted: { self.isWanted.withLock { $0 } })
    }
  }

  /// Begins no further world; those under way are left to themselves.
  func cancel() { isWanted.withLock { $0 = false } }
}

extension DenominatorView.Worlds {
  init(_ outcomes: [Denominators.Outcome], of denominators: Denominators) {
    let counts = Denominators.Counts(outcomes)
    self.init(
      consistent: counts.consistent, left: counts.left,
      parameters: denominators.parameters.count,
      ranges: zip(Denominators.metrics, Denominators.spreads(of: outcomes)).compactMap {
        measure, spread in
        spread.map {
          DenominatorView.Range(
            measure, lowest: $0.lowest, median: $0.median, highest: $0.highest)
        }
      },
      shares: Denominators.shares(of: outcomes).map { share, spread in
        DenominatorView.Share(
          share.kind, policy: denominators.scenario.facts.policies[share.policy].name,
          lowest: spread.lowest, median: spread.median, highest: spread.highest)
      })
  }
}
