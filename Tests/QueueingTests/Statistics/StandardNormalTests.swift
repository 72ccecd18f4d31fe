import Queueing
import Testing

@Suite struct StandardNormalTests {
  @Test(arguments: [
    1e-300, 1e-100, 1e-20, 1e-9, 0.001, 0.02, 0.0749, 0.0751, 0.2, 0.5, 0.7, 0.93, 0.999,
  ])
  func theQuantileInvertsTheTail(probability: Double) {
    let low = StandardNormal.quantile(probability)
    #expect(abs(StandardNormal.cdf(low) / probability - 1) < 1e-12)
    let high = StandardNormal.upperTailQuantile(probability)
    #expect(abs(StandardNormal.upperTail(high) / probability - 1) < 1e-12)
    #expect(high == -low)
  }

  @Test func knownValues() {
    #expect(abs(StandardNormal.quantile(0.975) - 1.959963984540054) < 1e-14)
    #expect(abs(StandardNormal.cdf(1) - 0.8413447460685429) < 1e-15)
    #expect(StandardNormal.quantile(0.5) == 0)
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
  }
}
