import Experiments
import Queueing
import Testing

@Suite struct VerificationTests {
  private static let header = "model,params,metric,value\n"

  private func report(
    _ rows: String, events: Double = 2e6, seed: UInt64 = 1
  ) throws -> VerificationReport {
    let table = try TruthTable(parsing: Self.header + rows, file: "t.csv")
    return try Verification(table, seed: seed).run(.events(events))
  }

  private static let mm1 = #"mmc,"{""c"": 1, ""lambda"": 0.5, ""mu"": 1}","#
  private static let mm1Quantile = #"mmc,"{""c"": 1, ""lambda"": 0.5, ""mu"": 1, ""q"": 0.9}","#

  @Test func aRightTablePasses() throws {
    let report = try report(
      """
      \(Self.mm1)wq,1
      \(Self.mm1)p_wait,0.5
      \(Self.mm1Quantile)wait_quantile,3.21887582487
      erlang_b,"{""a"": 3, ""c"": 5}",blocking,0.110054347826
      gg1_kingman_approx,"{""c"": 1, ""ca2"": 0.25, ""cs2"": 1.0, ""mu"": 1, ""rho"": 0.9}",wq,5.625
      """)
    #expect(report.failure == nil)
    #expect(report.simulatedCount == 4)
    #expect(report.worstRelativeError < 1e-9)
    #expect(report.worstZ < report.threshold)
    #expect(report.text.contains("closed form only"))
  }

  /// The same table with every value of one model 3 % off.
  @Test(arguments: [
    (mm1 + "wq,1.03", "wq"), (mm1 + "p_wait,0.485", "p_wait"),
    (mm1Quantile + "wait_quantile,3.6", "quantile"),
    (#"erlang_b,"{""a"": 3, ""c"": 5}",busy_servers,2.75"#, "busy servers"),
    (#"erlang_b_inverse,"{""c"": 5, ""target_blocking"": 0.01}",offered_load,1.4"#, "inverse"),
    (#"screening,"{""fpr"": 0.03, ""prevalence"": 0.02, ""tpr"": 0.9}",flag_rate,0.0488"#, "flag"),
    (#"finite_source,"{""N"": 10, ""c"": 2, ""lambda_each"": 0.2, ""mu"": 1}",l,2.476"#, "l"),
    (#"mmck,"{""K"": 5, ""c"": 1, ""lambda"": 0.9, ""mu"": 1}",lq,1.450"#, "lq"),
    (
      #"mt_m_inf,"{""amplitude"": 8, ""gamma"": 1, ""lambda_bar"": 20, ""mu"": 1, ""t"": 30}","#
        + "mean_in_system,15.89", "periodic"
    ),
    (#"mm1_transient,"{""lambda"": 0.8, ""mu"": 1, ""n"": 2}",mean_delay_nth,0.458"#, "transient"),
  ])
  func aWrongValueIsCaughtBySimulationAndByClosedForm(_ row: String, _ name: String) throws {
    let report = try report(row, events: 2e6)
    #expect(report.outCount == 1)
    #expect(report.worstZ > report.threshold)
    #expect(report.worstRelativeError > 1e-2)
    #expect(report.text.contains("OUT: both"), "\(report.text)")
    let failure = try #require(report.failure)
    #expect(
      failure
        == "1 of 1 rows are out (1 by closed form, 1 by simulation), the first is t.csv:2; "
        + "to simulate the same again: --seed 1 --events 2000000")
  }

  @Test func theSameSeedAndEventsGiveTheSameScores() throws {
    let row = Self.mm1 + "wq,1"
    #expect(try report(row).scores == report(row).scores)
    #expect(try report(row).scores != report(row, seed: 2).scores)
  }

  @Test func whatCannotSettleIsNotPassed() throws {
    let row = #"mmc,"{""c"": 1000, ""lambda"": 999, ""mu"": 1}",wq,0.961239260408"#
    let report = try report(row)
    #expect(report.simulatedCount == 0)
    #expect(report.failure == nil)
    #expect(report.text.contains("too slow to settle"))
    #expect(report.summary.contains("1 rows, 0 simulated, 1 not, none out"))
  }

  @Test func whatIsTooRareIsNotPassed() throws {
    let row = #"mmc,"{""c"": 1000, ""lambda"": 700, ""mu"": 1}",p_wait,1.02361632871e-26"#
    let report = try report(row, events: 1e7)
    #expect(report.simulatedCount == 0)
    #expect(report.text.contains("too rare to see"))
  }

  @Test func aShareThatIsNeverSeenIsRefuted() throws {
    let row = #"mmc,"{""c"": 1000, ""lambda"": 700, ""mu"": 1}",p_wait,0.3"#
    let report = try report(row, events: 1e7)
    #expect(report.simulatedCount == 1)
    #expect(report.text.contains("OUT: both"))
  }

  @Test func certaintiesAreSimulatedToo() throws {
    let report = try report(
      """
      mm1_transient,"{""lambda"": 0.9, ""mu"": 1, ""n"": 1}",mean_delay_nth,0
      mmc,"{""c"": 14, ""lambda"": 3, ""mu"": 1, ""q"": 0.5}",wait_quantile,0
      """)
    #expect(report.scores == [0, 0])
    #expect(report.failure == nil)
  }

  /// Scores of right values are those of the normal law, whatever the seed.
  @Test func scoresOverSeedsAreNormal() throws {
    let rows = """
      \(Self.mm1)wq,1
      \(Self.mm1)p_wait,0.5
      \(Self.mm1)wait_variance,3
      \(Self.mm1Quantile)wait_quantile,3.21887582487
      """
    var moments = [RunningMoments](repeating: RunningMoments(), count: 4)
    var sizes = moments
    for seed: UInt64 in 1...60 {
      let scores = try report(rows, events: 2.2e5, seed: seed).scores
      #expect(scores.count == 4)
      for (index, score) in scores.enumerated() {
        moments[index].add(score)
        sizes[index].add(abs(score))
      }
    }
    // Within four standard errors: mean 0, mean size √(2/π); the greatest of 60 below 4.5.
    for index in 0..<4 {
      #expect(abs(moments[index].mean) < 0.52, "\(index): \(moments[index].mean)")
      #expect((0.48...1.11).contains(sizes[index].mean), "\(index): \(sizes[index].mean)")
      #expect(sizes[index].maximum < 4.5, "\(index): \(sizes[index].maximum)")
    }
  }

  @Test func everyModelOfTheShippedTableIsSimulatedOrSaysWhyNot() throws {
    let table = try TruthTable.shipped()
    let report = try Verification(table, seed: 1).run(.events(6e6))
    #expect(report.rowCount == 280)
    #expect(report.simulatedCount > 100)
    #expect(!report.text.contains("not simulated:"))
    #expect(report.outCount == 0, "\(report.failure ?? "")")
  }
}
