import Foundation
import Queueing
import Testing

@Suite struct PoissonProcessTests {
  /// Counts in the intervals between the given instants, over many runs.
  func counts(_ rate: ArrivalRate, _ bounds: [Double], runs: Int) -> [RunningMoments] {
    var stream = RandomStream(seed: 8, name: "process")
    var moments = [RunningMoments](repeating: RunningMoments(), count: bounds.count - 1)
    for _ in 0..<runs {
      var process = PoissonProcess(rate: rate)
      var counts = [Int](repeating: 0, count: bounds.count - 1)
      while let time = process.next(&stream), time < bounds[bounds.count - 1] {
        if let index = bounds.lastIndex(where: { $0 <= time }) { counts[index] += 1 }
      }
      for index in counts.indices { moments[index].add(Double(counts[index])) }
    }
    return moments
  }

  @Test func blocksHaveTheirRates() {
    let rate = ArrivalRate.blocks(
      [.init(rate: 2, duration: 1), .init(rate: 0, duration: 2), .init(rate: 5, duration: 0.5)],
      repeats: true)
    let seen = counts(rate, [0, 1, 3, 3.5, 4.5, 6.5, 7], runs: 5_000)
    for (moments, mean) in zip(seen, [2, 0, 2.5, 2, 0, 2.5]) {
      if mean == 0 {
        #expect(moments.maximum == 0)
      } else {
        #expect(moments.interval(confidence: 0.999).contains(mean))
        #expect(abs(moments.variance / mean - 1) < 0.1)
      }
    }
    #expect(abs(rate.mean - 4.5 / 3.5) < 1e-12)
  }

  @Test func blocksThatDoNotRepeatEnd() {
    var stream = RandomStream(seed: 9, name: "process")
    var process = PoissonProcess(rate: .blocks([.init(rate: 3, duration: 2)], repeats: false))
    var last = 0.0
    while let time = process.next(&stream) {
      #expect(time >= last && time < 2)
      last = time
    }
    #expect(process.next(&stream) == nil)
  }

  @Test func aSinusoidIsThinnedExactly() {
    let rate = ArrivalRate.sinusoid(mean: 3, amplitude: -3, angularFrequency: 2)
    let seen = counts(rate, [0, 0.5, 1, 2, 3], runs: 5_000)
    func integral(_ a: Double, _ b: Double) -> Double {
      3 * (b - a) + 1.5 * (cos(2 * b) - cos(2 * a))
    }
    for (moments, bounds) in zip(seen, [(0.0, 0.5), (0.5, 1), (1, 2), (2, 3)]) {
      let mean = integral(bounds.0, bounds.1)
      #expect(moments.interval(confidence: 0.999).contains(mean))
      #expect(abs(moments.variance / mean - 1) < 0.1)
    }
  }
}
