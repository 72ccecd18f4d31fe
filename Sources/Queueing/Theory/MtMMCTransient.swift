/// A stretch of time with a constant arrival rate.
package struct RateBlock: Sendable, Equatable {
  package let arrivalRate: Double
  package let duration: Double

  package init(arrivalRate: Double, duration: Double) {
    (self.arrivalRate, self.duration) = (arrivalRate, duration)
  }
}

/// M(t)/M/c from an empty start, with an arrival rate that is constant by blocks.
///
/// The Kolmogorov forward equations by uniformization: A. Jensen (1953),
/// doi:10.1080/03461238.1953.10419459; D. Gross and D. R. Miller (1984), doi:10.1287/opre.32.2.343.
/// The state space grows with the probability it holds: what is cut is below 1e-30 a step. Overload
/// is allowed. Time: O((λ + cμ) · t · states).
package struct MtMMCTransient: Sendable {
  /// The most state updates one question may take.
  package static let largestWork = 1e10
  private static let negligible = 1e-30
  /// Jumps a step covers on average; e to minus this must be an ordinary number.
  private static let jumpsPerStep = 400.0

  package let servers: Int
  package let serviceRate: Double
  package let blocks: [RateBlock]
  package let time: Double

  package init(
    servers: Int, serviceRate: Double, blocks: [RateBlock], time: Double
  ) throws(ModelError) {
    self.servers = try Check.count(servers, "c")
    self.serviceRate = try Check.positive(serviceRate, "mu")
    self.time = try Check.notNegative(time, "t")
    guard !blocks.isEmpty else {
      throw .invalid(parameter: "blocks", value: "nothing", expected: "at least one block")
    }
    var end = 0.0
    for (index, block) in blocks.enumerated() {
      _ = try Check.notNegative(block.arrivalRate, "blocks[\(index)] rate")
      end += try Check.positive(block.duration, "blocks[\(index)] duration")
    }
    guard time <= end * (1 + 1e-12) else {
      throw .invalid(
        parameter: "t", value: "\(time)", expected: "at most the blocks' total, \(end)")
    }
    let work = Self.work(capacity: Double(servers) * serviceRate, servers, blocks, time)
    guard work <= Self.largestWork else {
      throw .invalid(
        parameter: "t", value: "\(time)",
        expected: "a time that takes at most \(Int(Self.largestWork)) state updates")
    }
    self.blocks = blocks
  }

  /// State updates that a question takes, estimated from the backlog that the blocks build up.
  private static func work(
    capacity: Double, _ servers: Int, _ blocks: [RateBlock], _ time: Double
  ) -> Double {
    var (left, work, backlog, jumps) = (time, 0.0, 0.0, 0.0)
    for block in blocks where left > 0 {
      let span = min(left, block.duration)
      let added = (block.arrivalRate + capacity) * span
      jumps += added
      // A negligible tail is this far out: by a normal law, or by the geometric one of a queue.
      let normal = 12 * jumps.squareRoot()
      let ratio = block.arrivalRate / capacity
      let spread = ratio < 1 ? min(normal, -75 / RealMath.log(ratio)) : normal
      let peak = max(backlog, backlog + (block.arrivalRate - capacity) * span)
      backlog = max(0, backlog + (block.arrivalRate - capacity) * span)
      work += added * (Double(servers) + 100 + peak + spread)
      left -= span
    }
    return work
  }

  /// What is known of the system at one instant.
  package struct Answer: Sendable {
    /// Mean number waiting.
    package let queueLength: Double
    package let numberInSystem: Double
    package let allBusyProbability: Double
    /// The time integral of the mean number waiting, from the start.
    package let queueArea: Double
    /// The mean number of arrivals so far.
    package let expectedArrivals: Double

    /// Queue area over expected arrivals: the mean wait so far, but for those who still wait.
    package var queueAreaPerArrival: Double {
      expectedArrivals > 0 ? queueArea / expectedArrivals : 0
    }
  }

  package func solve() -> Answer {
    var chain = Chain(servers: servers, serviceRate: serviceRate)
    var left = time
    var arrivals = 0.0
    for block in blocks where left > 0 {
      let span = min(left, block.duration)
      let rate = block.arrivalRate
      let jumps = (rate + Double(servers) * serviceRate) * span
      let steps = max(1, Int((jumps / Self.jumpsPerStep).rounded(.up)))
      for _ in 0..<steps { chain.advance(span / Double(steps), arrivalRate: rate) }
      arrivals += rate * span
      left -= span
    }
    return Answer(
      queueLength: chain.queueLength(chain.states),
      numberInSystem: chain.numberInSystem,
      allBusyProbability: chain.states.dropFirst(servers).reduce(0, +),
      queueArea: chain.queueArea, expectedArrivals: arrivals)
  }

  private struct Chain {
    let servers: Int
    let serviceRate: Double
    /// The probability of each number in the system.
    var states: [Double] = [1]
    var queueArea = 0.0

    init(servers: Int, serviceRate: Double) {
      (self.servers, self.serviceRate) = (servers, serviceRate)
    }

    func queueLength(_ states: [Double]) -> Double {
      guard states.count > servers else { return 0 }
      var sum = 0.0
      for number in servers..<states.count { sum += Double(number - servers) * states[number] }
      return sum
    }

    var numberInSystem: Double {
      states.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    }

    /// Moves the probabilities on by `span`, and the queue's area with them.
    mutating func advance(_ span: Double, arrivalRate: Double) {
      let clock = arrivalRate + Double(servers) * serviceRate
      let mean = clock * span
      let weights = MtMMCTransient.poisson(mean)
      // later[n] = P(more than n jumps): how long the chain is expected to sit after jump n.
      var later = [Double](repeating: 0, count: weights.count)
      for jump in (0..<(weights.count - 1)).reversed() {
        later[jump] = later[jump + 1] + weights[jump + 1]
      }
      var current = states
      var result = [Double](repeating: 0, count: states.count + weights.count)
      for jump in weights.indices {
        for number in current.indices { result[number] += weights[jump] * current[number] }
        queueArea += later[jump] / clock * queueLength(current)
        step(&current, up: arrivalRate / clock, down: serviceRate / clock)
      }
      trim(&result)
      states = result
    }

    /// One jump of the uniformized chain.
    private func step(_ states: inout [Double], up: Double, down: Double) {
      states.append(0)
      var arriving = 0.0
      let last = states.count - 1
      let busiest = Double(servers)
      for number in 0...last {
        let leaving = min(Double(number), busiest) * down
        let idle = max(0, busiest - Double(number)) * down
        let here = states[number]
        if number > 0 { states[number - 1] += leaving * here }
        states[number] = idle * here + arriving
        arriving = up * here
      }
      trim(&states)
    }

    private func trim(_ states: inout [Double]) {
      while states.count > 1, let last = states.last, last < MtMMCTransient.negligible {
        states.removeLast()
      }
    }
  }

  /// Poisson probabilities from zero on, up to where they are negligible.
  private static func poisson(_ mean: Double) -> [Double] {
    var weights = [RealMath.exp(-mean)]
    var count = 0.0
    while count < mean || (weights.last ?? 0) > negligible {
      count += 1
      weights.append((weights.last ?? 0) * mean / count)
    }
    return weights
  }
}
