import Foundation
import Queueing
import Testing

@Suite struct EstimateTests {
  @Test func replicationsStopWhenTheIntervalIsShort() {
    var covered = 0
    for seed: UInt64 in 0..<300 {
      var stream = RandomStream(seed: seed, name: "replications")
      var estimate = SequentialEstimate(relativeHalfWidth: 0.05)
      estimate.run { _ in 10 + 3 * stream.normal() }
      #expect(estimate.status == .precise)
      #expect(estimate.interval.relativeHalfWidth <= 0.05 / 1.05)
      covered += estimate.interval.contains(10) ? 1 : 0
    }
    // Stopping at a lucky moment costs some coverage.
    #expect(covered >= 270, "\(covered)")
  }

  @Test func replicationsAreNumberedAndLimited() {
    var numbers: [UInt32] = []
    var estimate = SequentialEstimate(relativeHalfWidth: 0.001, minimum: 3, maximum: 20)
    #expect(estimate.status == .needs(more: 3))
    estimate.run { number in
      numbers.append(number)
      return Double(number % 2)
    }
    #expect(numbers == Array(0..<20))
    #expect(estimate.status == .exhausted)
    var constant = SequentialEstimate(relativeHalfWidth: 0.1, minimum: 2)
    constant.run { _ in 4 }
    #expect(constant.status == .precise && constant.moments.count == 2)
  }

  @Test func commonRandomNumbersSharpenAComparison() throws {
    typealias StationPlan = QueueNetwork.StationPlan
    func network(_ mean: Double) throws -> QueueNetwork {
      try QueueNetwork(
        stations: [StationPlan("desk", servers: 1, service: try .exponential(mean: mean))],
        sources: [.init(.poisson(.constant(0.8)))])
    }
    let (slow, fast) = (try network(1), try network(0.97))
    var comparison = PairedComparison()
    for replication: UInt32 in 0..<20 {
      func wait(_ network: QueueNetwork) throws -> Double {
        var simulation = try NetworkSimulation(
          network, options: NetworkOptions(seed: 6, replication: replication))
        try simulation.run(until: 2_000)
        return simulation.statistics.stations[0].total.wait.mean
      }
      comparison.add(base: try wait(slow), alternative: try wait(fast))
    }
    #expect(comparison.correlation > 0.95)
    #expect(comparison.varianceReduction > 5)
    #expect(comparison.isSignificant() && comparison.interval().upperBound < 0)
    #expect(comparison.difference.count == 20)
  }

  @Test func orderStatisticsBoundAQuantile() throws {
    // For ten values the second and the ninth bound the median at 97.9 %.
    let ten = try #require(QuantileInterval((1...10).map(Double.init), share: 0.5))
    #expect(ten.lowerBound == 2 && ten.upperBound == 9 && ten.estimate == 5.5)
    #expect(abs(ten.level - (1 - 22.0 / 1_024)) < 1e-12)
    #expect(QuantileInterval((1...10).map(Double.init), share: 0.99) == nil)
    #expect(QuantileInterval([], share: 0.5) == nil)
    var covered = 0
    for seed: UInt64 in 0..<400 {
      var stream = RandomStream(seed: seed, name: "quantile")
      let values = (0..<150).map { _ in stream.exponential() }
      let interval = try #require(QuantileInterval(values, share: 0.9))
      #expect(interval.level >= 0.95)
      let truth = -log(0.1)
      covered += interval.lowerBound <= truth && truth <= interval.upperBound ? 1 : 0
    }
    #expect(covered >= 368, "\(covered)")
  }
}
