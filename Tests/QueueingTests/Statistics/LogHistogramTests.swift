import Queueing
import Testing

@Suite struct LogHistogramTests {
  @Test(arguments: [0, 3, 5, 8])
  func quantilesAreWithinABucket(bits: Int) throws {
    var stream = RandomStream(seed: 1, name: "histogram")
    var histogram = LogHistogram(subBucketBits: bits)
    let values = (0..<20_000).map { _ in Int64(stream.exponential() * 1e7) }
    for value in values { histogram.add(value) }
    let sorted = values.sorted()
    for share in [0.01, 0.5, 0.9, 0.99] {
      let exact = Double(sorted[Int(share * 20_000)])
      let estimate = try #require(histogram.quantile(share))
      #expect(abs(estimate / exact - 1) <= 1 / Double(1 << bits) + 0.01)
    }
    #expect(histogram.count == 20_000)
  }

  @Test func smallValuesAreExact() {
    var histogram = LogHistogram(subBucketBits: 5)
    for value: Int64 in 0..<32 { histogram.add(value) }
    for value: Int64 in 0..<32 {
      #expect(histogram.count(atOrBelow: value) == Double(value + 1))
    }
    #expect(histogram.count(atOrBelow: -1) == 0)
    #expect(histogram.count(atOrBelow: .max) == 32)
  }

  @Test func everyPowerOfTwoHasItsOwnBucket() {
    for power in 0..<60 {
      var histogram = LogHistogram(subBucketBits: 4)
      histogram.add(1 << power)
      #expect(histogram.count(atOrBelow: 1 << power - 1) == 0)
      #expect(histogram.count(atOrBelow: 1 << (power + 1)) == 1)
      #expect(histogram.quantile(0) == Double(1 << power))
    }
  }

  @Test func whatIsAddedCanBeTakenBack() {
    var stream = RandomStream(seed: 2, name: "histogram")
    var histogram = LogHistogram(greatest: 1 << 40)
    let empty = histogram
    let values = (0..<1_000).map { _ in Int64(stream.next() >> 20) }
    for value in values { histogram.add(value) }
    #expect(histogram.quantile(0.5) != nil)
    for value in values.reversed() { histogram.remove(value) }
    #expect(histogram == empty)
    #expect(histogram.quantile(0.5) == nil)
  }

  @Test func mergingEqualsAddingAll() {
    var (one, other, both) = (LogHistogram(), LogHistogram(), LogHistogram())
    for value: Int64 in 0..<1_000 {
      value % 3 == 0 ? one.add(value * value) : other.add(value * value)
      both.add(value * value)
    }
    let first = one
    one.merge(other)
    #expect(one == both)
    one.remove(other)
    #expect(one == first)
    one.removeAll()
    #expect(one == LogHistogram())
  }

  @Test func whatExceedsTheGreatestCountsAsIt() {
    var histogram = LogHistogram(greatest: 1_000)
    histogram.add(1_000_000)
    histogram.add(-5)
    #expect(histogram.count(atOrBelow: 0) == 1)
    #expect(histogram.count(atOrBelow: 2_000) == 2)
  }
}
