import Testing

@testable import Queueing

@Suite struct RandomStreamTests {
  @Test func matchesTheReferenceSequence() {
    // First outputs of xoshiro256++ from the state 1, 2, 3, 4.
    var stream = RandomStream(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
    ]
    #expect(expected.map { _ in stream.next() } == expected)
  }

  @Test func namesSeedsAndReplicationsGiveDifferentStreams() {
    var seen = Set<UInt64>()
    for seed: UInt64 in 0..<20 {
      for name in ["arrivals", "service", "patience"] {
        for replication: UInt32 in 0..<20 {
          var stream = RandomStream(seed: seed, name: name, replication: replication)
          seen.insert(stream.next())
        }
      }
    }
    #expect(seen.count == 20 * 3 * 20)
  }

  @Test func theSameNameGivesTheSameStream() {
    var one = RandomStream(seed: 7, name: "arrivals", replication: 3)
    var other = RandomStream(seed: 7, name: "arrivals", replication: 3)
    for _ in 0..<100 { #expect(one.next() == other.next()) }
  }

  @Test func streamsOfTwoNamesAreUncorrelated() {
    var one = RandomStream(seed: 7, name: "a")
    var other = RandomStream(seed: 7, name: "b")
    let n = 100_000
    var sum = 0.0
    for _ in 0..<n { sum += (one.uniform() - 0.5) * (other.uniform() - 0.5) }
    // The standard deviation of the sum is √n / 12.
    #expect(abs(sum) < 4 * Double(n).squareRoot() / 12)
  }

  @Test func uniformsFillTheUnitInterval() {
    var stream = RandomStream(seed: 1, name: "uniform")
    let sample = (0..<200_000).map { _ in stream.uniform() }
    #expect(sample.allSatisfy { $0 >= 0 && $0 < 1 })
    #expect(GoodnessOfFit.kolmogorovSmirnov(sample) { $0 } < 1.95)
  }

  @Test(arguments: [1, 2, 3, 7, 100, 1 << 31, UInt32.max] as [UInt32])
  func integersBelowABoundAreUniform(bound: UInt32) {
    var stream = RandomStream(seed: 2, name: "below")
    let cells = Int(min(bound, 50))
    var counts = [Int](repeating: 0, count: cells)
    let n = 100_000
    for _ in 0..<n {
      let value = stream.below(bound)
      #expect(value < bound)
      counts[Int(UInt64(value) * UInt64(cells) / UInt64(bound))] += 1
    }
    if cells > 1 {
      let expected = [Double](repeating: Double(n) / Double(cells), count: cells)
      #expect(abs(GoodnessOfFit.chiSquared(observed: counts, expected: expected)) < 4)
    }
  }
}
