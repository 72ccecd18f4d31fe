import Foundation
import Queueing
import Testing

/// Networks in the long run agree with queueing theory.
@Suite struct NetworkSteadyStateTests {
  typealias StationPlan = QueueNetwork.StationPlan
  typealias SourcePlan = QueueNetwork.SourcePlan

  static func poisson(
    _ rate: Double, station: Int = 0, priorityClass: Int = 0
  ) -> SourcePlan {
    SourcePlan(.poisson(.constant(rate)), station: station, priorityClass: priorityClass)
  }

  @Test func limitedPlacesBlock() throws {
    var plan = StationPlan("desk", servers: 3, service: try .exponential(mean: 1))
    plan.capacity = 5
    let network = try QueueNetwork(stations: [plan], sources: [Self.poisson(4)])
    let law = BirthDeath(states: 6, birth: { _ in 4 }, death: { Double(min($0, 3)) })
    let blocking = try replicated(network, warmUp: 50, duration: 1_000) {
      Double($0.stations[0].total.balked) / Double($0.stations[0].total.offered)
    }
    #expect(blocking.contains(law.probabilities[5]))
    let queue = try replicated(network, warmUp: 50, duration: 1_000) {
      $0.stations[0].queueLength
    }
    #expect(queue.contains(law.queueLength(servers: 3)))
  }

