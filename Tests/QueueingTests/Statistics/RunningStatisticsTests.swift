import Queueing
import Testing

@Suite struct RunningStatisticsTests {
  @Test func momentsOfAFewValues() {
    var moments = RunningMoments()
    for value in [2.0, 4, 4, 4, 5, 5, 7, 9] { moments.add(value) }
    #expect(moments.count == 8 && moments.mean == 5 && moments.sum == 40)
    #expect(abs(moments.variance - 32.0 / 7) < 1e-14)
    #expect(moments.minimum == 2 && moments.maximum == 9)
    // t(0.975, 7) = 2.3646 and the standard error is √(32/56).
    #expect(abs(moments.interval().halfWidth - 2.364624251592784 * (32.0 / 56).squareRoot()) < 1e-9)
  }

  @Test func mergingEqualsAddingAll() {
    var stream = RandomStream(seed: 1, name: "merge")
    let values = (0..<1_000).map { _ in 1e6 + stream.normal() }
    var whole = RunningMoments()
    var parts = [RunningMoments](repeating: RunningMoments(), count: 7)
    for (index, value) in values.enumerated() {
      whole.add(value)
      parts[index * index % 7].add(value)
    }
    let merged = parts.reduce(into: RunningMoments()) { $0.merge($1) }
    #expect(merged.count == whole.count)
    #expect(abs(merged.mean - whole.mean) < 1e-9)
    #expect(abs(merged.variance / whole.variance - 1) < 1e-9)
    #expect(merged.maximum == whole.maximum && merged.minimum == whole.minimum)
  }

  @Test func withFewerThanTwoValuesNothingIsKnown() {
    var moments = RunningMoments()
    #expect(moments.mean == 0 && moments.variance == 0 && moments.standardError == .infinity)
    moments.add(3)
    #expect(moments.interval().halfWidth == .infinity)
  }

  @Test func aStepFunctionHasItsAverage() {
    var level = TimeWeightedAverage(at: 10, level: 2)
    #expect(level.average(until: 10) == 2)
    level.set(4, at: 20)
    level.change(by: -4, at: 30)
    #expect(level.level == 0)
    #expect(level.area(until: 40) == 60)
    #expect(level.average(until: 40) == 2)
    level.restart(at: 40)
    level.set(1, at: 45)
    #expect(level.average(until: 50) == 0.5)
  }
}
