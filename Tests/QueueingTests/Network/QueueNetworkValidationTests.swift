import Queueing
import Testing

@Suite struct QueueNetworkValidationTests {
  typealias StationPlan = QueueNetwork.StationPlan
  typealias SourcePlan = QueueNetwork.SourcePlan

  /// What a plan is refused for, after a change.
  func refusal(
    source: SourcePlan = SourcePlan(.poisson(.constant(0.5))), classes: Int = 1,
    _ change: (inout StationPlan) throws -> Void = { _ in }
  ) throws -> String? {
    var plan = StationPlan("desk", servers: 1, service: try .exponential(mean: 1))
    try change(&plan)
    do {
      _ = try QueueNetwork(stations: [plan], sources: [source], classes: classes)
      return nil
    } catch {
      return error.description
    }
  }

  @Test func aPlainPlanIsAccepted() throws {
    #expect(try refusal() == nil)
  }

  @Test func ratesMustBePositiveNumbers() throws {
    for rate in [-1.0, 0, .nan, .infinity] {
      let source = SourcePlan(.poisson(.constant(rate)))
      #expect(
        try refusal(source: source) == "sources[0].rate is \(rate), must be positive and finite")
    }
    let blocks = ArrivalRate.blocks([.init(rate: 1, duration: 0)], repeats: true)
    #expect(
      try refusal(source: SourcePlan(.poisson(blocks)))
        == "sources[0].blocks[0].duration is 0.0, must be positive and finite")
    let wave = ArrivalRate.sinusoid(mean: 1, amplitude: 2, angularFrequency: 1)
    #expect(
      try refusal(source: SourcePlan(.poisson(wave)))
        == "sources[0].amplitude is 2.0, must be at most the mean")
  }

  @Test func stationsNeedServers() throws {
    #expect(
      try refusal { $0.servers = 0 } == "desk.servers is 0.0, must be positive at some time")
    #expect(try refusal { $0.servers = -2 }?.contains("-2") == true)
    #expect(try refusal { $0.capacity = 0 }?.contains("capacity is 0") == true)
  }

  @Test func probabilitiesMustAddUp() throws {
    #expect(try refusal { $0.routing = [1.2] }?.contains("routing[0] is 1.2") == true)
    #expect(try refusal { $0.routing = [-0.1] }?.contains("routing[0] is -0.1") == true)
    #expect(try refusal { $0.routing = [.nan] }?.contains("routing[0] is nan") == true)
    let two = StationPlan("a", servers: 1, service: try .exponential(mean: 1))
    var one = two
    one.routing = [0.7, 0.7]
    #expect(
      throws: NetworkError.invalid(
        parameter: "sum of a.routing", value: 1.4, requirement: "at most 1")
    ) {
      try QueueNetwork(
        stations: [one, two], sources: [SourcePlan(.poisson(.constant(0.1)))])
    }
  }

  @Test func aLoadOfOneNeedsAWayOut() throws {
    let source = SourcePlan(.poisson(.constant(1)))
    #expect(
      try refusal(source: source)
        == "desk: load is 1.0, must be below 1 where nobody leaves unserved")
    #expect(try refusal(source: source) { $0.capacity = 3 } == nil)
    #expect(try refusal(source: source) { $0.patience = [try .exponential(mean: 1)] } == nil)
    // Nobody leaves.
    #expect(try refusal { $0.routing = [1] }?.contains("load is inf") == true)
    #expect(try refusal { $0.services = [try .pareto(shape: 1, minimum: 1)] } != nil)
  }

  @Test func shiftsMustAscend() throws {
    #expect(
      try refusal {
        $0.shifts = [.init(start: 2, servers: 1), .init(start: 1, servers: 2)]
      }?.contains("shifts[1].start is 1.0") == true)
    #expect(
      try refusal {
        $0.shifts = [.init(start: 2, servers: 1)]
        $0.shiftPeriod = 1
      }?.contains("shiftPeriod is 1.0") == true)
    // Two servers for a tenth of the time are not enough for a load of 0.5.
    #expect(
      try refusal {
        $0.shifts = [.init(start: 0, servers: 2), .init(start: 1, servers: 0)]
        $0.shiftPeriod = 10
      }?.contains("load is 2.5") == true)
  }

  @Test func classesAndIndicesMustFit() throws {
    #expect(try refusal(classes: 0)?.contains("classes is 0.0") == true)
    let source = SourcePlan(.poisson(.constant(0.5)), station: 3)
    #expect(try refusal(source: source)?.contains("station is 3.0") == true)
    let urgent = SourcePlan(.poisson(.constant(0.5)), priorityClass: 2)
    #expect(try refusal(source: urgent)?.contains("priorityClass is 2.0") == true)
  }

  @Test func optionsAreChecked() throws {
    let network = try QueueNetwork(
      stations: [StationPlan("desk", servers: 1, service: try .exponential(mean: 1))],
      sources: [SourcePlan(.poisson(.constant(0.5)))])
    func refusal(_ change: (inout NetworkOptions) -> Void) -> String? {
      var options = NetworkOptions()
      change(&options)
      do {
        _ = try NetworkSimulation(network, options: options)
        return nil
      } catch {
        return "\(error)"
      }
    }
    #expect(refusal { _ in } == nil)
    #expect(refusal { $0.thresholds = [1, .nan] }?.contains("thresholds[1] is nan") == true)
    #expect(refusal { $0.observationTimes = [2, 1] }?.contains("[1] is 1.0") == true)
    #expect(refusal { $0.recordedCustomers = -1 }?.contains("is -1.0") == true)
    #expect(refusal { $0.greatestPopulation = 0 }?.contains("is 0.0") == true)
  }
}
