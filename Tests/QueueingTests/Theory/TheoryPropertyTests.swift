import Queueing
import Testing

/// Identities between the models, beyond any table.
@Suite struct TheoryPropertyTests {
  private func expectClose(
    _ left: Double, _ right: Double, _ tolerance: Double = 1e-11,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let size = max(abs(left), abs(right), .leastNormalMagnitude)
    #expect(
      abs(left - right) <= tolerance * size, "\(left) and \(right)",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: [(1000, 0.999), (1000, 0.5), (400, 0.95), (1, 0.999), (3, 0.01)])
  func delayAgreesWithTheSumOverStates(_ servers: Int, _ load: Double) throws {
    let queue = try MMCQueue(
      servers: servers, arrivalRate: load * Double(servers), serviceRate: 1)
    // States relative to the one with all servers busy, downwards, so that nothing overflows.
    var weight = 1.0
    var below = 0.0
    for busy in (1...servers).reversed() {
      weight *= Double(busy) / (load * Double(servers))
      if !weight.isFinite { return }
      below += weight
    }
    let waiting = 1 / (1 - load)
    expectClose(queue.waitingProbability, waiting / (waiting + below), 1e-10)
    expectClose(queue.waitingProbability + queue.immediateShare, 1)
  }

  @Test(arguments: [(1, 0.5), (7, 1e-9), (40, 0.02), (1000, 0.001), (1000, 0.9), (250, 1e-12)])
  func theInverseOfErlangBGoesThereAndBack(_ servers: Int, _ target: Double) throws {
    let load = try ErlangBInverse(servers: servers, targetBlocking: target).offeredLoad
    let back = try ErlangB(servers: servers, offeredLoad: load)
    expectClose(back.blockingProbability, target, 1e-11)
  }

  @Test func exponentialServiceMakesMG1IntoMM1() throws {
    for load in [0.01, 0.5, 0.9, 0.999] {
      let markov = try MMCQueue(servers: 1, arrivalRate: load, serviceRate: 1)
      let laws: [ServiceLaw] = [
        .exponential(mean: 1), .erlang(stages: 1, mean: 1), .gamma(mean: 1, scv: 1),
        .hyperexponential(probabilities: [0.4, 0.6], rates: [1, 1]),
      ]
      for law in laws {
        let queue = try MG1Queue(arrivalRate: load, service: law)
        expectClose(queue.waitingTime, markov.waitingTime)
        expectClose(queue.waitingTimeVariance, markov.waitingTimeVariance)
        for time in [0, 0.3, 4, 50] {
          expectClose(try queue.waitingTail(time), try markov.waitingTail(time), 1e-10)
        }
      }
      let poisson = try GIM1Queue(arrivals: .poisson(rate: load), serviceRate: 1)
      expectClose(poisson.waitingTime, markov.waitingTime)
    }
  }

  @Test(arguments: [
    (ServiceLaw.deterministic(1), 80), (.erlang(stages: 3, mean: 1), 120),
    (.uniform(low: 0.25, high: 1.75), 60), (.gamma(mean: 1, scv: 0.6), 120),
    (.hyperexponential(probabilities: [0.8, 0.2], rates: [2, 1 / 3.0]), 240),
  ])
  func theWaitsTailIntegratesToItsMean(_ law: ServiceLaw, _ points: Int) throws {
    let queue = try MG1Queue(arrivalRate: 0.4, service: law)
    // Simpson's rule; the integrand has kinks, so this is a coarse check of the whole curve.
    let width = 0.25
    var sum = 0.0
    for index in 0...points {
      let factor = index == 0 || index == points ? 1.0 : index.isMultiple(of: 2) ? 2 : 4
      sum += factor * (try queue.waitingTail(Double(index) * width))
    }
    expectClose(sum * width / 3, queue.waitingTime, 1e-3)
  }

