import Moderation
import Queueing
import Simulation
import Testing

/// What the scenario `pledge-2016` must reproduce, and the part of it that has a closed form.
@Suite struct PledgeCountersTests {
  /// The pledge with screening, reports, one review and appeals, and nothing else.
  private func plain() throws -> Scenario {
    try ScenarioFixture.scenario(overriding: [
      "policies.terrorism.copies.share_of_violating": 0,
      "policies.terrorism.copies.share_of_candidates": 0,
      "policies.terrorism.copies.lawful_per_million": 0,
      "review.escalation_share": 0, "review.second_review_share": 0,
      "review.withdrawal_mean_hours": 8_784, "strikes.limit": 1_000,
    ])
  }

  /// Six seeds; each mean must lie within four standard errors of its expectation.
  @Test func simulatedCountersAgreeWithTheClosedForm() throws {
    let scenario = try plain()
    let end = 60 * TimeUnit.day
    let runs = (1...6).map { ScenarioFixture.projection(scenario, days: 60, seed: $0) }
    for kind in SubjectKind.allCases {
      let expected = try #require(ExpectedCounters(scenario, kind: kind, until: end))
      let quantities: [(String, Double, (Tally) -> Int)] = [
        ("screened", expected.screened, { $0[.screened] }),
        ("reviewed", expected.reviewed, { $0[.reviewed] }),
        ("removed", expected.removed, { $0.removed }),
        ("removed by screening", expected.removedByScreening, { $0[removedBy: .screening] }),
        ("wrongly removed", expected.wronglyRemoved, { $0.wronglyRemoved }),
        ("missed", expected.missed, { $0.missed }),
      ]
      for (name, mean, count) in quantities {
        var moments = RunningMoments()
        for run in runs { moments.add(Double(count(run.totals[kind.index]))) }
        let error = moments.standardDeviation / Double(runs.count).squareRoot()
        // Owners take down a few of those that wait, even with a year's patience.
        #expect(
          abs(moments.mean - mean) < 4 * error + 0.004 * mean,
          "\(kind.name) \(name): \(moments.mean) ± \(error), expected \(mean)")
      }
    }
  }

  @Test(arguments: SubjectKind.allCases)
  func screeningIsAsPreciseAsReported(kind: SubjectKind) throws {
    let scenario = try ScenarioFixture.scenario()
    let expected = try #require(
      ExpectedCounters(scenario, kind: kind, until: 103 * TimeUnit.day))
    #expect(abs(expected.screeningPrecision - 0.96) < 0.02)
    #expect(abs(expected.screeningRecall - 0.52) < 0.002)
  }

  /// Ten seeds; the published figure lies within the interval of the mean, or 1 % of it.
  @Test func theMeansAreThePublishedCounters() throws {
    let scenario = try ScenarioFixture.scenario()
    let runs = (1...10).map { ScenarioFixture.projection(scenario, days: 103, seed: $0) }
    for figure in scenario.facts.publishedFigures {
      var moments = RunningMoments()
      for run in runs { moments.add(Double(run.totals[figure.kind.index].removed)) }
      let interval = moments.interval(confidence: 0.999)
      let published = Double(figure.removed.value)
      #expect(
        interval.contains(published) || abs(moments.mean - published) < 0.01 * published,
        "\(figure.kind.name): \(moments.mean), published \(published)")
    }
  }
}
