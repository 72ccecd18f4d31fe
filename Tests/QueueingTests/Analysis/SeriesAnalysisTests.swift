import Queueing
import Testing

@Suite struct SeriesAnalysisTests {
  /// A correlated series with mean 10 that begins `bias` away from it.
  static func series(
    _ length: Int, seed: UInt64, correlation: Double = 0.8, bias: Double = 0
  ) -> [Double] {
    var stream = RandomStream(seed: seed, name: "series")
    var deviation = stream.normal() / (1 - correlation * correlation).squareRoot()
    var excess = bias
    return (0..<length).map { _ in
      deviation = correlation * deviation + stream.normal()
      excess *= 0.98
      return 10 + deviation + excess
    }
  }

  @Test func theWarmUpEndsWhereTheBiasDoes() throws {
    for seed: UInt64 in 0..<20 {
      let deleted = try #require(WarmUp.mser5(Self.series(5_000, seed: seed, bias: 30)))
      // The bias is below the noise of a mean of five after some 150 values.
      #expect(deleted % 5 == 0 && (60...1_000).contains(deleted), "\(deleted)")
    }
  }

  @Test func aSettledSeriesLosesLittle() throws {
    #expect(WarmUp.mser5([Double](repeating: 3, count: 200)) == 0)
    for seed: UInt64 in 0..<10 {
      let deleted = try #require(WarmUp.mser5(Self.series(5_000, seed: seed)))
      #expect(deleted <= 2_500)
    }
  }

  @Test func aSeriesThatHasNotSettledHasNoWarmUp() {
    #expect(WarmUp.mser5((0..<1_000).map(Double.init)) == nil)
    #expect(WarmUp.mser5([1, 2, 3]) == nil)
  }

  @Test func batchMeansCoverTheMeanOfACorrelatedSeries() {
    var covered = 0
    for seed: UInt64 in 0..<400 {
      let batches = BatchMeans(Self.series(2_000, seed: seed), batches: 20)
      covered += batches.interval().contains(10) ? 1 : 0
    }
    // 95 % of 400 is 380, with a standard deviation of 4.4.
    #expect((362...397).contains(covered), "\(covered)")
  }

  @Test func shortBatchesAreSeenToBeCorrelated() {
    var independent = (short: 0, long: 0)
    for seed: UInt64 in 0..<200 {
      let values = Self.series(2_000, seed: seed, correlation: 0.9)
      independent.short += BatchMeans(values, batches: 400).areIndependent ? 1 : 0
      independent.long += BatchMeans(values, batches: 10).areIndependent ? 1 : 0
    }
    #expect(independent.short == 0)
    #expect(independent.long > 170)
    #expect(BatchMeans([1, 1, 1, 1], batches: 2).neighbourCorrelation == 0)
  }

  @Test func batchesLeaveOutTheFront() {
    let batches = BatchMeans([100, 1, 3, 5, 7], batches: 2)
    #expect(batches.means == [2, 6])
  }

  @Test func growthIsTold() {
    for seed: UInt64 in 0..<100 {
      let noise = Self.series(40, seed: seed, correlation: 0)
      #expect(StabilityCheck(noise).verdict == .settled)
      let growing = noise.enumerated().map { Double($0.offset) + $0.element }
      #expect(StabilityCheck(growing).verdict == .growing)
    }
    #expect(StabilityCheck([1, 2, 3]).verdict == .unknown)
  }
}
