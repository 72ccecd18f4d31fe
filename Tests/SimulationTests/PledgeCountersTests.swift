import Moderation
import Queueing
import Simulation
import Testing

/// What the scenario `pledge-2016` must reproduce: the published counters.
@Suite struct PledgeCountersTests {
  /// Runs the scenario up to the end of 12 April 2016.
  private func run(seed: UInt64) throws -> Projection {
    let scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    let simulation = RegimeSimulation(scenario, seed: seed)
    var projection = Projection(facts: scenario.facts)
    var log: [Event] = []
    let end = try #require(
      scenario.facts.clock.instant(parsing: "2016-04-12", dateAloneMeans: .end))
    var reached: Microseconds = -1
    while reached < end {
      reached = simulation.advance(to: end, limit: 100_000, into: &log)
      for event in log { projection.apply(event) }
      log.removeAll(keepingCapacity: true)
    }
    projection.advance(to: end)
    return projection
  }

  @Test(arguments: SubjectKind.allCases)
  func expectedCountersAreThePublishedOnes(kind: SubjectKind) throws {
    let scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    let figure = try #require(scenario.facts.publishedFigure(for: kind))
    let expected = ExpectedCounters(scenario, kind: kind, until: figure.asOf)
    let published = Double(figure.removed.value)
    #expect(abs(expected.removed - published) < 0.0005 * published)
    #expect(abs(expected.screeningPrecision - 0.96) < 0.002)
    #expect(abs(expected.screeningRecall - 0.52) < 0.002)
  }

  @Test func reviewsADayLieBetweenThreeAndFiveThousand() throws {
    let scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    let reviewed = SubjectKind.allCases.reduce(0) {
      $0 + ExpectedCounters(scenario, kind: $1, until: 103 * TimeUnit.day).reviewed
    }
    #expect((3_000...5_000).contains(reviewed / 103))
  }

  /// Ten seeds; each mean must lie within four standard errors of its expectation.
  @Test func simulatedCountersAgreeWithTheClosedForm() throws {
    let scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    let end = 103 * TimeUnit.day
    let runs = try (1...10).map { try run(seed: UInt64($0)) }
    for kind in SubjectKind.allCases {
      let expected = ExpectedCounters(scenario, kind: kind, until: end)
      let quantities: [(String, Double, (Tally) -> Int)] = [
        ("screened", expected.screened, \.screened), ("reviewed", expected.reviewed, \.reviewed),
        ("removed", expected.removed, \.removed),
        ("removed by screening", expected.removedByScreening, \.removedByScreening),
        ("wrongly removed", expected.wronglyRemoved, \.wronglyRemoved),
        ("missed", expected.missed, \.missed),
      ]
      for (name, mean, count) in quantities {
        var moments = RunningMoments()
        for run in runs { moments.add(Double(count(run.totals[kind.index]))) }
        let error = moments.standardDeviation / Double(runs.count).squareRoot()
        #expect(
          abs(moments.mean - mean) < 4 * error + 0.002 * mean,
          "\(kind.name) \(name): \(moments.mean) ± \(error), expected \(mean)")
      }
    }
  }

  @Test func theSameSeedGivesTheSameLogHoweverItIsAsked() throws {
    let scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    let end = 3 * TimeUnit.day
    var whole: [Event] = []
    _ = RegimeSimulation(scenario, seed: 7).advance(to: end, limit: .max, into: &whole)
    var pieces: [Event] = []
    let piecewise = RegimeSimulation(scenario, seed: 7)
    var horizon: Microseconds = 0
    while horizon < end {
      horizon = min(end, horizon + 977 * TimeUnit.second)
      while piecewise.advance(to: horizon, limit: pieces.count + 50, into: &pieces) < horizon {}
    }
    #expect(whole == pieces)
    var other: [Event] = []
    _ = RegimeSimulation(scenario, seed: 8).advance(to: end, limit: .max, into: &other)
    #expect(whole != other)
  }
}
