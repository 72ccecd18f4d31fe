import Moderation
import Queueing
import Session
import Simulation

/// Independent runs of one scenario, on all cores.
///
/// Replication r of seed s is the run of seed s + r, so each can be looked at by itself.
/// The result does not depend on the number of cores nor on the order of the runs.
package struct Replications: Sendable {
  package let scenario: Scenario
  package let seed: UInt64
  package let count: Int

  package init(_ scenario: Scenario, seed: UInt64, count: Int) {
    self.scenario = scenario
    self.seed = seed
    self.count = count
  }

  /// A replication that could not be run to the end.
  package struct Failure: Error, CustomStringConvertible {
    package let seed: UInt64
    package let stop: SourceStop

    package var description: String { "seed \(seed): \(stop)" }
  }

  /// The tallies by kind at the end of each replication, in their order.
  ///
  /// - Parameter progress: called after each, on any thread.
  package func run(
    until end: Microseconds, progress: @Sendable () -> Void = {}
  ) throws(Failure) -> [[Tally]] {
    var tallies: [[Tally]] = []
    let results = parallelMap(count: count) { index in
      let result = replicate(index, until: end)
      progress()
      return result
    }
    for result in results {
      tallies.append(try result.get())
    }
    return tallies
  }

  private func replicate(_ index: Int, until end: Microseconds) -> Result<[Tally], Failure> {
    let own = seed &+ UInt64(index)
    var core = SessionCore(source: RegimeSimulation(scenario, seed: own), facts: scenario.facts)
    core.finish(at: end)
    if let stop = core.stop { return .failure(Failure(seed: own, stop: stop)) }
    return .success(core.projection.totals)
  }
}
