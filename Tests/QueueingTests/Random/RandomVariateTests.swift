import Foundation
import Testing

@testable import Queueing

@Suite struct RandomVariateTests {
  @Test func exponentialsFollowTheirLaw() {
    var stream = RandomStream(seed: 1, name: "exponential")
    let sample = (0..<400_000).map { _ in stream.exponential() }
    #expect(GoodnessOfFit.kolmogorovSmirnov(sample) { 1 - exp(-$0) } < 1.95)
    #expect(
      sample.reduce(into: RunningMoments()) { $0.add($1) }.interval(confidence: 0.999).contains(1))
    // Beyond the base strip of the ziggurat.
    let tail = sample.filter { $0 > 7.7 }.count
    let expected = 400_000 * exp(-7.7)
    #expect(abs(Double(tail) - expected) < 4 * expected.squareRoot())
  }

  @Test func normalsFollowTheirLaw() {
    var stream = RandomStream(seed: 2, name: "normal")
    let sample = (0..<400_000).map { _ in stream.normal() }
    #expect(GoodnessOfFit.kolmogorovSmirnov(sample, cdf: StandardNormal.cdf) < 1.95)
    let tail = sample.filter { abs($0) > 3.7 }.count
    let expected = 800_000 * StandardNormal.upperTail(3.7)
    #expect(abs(Double(tail) - expected) < 4 * expected.squareRoot())
  }

  @Test func theZigguratsCloseAtTheTop() {
    // The last strip reaches the mode: its area equals the others'.
    for table in [Ziggurat.exponential, .normal] {
      let area = table.edge(0) * table.height(1)
      let top = table.edge(255) * (1 - table.height(255))
      #expect(abs(top / area - 1) < 1e-9)
    }
  }

  @Test(arguments: [0.01, 0.3, 0.999, 1, 1.5, 4, 250])
  func gammasFollowTheirLaw(shape: Double) {
    var stream = RandomStream(seed: 3, name: "gamma")
    let sample = (0..<100_000).map { _ in stream.gamma(shape: shape) }
    #expect(GoodnessOfFit.kolmogorovSmirnov(sample) { IncompleteGamma.lower(shape, $0) } < 1.95)
  }

  @Test(arguments: [0.001, 0.5, 3, 9.99, 10, 11, 47.3, 1_000])
  func poissonCountsFollowTheirLaw(mean: Double) {
    var stream = RandomStream(seed: 4, name: "poisson")
    let n = 100_000
    let spread = 5 * mean.squareRoot() + 5
    let low = max(0, Int(mean - spread))
    let cells = Int(mean + spread) - low + 1
    var counts = [Int](repeating: 0, count: cells)
    for _ in 0..<n { counts[min(max(stream.poisson(mean: mean) - low, 0), cells - 1)] += 1 }
    // Cells with few expected counts are put together.
    var (observed, expected) = ([Int](), [Double]())
    var (heldCount, heldMean) = (0, 0.0)
    for cell in 0..<cells {
      heldCount += counts[cell]
      heldMean += Double(n) * exp(PoissonLaw.logProbability(Double(cell + low), mean: mean))
      if heldMean >= 8 {
        observed.append(heldCount)
        expected.append(heldMean)
        (heldCount, heldMean) = (0, 0)
      }
    }
    observed.append(heldCount)
    expected.append(max(Double(n) - expected.reduce(0, +), 1e-3))
    #expect(GoodnessOfFit.chiSquared(observed: observed, expected: expected) < 4)
  }

  @Test(arguments: [1e6, 1e9, 1e12, 1e15])
  func poissonCountsOfLargeMeansHaveTheRightMoments(mean: Double) {
    var stream = RandomStream(seed: 5, name: "poisson")
    var moments = RunningMoments()
    for _ in 0..<50_000 {
      moments.add((Double(stream.poisson(mean: mean)) - mean) / mean.squareRoot())
    }
    #expect(moments.interval(confidence: 0.999).contains(0))
    #expect(abs(moments.variance - 1) < 0.03)
  }

  @Test func aPoissonCountOfMeanZeroIsZero() {
    var stream = RandomStream(seed: 6, name: "poisson")
    for _ in 0..<100 { #expect(stream.poisson(mean: 0) == 0) }
  }
}