  @Test func impatientCustomersAbandon() throws {
    var plan = StationPlan("desk", servers: 4, service: try .exponential(mean: 1))
    plan.patience = [try .exponential(mean: 2)]
    let network = try QueueNetwork(stations: [plan], sources: [Self.poisson(5)])
    let law = BirthDeath(
      states: 200, birth: { _ in 5 },
      death: { Double(min($0, 4)) + 0.5 * Double(max(0, $0 - 4)) })
    let queue = law.queueLength(servers: 4)
    var options = NetworkOptions(seed: 2016)
    options.thresholds = [0.5]
    options.measuresVirtualWaits = true
    func estimate(_ quantity: (VisitStatistics) -> Double) throws -> ConfidenceInterval {
      try replicated(network, warmUp: 50, duration: 1_000, options: options) {
        quantity($0.stations[0].total)
      }
    }
    #expect(try estimate { Double($0.reneged) / Double($0.offered) }.contains(0.5 * queue / 5))
    #expect(try estimate { $0.wait.mean }.contains(queue / 5))
    #expect(
      try estimate { Double($0.delayed) / Double($0.offered) }
        .contains(law.mean { $0 >= 4 ? 1 : 0 }))
    // Whoever waits for at least ½ is still there with probability e^(−¼), independently.
    let above = try estimate { Double($0.waitAbove[0]) / Double($0.offered) }
    let virtual = try estimate { Double($0.virtualWaitAbove[0]) / Double($0.virtualWaits) }
    #expect(abs(above.estimate / virtual.estimate - exp(-0.25)) < 0.01)
    #expect(try estimate { Double($0.virtualWaits) / Double($0.offered) }.contains(1))
  }

  @Test func aGeneralServiceFollowsPollaczekAndKhinchine() throws {
    let laws: [Distribution] = [
      try .deterministic(0.7), try .lognormal(mean: 0.7, scv: 2), try .erlang(stages: 3, mean: 0.7),
      try .hyperexponential(probabilities: [0.3, 0.7], means: [1.4, 0.4]),
    ]
    for law in laws {
      let network = try QueueNetwork(
        stations: [StationPlan("desk", servers: 1, service: law)], sources: [Self.poisson(1)])
      let wait = try replicated(network, warmUp: 200, duration: 4_000) {
        $0.stations[0].total.wait.mean
      }
      let second = law.mean * law.mean * (1 + law.scv)
      #expect(wait.contains(second / (2 * (1 - law.mean))), "\(law.form)")
    }
  }

  @Test func regularArrivalsWaitLess() throws {
    let network = try QueueNetwork(
      stations: [StationPlan("desk", servers: 1, service: try .exponential(mean: 1))],
      sources: [SourcePlan(.renewal(try .deterministic(1.25)))])
    // In D/M/1 an arrival waits with probability σ = e^(−(1 − σ) / 0.8).
    var sigma = 0.5
    for _ in 0..<200 { sigma = exp(-(1 - sigma) / 0.8) }
    let delayed = try replicated(network, warmUp: 200, duration: 4_000) {
      Double($0.stations[0].total.delayed) / Double($0.stations[0].total.offered)
    }
    #expect(delayed.contains(sigma))
  }

  @Test func batchesWaitForTheirOwnMembers() throws {
    let source = SourcePlan(.poisson(.constant(0.2)), batch: try .deterministic(3))
    let network = try QueueNetwork(
      stations: [StationPlan("desk", servers: 1, service: try .exponential(mean: 1))],
      sources: [source])
    let inSystem = try replicated(network, warmUp: 200, duration: 4_000) { $0.inSystem }
    // Load 0.6; a batch of three.
    let expected: Double = 0.6 * 4 / (2 * 0.4)
    #expect(inSystem.contains(expected))
  }

  @Test func urgentClassesWaitLess() throws {
    let plan = StationPlan("desk", servers: 2, service: try .exponential(mean: 1))
    let network = try QueueNetwork(
      stations: [plan], sources: [Self.poisson(0.6), Self.poisson(1, priorityClass: 1)],
      classes: 2)
    let law = BirthDeath(states: 400, birth: { _ in 1.6 }, death: { Double(min($0, 2)) })
    let base = law.mean { $0 >= 2 ? 1 : 0 } / 2
    for (priorityClass, factor) in [(0, 1 - 0.3), (1, (1 - 0.3) * (1 - 0.8))] {
      let wait = try replicated(network, warmUp: 200, duration: 3_000) {
        $0.stations[0].classes[priorityClass].wait.mean
      }
      #expect(wait.contains(base / factor))
    }
  }

  @Test func urgentClassesInterruptTheOthers() throws {
    var plan = StationPlan(
      "desk", servers: 1,
      services: [try .exponential(mean: 0.5), try .exponential(mean: 1)])
    plan.discipline = .preemptiveResume
    let network = try QueueNetwork(
      stations: [plan], sources: [Self.poisson(0.6), Self.poisson(0.4, priorityClass: 1)],
      classes: 2)
    // The urgent class sees M/M/1 alone; the other one: Σ λ E[S²] / 2 over both loads.
    let residual = 0.6 * 0.5 * 0.5 + 0.4
    for (priorityClass, expected) in [(0, 0.5 / 0.7), (1, 1 / 0.7 + residual / (0.7 * 0.3))] {
      let sojourn = try replicated(network, warmUp: 200, duration: 4_000) {
        $0.stations[0].classes[priorityClass].sojourn.mean
      }
      #expect(sojourn.contains(expected), "class \(priorityClass)")
    }
  }

  @Test func aNetworkWithFeedbackIsJacksons() throws {
    var first = StationPlan("first", servers: 1, service: try .exponential(mean: 0.5))
    first.routing = [0, 0.6]
    var second = StationPlan("second", servers: 2, service: try .exponential(mean: 1))
    second.routing = [0.25, 0.25]
    let network = try QueueNetwork(stations: [first, second], sources: [Self.poisson(0.9)])
    // Flows: a = 0.9 + 0.25 b, b = 0.6 a + 0.25 b.
    let a = 0.9 / (1 - 0.25 * 0.6 / 0.75)
    let b = 0.6 * a / 0.75
    let loads = try network.loads()
    #expect(abs(loads[0] - 0.5 * a) < 1e-9 && abs(loads[1] - 0.5 * b) < 1e-9)
    let one = BirthDeath(states: 400, birth: { _ in a }, death: { _ in 2 })
    let two = BirthDeath(states: 400, birth: { _ in b }, death: { Double(min($0, 2)) })
    let total = one.mean(Double.init) + two.mean(Double.init)
    let inSystem = try replicated(network, warmUp: 200, duration: 3_000) { $0.inSystem }
    #expect(inSystem.contains(total))
    let sojourn = try replicated(network, warmUp: 200, duration: 3_000) { $0.sojourn.mean }
    #expect(sojourn.contains(total / 0.9))
  }

  @Test func aPopulationComesBack() throws {
    let network = try QueueNetwork(
      stations: [StationPlan("repair", servers: 2, service: try .exponential(mean: 1))],
      sources: [SourcePlan(.population(size: 8, timeOutside: try .exponential(mean: 4)))])
    let law = BirthDeath(
      states: 9, birth: { Double(8 - $0) / 4 }, death: { Double(min($0, 2)) })
    let inSystem = try replicated(network, warmUp: 50, duration: 2_000) {
      $0.stations[0].inSystem
    }
    #expect(inSystem.contains(law.mean(Double.init)))
  }

  @Test func theDisciplineDoesNotChangeTheMeanWait() throws {
    let disciplines: [QueueNetwork.Discipline] = [
      .earliestDeadline(spans: [1, 8]), .byKey([try .uniform(low: 0, high: 1)]),
    ]
    for discipline in disciplines {
      var plan = StationPlan("desk", servers: 1, service: try .exponential(mean: 1))
      plan.discipline = discipline
      let network = try QueueNetwork(
        stations: [plan], sources: [Self.poisson(0.3), Self.poisson(0.4, priorityClass: 1)],
        classes: 2)
      let wait = try replicated(network, warmUp: 200, duration: 4_000) {
        $0.stations[0].total.wait.mean
      }
      #expect(wait.contains(0.7 / 0.3))
      let waits = try (0..<2).map { priorityClass in
        try replicated(network, warmUp: 200, duration: 4_000) {
          $0.stations[0].classes[priorityClass].wait.mean
        }
      }
      if case .earliestDeadline = discipline {
        #expect(waits[0].upperBound < waits[1].lowerBound)
      }
    }
  }
}
