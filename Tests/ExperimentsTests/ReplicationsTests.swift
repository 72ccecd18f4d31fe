import Experiments
import Moderation
import Queueing
import Session
import Simulation
import Synchronization
import Testing

@Suite struct ReplicationsTests {
  private func scenario() throws -> Scenario {
    try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
  }

  /// Each replication can be looked at by itself: it is the run of its own seed.
  @Test func aReplicationIsTheRunOfItsSeed() throws {
    let scenario = try scenario()
    let end = 3 * TimeUnit.day
    let tallies = try Replications(scenario, seed: 40, count: 5).run(until: end)
    #expect(tallies.count == 5)
    for (index, totals) in tallies.enumerated() {
      var core = SessionCore(
        source: RegimeSimulation(scenario, seed: 40 + UInt64(index)), facts: scenario.facts)
      core.finish(at: end)
      #expect(core.projection.totals == totals, "replication \(index)")
    }
    #expect(tallies[0] != tallies[1])
  }

  @Test func progressIsToldOfEachRun() throws {
    let scenario = try scenario()
    let done = Mutex(0)
    let runs = Replications(scenario, seed: 40, count: 4)
    _ = try runs.run(until: TimeUnit.hour) { done.withLock { $0 += 1 } }
    #expect(done.withLock { $0 } == 4)
    let totals = Mutex<Set<Int>>([])
    let steps = Mutex(0)
    _ = Sensitivity(
      of: .removed, in: scenario, replications: 2, seed: 1, until: TimeUnit.minute
    ) { total in
      totals.withLock { _ = $0.insert(total) }
      steps.withLock { $0 += 1 }
    }
    #expect(totals.withLock { $0 } == [steps.withLock { $0 }])
  }

  /// The published counters lie in the intervals of the means, or within 1 % of them.
  ///
  /// With 99 % each: of three intervals of 95 % one misses in every seventh set of draws.
  @Test func theMeansMeetThePublishedCounters() throws {
    let scenario = try scenario()
    let end = try #require(scenario.facts.publishedFigures.first).asOf
    let runs = try Replications(scenario, seed: 1, count: 24).run(until: end)
    for figure in scenario.facts.publishedFigures {
      var moments = RunningMoments()
      for totals in runs { moments.add(Double(totals[figure.kind.index].removed)) }
      let published = Double(figure.removed.value)
      #expect(
        moments.interval(confidence: 0.99).contains(published)
          || abs(moments.mean - published) < 0.01 * published,
        "\(figure.kind.name): \(moments.interval(confidence: 0.99))")
    }
  }
}
