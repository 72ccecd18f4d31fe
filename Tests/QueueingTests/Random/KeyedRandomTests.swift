import Queueing
import Testing

@Suite struct KeyedRandomTests {
  @Test func aKeyHasOneNumberInWhateverOrder() {
    let random = KeyedRandom(seed: 3, purpose: "handle time")
    let forward = (0..<1_000).map { random.uniform($0) }
    let backward = (0..<1_000).reversed().map { random.uniform($0) }
    #expect(forward == backward.reversed())
    #expect(forward.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test(arguments: [1, 2, 256, 1 << 20, 1 << 32, 0x9E37_79B9_7F4A_7C15] as [UInt64])
  func numbersOfRegularKeysAreUniform(stride: UInt64) {
    let random = KeyedRandom(seed: 4, purpose: "views")
    let sample = (0..<100_000 as Range<UInt64>).map { random.uniform($0 &* stride) }
    #expect(GoodnessOfFit.kolmogorovSmirnov(sample) { $0 } < 1.95)
  }

  @Test func normalNumbersOfRegularKeysAreNormal() {
    let random = KeyedRandom(seed: 8, purpose: "views")
    let sample = (0..<400_000 as Range<UInt64>).map { random.normal($0) }
    #expect(GoodnessOfFit.kolmogorovSmirnov(sample, cdf: StandardNormal.cdf) < 1.95)
    // The tail and the edges of the layers take more numbers than one.
    for bound in [1.0, 2, 3, 3.7] {
      let expected = 2 * 400_000 * StandardNormal.upperTail(bound)
      let found = Double(sample.count { abs($0) > bound })
      #expect(abs(found - expected) < 4 * expected.squareRoot())
    }
    #expect(random.normal(17) == random.normal(17))
  }

  @Test func neighbouringKeysAreIndependent() {
    let random = KeyedRandom(seed: 5, purpose: "pairs")
    var counts = [Int](repeating: 0, count: 64)
    for key: UInt64 in 0..<200_000 {
      counts[Int((random.bits(key) >> 61) << 3 | random.bits(key + 1) >> 61)] += 1
    }
    let expected = [Double](repeating: 200_000 / 64, count: 64)
    #expect(abs(GoodnessOfFit.chiSquared(observed: counts, expected: expected)) < 4)
  }

  @Test func everyBitOfTheKeyChangesHalfOfTheNumber() {
    let random = KeyedRandom(seed: 6, purpose: "avalanche")
    for bit: UInt64 in 0..<64 {
      var flipped = 0
      for key: UInt64 in 0..<500 {
        flipped += (random.bits(key) ^ random.bits(key ^ (1 << bit))).nonzeroBitCount
      }
      #expect(abs(Double(flipped) / 500 - 32) < 4 * 4 / 500.0.squareRoot())
    }
  }

  @Test func purposesAndSeedsShareNoNumbers() {
    var seen = Set<UInt64>()
    for purpose in ["a", "b", "c"] {
      for seed: UInt64 in 0..<10 {
        let random = KeyedRandom(seed: seed, purpose: purpose)
        for key: UInt64 in 0..<1_000 { seen.insert(random.bits(key)) }
      }
    }
    #expect(seen.count == 30_000)
  }
}