  @Test func gammaTailsMeetErlangTails() throws {
    for (stages, time) in [(1, 0.5), (2, 3.0), (5, 20.0), (5, 0.01)] {
      let scv = 1 / Double(stages)
      let erlang = try MG1Queue(arrivalRate: 0.8, service: .erlang(stages: stages, mean: 1))
      // Just beside the Erlang point, where the transform is inverted instead.
      let left = try MG1Queue(arrivalRate: 0.8, service: .gamma(mean: 1, scv: scv * (1 - 1e-7)))
      let right = try MG1Queue(arrivalRate: 0.8, service: .gamma(mean: 1, scv: scv * (1 + 1e-7)))
      let middle = (try left.waitingTail(time) + right.waitingTail(time)) / 2
      expectClose(middle, try erlang.waitingTail(time), 1e-9)
    }
  }

  @Test func aNarrowUniformIsNearlyDeterministic() throws {
    let uniform = try MG1Queue(arrivalRate: 0.7, service: .uniform(low: 0.9999, high: 1.0001))
    let constant = try MG1Queue(arrivalRate: 0.7, service: .deterministic(1))
    for time in [0.5, 3.3, 9.7] {
      expectClose(try uniform.waitingTail(time), try constant.waitingTail(time), 1e-6)
    }
  }

  @Test func patienceWithoutEndIsErlangC() throws {
    for (servers, rate) in [(1, 0.7), (10, 9.0), (500, 480.0)] {
      let patient = try ErlangA(
        servers: servers, arrivalRate: rate, serviceRate: 1, abandonmentRate: 1e-10)
      let delay = try MMCQueue(servers: servers, arrivalRate: rate, serviceRate: 1)
      expectClose(patient.waitingProbability, delay.waitingProbability, 1e-6)
      expectClose(patient.waitingTime, delay.waitingTime, 1e-6)
      expectClose(try patient.tails(0.5).waiting, try delay.waitingTail(0.5), 1e-6)
      expectClose(try patient.tails(0.5).served, try delay.serviceLevel(within: 0.5), 1e-6)
    }
  }

  @Test func erlangAConservesCustomers() throws {
    for (servers, rate, theta) in [(10, 11.0, 0.5), (1, 90.0, 0.01), (1000, 900.0, 3.0)] {
      let queue = try ErlangA(
        servers: servers, arrivalRate: rate, serviceRate: 1, abandonmentRate: theta)
      expectClose(queue.servedShare + queue.abandonmentProbability, 1)
      let mixed =
        queue.servedShare * queue.waitingTimeOfServed
        + queue.abandonmentProbability * queue.waitingTimeOfAbandoned
      expectClose(mixed, queue.waitingTime)
      let start = try queue.tails(0)
      expectClose(start.waiting, queue.waitingProbability)
      expectClose(start.served, queue.immediateShare)
      expectClose(try queue.tails(1e4).served, queue.servedShare)
    }
  }

  @Test func prioritiesOnlyShareOutTheWait() throws {
    let rates = [3.0, 0, 11.5, 4.9]
    let queue = try PriorityMMCQueue(servers: 20, arrivalRates: rates, serviceRate: 1)
    var mixed = 0.0
    for (index, rate) in rates.enumerated() {
      mixed += rate / rates.reduce(0, +) * (try queue.waitingTime(ofClass: index))
    }
    expectClose(mixed, queue.pooled.waitingTime)

    // Kleinrock's conservation law: Σ ρₖ Wₖ = ρ W₀ / (1 − ρ).
    let classes = [
      PriorityClass(arrivalRate: 0.2, service: .deterministic(1)),
      PriorityClass(arrivalRate: 0.1, service: .erlang(stages: 3, mean: 4)),
      PriorityClass(arrivalRate: 0.3, service: .exponential(mean: 0.9)),
    ]
    let general = try PriorityMG1Queue(classes: classes)
    var work = 0.0
    var residual = 0.0
    for (index, each) in classes.enumerated() {
      let load = each.arrivalRate * each.service.mean
      work += load * (try general.waitingTime(ofClass: index))
      residual += each.arrivalRate * each.service.secondMoment / 2
    }
    expectClose(work, general.utilization * residual / (1 - general.utilization))
  }

