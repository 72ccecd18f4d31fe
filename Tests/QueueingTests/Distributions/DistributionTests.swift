import Foundation
import Testing

@testable import Queueing

@Suite struct DistributionTests {
  static func examples() throws -> [Distribution] {
    [
      try .deterministic(3), try .exponential(mean: 2), try .uniform(low: 1, high: 4),
      try .lognormal(mean: 5, scv: 2), try .erlang(stages: 3, mean: 6),
      try .erlang(stages: 20, mean: 1), try .gamma(mean: 2, scv: 2.5),
      try .gamma(mean: 2, scv: 0.2),
      try .hyperexponential(probabilities: [0.2, 0.8], means: [5, 0.5]),
      try .pareto(shape: 5, minimum: 2),
      try .empirical(values: [4, 1, 2], weights: [1, 2, 5]),
    ]
  }

  @Test func samplesHaveTheStatedMoments() throws {
    for law in try Self.examples() {
      var stream = RandomStream(seed: 11, name: "law")
      var moments = RunningMoments()
      for _ in 0..<400_000 { moments.add(law.sample(&stream)) }
      if law.scv == 0 {
        #expect(moments.mean == law.mean && moments.variance == 0)
      } else {
        #expect(moments.interval(confidence: 0.999).contains(law.mean), "\(law.form)")
        let scv = moments.variance / (moments.mean * moments.mean)
        #expect(abs(scv / law.scv - 1) < 0.06, "\(law.form)")
      }
      #expect(moments.minimum >= 0)
    }
  }

  @Test func samplesFollowTheQuantiles() throws {
    for law in try Self.examples() where law.scv > 0 {
      if case .empirical = law.form { continue }
      var stream = RandomStream(seed: 12, name: "law")
      let sample = (0..<20_000).map { _ in law.sample(&stream) }.sorted()
      for share in [0.001, 0.05, 0.3, 0.5, 0.9, 0.99] {
        let below = sample.partitioningIndex(after: law.quantile(share))
        let deviation = (20_000 * share * (1 - share)).squareRoot()
        #expect(abs(Double(below) - 20_000 * share) < 4.5 * deviation, "\(law.form) \(share)")
      }
    }
  }

  @Test func anEmpiricalLawKeepsItsShares() throws {
    let law = try Distribution.empirical(values: [4, 1, 2, 9], weights: [1, 2, 5, 0])
    #expect(law.mean == (4 + 2 + 10) / 8)
    #expect([0, 0.249, 0.25, 0.874, 0.875, 0.9999].map(law.quantile) == [1, 1, 2, 2, 4, 4])
    var stream = RandomStream(seed: 13, name: "law")
    var counts = [Double: Int]()
    for _ in 0..<80_000 { counts[law.sample(&stream), default: 0] += 1 }
    let observed = [1.0, 2, 4].map { counts[$0] ?? 0 }
    #expect(observed.reduce(0, +) == 80_000)
    #expect(
      GoodnessOfFit.chiSquared(observed: observed, expected: [20_000, 50_000, 10_000]) < 6)
  }

  @Test func aHeavyTailHasNoMoments() throws {
    #expect(try Distribution.pareto(shape: 1, minimum: 2).mean == .infinity)
    #expect(try Distribution.pareto(shape: 2, minimum: 2).scv == .infinity)
  }

  @Test func refusalsNameTheParameterAndTheValue() {
    func refusal(_ make: () throws -> Distribution) -> String? {
      do {
        _ = try make()
        return nil
      } catch let error as DistributionError {
        return "\(error.parameter) \(error.value)"
      } catch {
        return "\(error)"
      }
    }
    #expect(refusal { try .deterministic(-1) } == "value -1.0")
    #expect(refusal { try .exponential(mean: 0) } == "mean 0.0")
    #expect(refusal { try .exponential(mean: .nan) } == "mean nan")
    #expect(refusal { try .uniform(low: 2, high: 1) } == "high 1.0")
    #expect(refusal { try .uniform(low: -2, high: 1) } == "low -2.0")
    #expect(refusal { try .lognormal(mean: .infinity, scv: 1) } == "mean inf")
    #expect(refusal { try .lognormal(mean: 1, scv: 0) } == "scv 0.0")
    #expect(refusal { try .erlang(stages: 0, mean: 1) } == "stages 0.0")
    #expect(refusal { try .gamma(mean: 1, scv: -3) } == "scv -3.0")
    #expect(refusal { try .pareto(shape: 0, minimum: 1) } == "shape 0.0")
    #expect(
      refusal { try .hyperexponential(probabilities: [0.5, 0.4], means: [1, 2]) }
        == "sum of probabilities 0.9")
    #expect(
      refusal { try .hyperexponential(probabilities: [1.5, -0.5], means: [1, 2]) }
        == "probabilities[1] -0.5")
    #expect(
      refusal { try .hyperexponential(probabilities: [1], means: [1, 2]) } == "number of means 2.0")
    #expect(refusal { try .empirical(values: [], weights: []) } == "number of weights 0.0")
    #expect(refusal { try .empirical(values: [1], weights: [0]) } == "sum of weights 0.0")
    #expect(refusal { try .empirical(values: [1, .nan], weights: [1, 1]) } == "values[1] nan")
    #expect(
      DistributionError(distribution: "uniform", parameter: "low", value: -1, requirement: "x")
        .description == "uniform: low is -1.0, must be x")
  }

  @Test(arguments: [0.05, 0.5, 1, 2.5, 30, 1e4])
  func theGammaQuantileInvertsTheLaw(shape: Double) {
    for share in [1e-9, 0.001, 0.1, 0.5, 0.9, 0.999, 1 - 1e-9] {
      let x = IncompleteGamma.quantile(shape, share)
      let error =
        share < 0.5
        ? IncompleteGamma.lower(shape, x) / share - 1
        : IncompleteGamma.upper(shape, x) / (1 - share) - 1
      #expect(abs(error) < 1e-6, "\(shape) \(share) \(x)")
    }
    #expect(abs(IncompleteGamma.lower(1, 0.7) - (1 - exp(-0.7))) < 1e-14)
    #expect(abs(IncompleteGamma.logGamma(0.5) - 0.5 * log(.pi)) < 1e-14)
  }
}

extension [Double] {
  /// The number of elements of a sorted array that are at most `value`.
  func partitioningIndex(after value: Double) -> Int {
    firstIndex { $0 > value } ?? count
  }
}
