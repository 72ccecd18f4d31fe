import Queueing
import Testing

@Suite struct StudentTTests {
  @Test(arguments: [
    (1.0, 12.706204736174698), (2, 4.302652729749462), (5, 2.570581835636314),
    (10, 2.2281388519862735), (30, 2.0422724563012373), (1000, 1.9623390808264074),
  ])
  func theTwoSidedFivePercentPoints(degrees: Double, expected: Double) {
    let t = StudentT.quantile(0.975, degreesOfFreedom: degrees)
    #expect(abs(t / expected - 1) < 1e-11)
    #expect(abs(StudentT.quantile(0.025, degreesOfFreedom: degrees) / t + 1) < 1e-11)
  }

  @Test(arguments: [1.0, 1.5, 3, 29, 1e5])
  func theQuantileInvertsTheTail(degrees: Double) {
    for tail in [1e-12, 1e-6, 0.01, 0.3, 0.49] {
      let t = -StudentT.quantile(tail, degreesOfFreedom: degrees)
      let again = StudentT.upperTail(t, degreesOfFreedom: degrees)
      #expect(abs(again / tail - 1) < 1e-9)
    }
    #expect(StudentT.quantile(0.5, degreesOfFreedom: degrees) == 0)
  }
}
