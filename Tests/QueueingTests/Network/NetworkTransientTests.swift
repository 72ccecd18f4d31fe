import Foundation
import Queueing
import Testing

/// Networks in the short run, and with rates and servers that change.
@Suite struct NetworkTransientTests {
  typealias StationPlan = QueueNetwork.StationPlan
  typealias SourcePlan = QueueNetwork.SourcePlan

  @Test func theFirstCustomersWaitLess() throws {
    let network = try QueueNetwork(
      stations: [StationPlan("desk", servers: 1, service: try .exponential(mean: 1))],
      sources: [SourcePlan(.poisson(.constant(1.2)))], allowsOverload: true)
    var second = RunningMoments()
    for replication: UInt32 in 0..<4_000 {
      var options = NetworkOptions(seed: 3, replication: replication)
      options.recordedCustomers = 2
      var simulation = try NetworkSimulation(network, options: options)
      try simulation.runUntilRecorded()
      #expect(simulation.recordedWaits[0] == 0)
      second.add(simulation.recordedWaits[1])
    }
    // The second one waits for what is left of an exponential service.
    #expect(second.interval(confidence: 0.999).contains(1.2 / 2.2))
  }

  @Test func endlesslyManyServersFollowTheRate() throws {
    let rate = ArrivalRate.sinusoid(mean: 20, amplitude: 15, angularFrequency: 0.5)
    let network = try QueueNetwork(
      stations: [StationPlan("desk", servers: 500, service: try .exponential(mean: 1))],
      sources: [SourcePlan(.poisson(rate))])
    var options = NetworkOptions(seed: 4)
    let period = 2 * Double.pi / 0.5
    options.observationTimes = (5..<400).map { 1 + Double($0) * period }
    var simulation = try NetworkSimulation(network, options: options)
    try simulation.run(until: 401 * period)
    var moments = RunningMoments()
    for observation in simulation.observations {
      moments.add(Double(observation.stations[0].busy))
    }
    let expected = 20 + 15 * (sin(0.5) - 0.5 * cos(0.5)) / (1 + 0.25)
    #expect(moments.count == 395)
    #expect(moments.interval(confidence: 0.999).contains(expected))
    // The number in M(t)/M/∞ has a Poisson law: the variance is the mean.
    #expect(abs(moments.variance / expected - 1) < 0.25)
  }

  @Test func serversComeAndGoWithTheShifts() throws {
    var plan = StationPlan("desk", servers: 0, service: try .deterministic(1))
    plan.shifts = [.init(start: 0, servers: 0), .init(start: 5, servers: 2)]
    plan.shiftPeriod = 10
    let network = try QueueNetwork(
      stations: [plan], sources: [SourcePlan(.renewal(try .deterministic(2)))])
    var options = NetworkOptions()
    options.observationTimes = [4.9, 5, 9.9, 14.9, 15.1]
    var simulation = try NetworkSimulation(network, options: options)
    try simulation.run(until: 20)
    let seen = simulation.observations.map { $0.stations[0] }
    #expect(seen.map(\.waiting) == [2, 0, 0, 3, 1])
    #expect(seen.map(\.busy) == [0, 2, 0, 0, 2])
    #expect(seen.map(\.servers) == [0, 2, 2, 0, 2])
    // Arrivals at 2 and 4 waited for 3 and 1.
    #expect(abs(seen[1].queueArea - 4) < 1e-9)
  }

  @Test func aSeedGivesTheSameRunAndAnotherReplicationAnother() throws {
    let network = try QueueNetwork(
      stations: [StationPlan("desk", servers: 2, service: try .gamma(mean: 1, scv: 0.5))],
      sources: [SourcePlan(.poisson(.constant(1.5)))])
    func run(_ replication: UInt32) throws -> Double {
      let options = NetworkOptions(seed: 5, replication: replication)
      var simulation = try NetworkSimulation(network, options: options)
      try simulation.run(untilDepartures: 2_000)
      return simulation.statistics.stations[0].total.sojourn.mean
    }
    #expect(try run(0) == run(0))
    #expect(try run(0) != run(1))
  }

  @Test func customersAreConserved() throws {
    var plan = StationPlan("desk", servers: 2, service: try .exponential(mean: 1))
    plan.capacity = 6
    plan.patience = [try .exponential(mean: 1)]
    plan.routing = [0.3]
    let network = try QueueNetwork(
      stations: [plan], sources: [SourcePlan(.poisson(.constant(3)))])
    var simulation = try NetworkSimulation(network)
    try simulation.run(until: 1_000)
    let seen = simulation.statistics
    let total = seen.stations[0].total
    #expect(seen.arrivals - seen.departures >= 0 && seen.arrivals - seen.departures <= 6)
    let present = seen.arrivals - seen.departures
    #expect(total.offered == total.balked + total.reneged + total.served + present)
    #expect(total.wait.count == total.servedWait.count + total.renegedWait.count)
  }

  @Test func aCrowdIsRefused() throws {
    let network = try QueueNetwork(
      stations: [StationPlan("desk", servers: 1, service: try .exponential(mean: 1))],
      sources: [SourcePlan(.poisson(.constant(2)))], allowsOverload: true)
    var options = NetworkOptions()
    options.greatestPopulation = 100
    #expect(throws: NetworkError.crowded(limit: 100)) {
      var simulation = try NetworkSimulation(network, options: options)
      try simulation.run(until: 10_000)
    }
  }

  @Test func theEndOfTheClockIsAnError() throws {
    let network = try QueueNetwork(
      stations: [StationPlan("desk", servers: 1, service: try .pareto(shape: 1.01, minimum: 1))],
      sources: [SourcePlan(.renewal(try .deterministic(1e5)))])
    #expect {
      var simulation = try NetworkSimulation(network)
      try simulation.run(until: 1e300)
    } throws: { error in
      guard case .clockOverflow = error as? NetworkError else { return false }
      return true
    }
  }
}