  @Test func theTopPreemptiveClassSeesNoOther() throws {
    let queue = try PreemptiveMM1Queue(arrivalRates: [0.5, 0.4], serviceRates: [1, 2])
    let alone = try MMCQueue(servers: 1, arrivalRate: 0.5, serviceRate: 1)
    expectClose(try queue.sojournTime(ofClass: 0), alone.sojournTime)
  }

  @Test func constantServiceWithOneServerIsPollaczekKhinchine() throws {
    for load in [0.001, 0.3, 0.7, 0.8, 0.9, 0.999] {
      let many = try MDCQueue(servers: 1, arrivalRate: load, serviceTime: 1)
      let one = try MG1Queue(arrivalRate: load, service: .deterministic(1))
      expectClose(many.waitingTime, one.waitingTime)
    }
  }

  @Test(arguments: [(2, 0.6), (5, 0.9), (60, 0.97), (400, 0.985)])
  func theTwoFormsOfMDCAgree(_ servers: Int, _ load: Double) throws {
    // Either side of the switch between them, the mean is smooth in the load.
    func mean(_ load: Double) throws -> Double {
      try MDCQueue(servers: servers, arrivalRate: load * Double(servers), serviceTime: 1)
        .waitingTime
    }
    let step = 1e-4
    let points = try (0...4).map { try mean(load + Double($0 - 2) * step) }
    let fourth = points[0] - 4 * points[1] + 6 * points[2] - 4 * points[3] + points[4]
    #expect(abs(fourth) < 1e-6 * points[2])
  }

  @Test func constantRatesSettle() throws {
    let transient = try MtMMCTransient(
      servers: 3, serviceRate: 1, blocks: [RateBlock(arrivalRate: 2.4, duration: 900)], time: 900)
    let answer = transient.solve()
    let steady = try MMCQueue(servers: 3, arrivalRate: 2.4, serviceRate: 1)
    expectClose(answer.queueLength, steady.queueLength, 1e-9)
    expectClose(answer.numberInSystem, steady.numberInSystem, 1e-9)
    expectClose(answer.allBusyProbability, steady.waitingProbability, 1e-9)

    let late = try MM1Transient(arrivalRate: 0.8, serviceRate: 1, customers: 20_000)
    expectClose(late.meanDelayOfLast, 4, 1e-9)
  }

  @Test func blockingAndPopulationsMeetTheirLimits() throws {
    let loss = try ErlangB(servers: 12, offeredLoad: 9)
    let full = try MMCKQueue(servers: 12, places: 12, arrivalRate: 9, serviceRate: 1)
    expectClose(full.blockingProbability, loss.blockingProbability)
    let delay = try MMCQueue(servers: 4, arrivalRate: 3, serviceRate: 1)
    let roomy = try MMCKQueue(servers: 4, places: 400, arrivalRate: 3, serviceRate: 1)
    expectClose(roomy.waitingTimeOfAccepted, delay.waitingTime)
    // Everyone has a server: the members are independent.
    let free = try FiniteSourceQueue(
      servers: 30, population: 30, arrivalRateEach: 0.25, serviceRate: 1)
    expectClose(free.numberInSystem, 30 * 0.2)
    #expect(free.waitingTime == 0)
  }

  @Test func equalStationsAreANetworkLikeAnyOther() throws {
    let equal = try JacksonNetwork(
      stations: 5, servers: 4, serviceRate: 1, externalRateEach: 1.7, leavingProbability: 0.5)
    let spelled = try JacksonNetwork(
      externalRates: Array(repeating: 1.7, count: 5),
      routing: Array(repeating: Array(repeating: 0.1, count: 5), count: 5),
      servers: Array(repeating: 4, count: 5), serviceRates: Array(repeating: 1, count: 5))
    expectClose(equal.sojournTime, spelled.sojournTime)
    expectClose(equal.numberInNetwork, spelled.numberInNetwork)
  }

  @Test func aConstantRateHasNoWave() throws {
    let flat = try PeriodicInfiniteServer(
      meanArrivalRate: 6, amplitude: 0, frequency: 2, serviceRate: 3)
    #expect(try flat.numberInSystem(at: 12.5) == 2)
  }
}
