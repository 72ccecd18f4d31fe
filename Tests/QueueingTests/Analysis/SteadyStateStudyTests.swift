import Queueing
import Testing

@Suite struct SteadyStateStudyTests {
  static func study(load: Double, seed: UInt64 = 1) throws -> SteadyStateStudy {
    let network = try QueueNetwork(
      stations: [.init("desk", servers: 1, service: try .exponential(mean: 1))],
      sources: [.init(.poisson(.constant(load)))], allowsOverload: true)
    var study = try SteadyStateStudy(
      network, options: NetworkOptions(seed: seed), window: 100, longest: 400_000)
    study.relativeHalfWidth = 0.05
    study.confidence = 0.99
    return study
  }

  @Test(arguments: [0.3, 0.7])
  func aStableQueueHasAnEstimate(load: Double) throws {
    let outcome = try Self.study(load: load).run { $0.stations[0].total.wait.mean }
    guard case .estimate(let interval, let warmUp, let duration, let isPrecise) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(isPrecise)
    #expect(interval.relativeHalfWidth <= 0.05)
    #expect(interval.contains(load / (1 - load)))
    #expect(warmUp >= 0 && duration > 1_000)
  }

  @Test(arguments: [1.05, 1.5])
  func anOverloadedQueueHasNone(load: Double) throws {
    var study = try Self.study(load: load)
    study.longest = 20_000
    let outcome = try study.run { $0.stations[0].total.wait.mean }
    guard case .unstable(let check) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(check.verdict == .growing && check.growth > 1.5)
  }

  @Test func aCrowdIsAVerdictAndNotAHang() throws {
    var study = try Self.study(load: 3)
    study.options.greatestPopulation = 500
    let outcome = try study.run { $0.inSystem }
    guard case .unstable = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test func lengthsAreChecked() throws {
    let network = try Self.study(load: 0.5).network
    #expect(throws: NetworkError.self) {
      try SteadyStateStudy(network, window: 0, longest: 10)
    }
    #expect(throws: NetworkError.self) {
      try SteadyStateStudy(network, window: 1, longest: 39)
    }
  }
}
