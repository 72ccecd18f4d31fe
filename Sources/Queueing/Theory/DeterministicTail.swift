/// The law of the wait in M/D/1.
///
/// G. J. Franx, "A simple solution for the M/D/c waiting time distribution" (2001),
/// doi:10.1016/S0167-6377(01)00108-0, here for one server and written for the tail: the queue
/// length has a defective renewal equation with positive terms, and a wait beyond t is a queue
/// length beyond a Poisson count. No digits cancel at any load or time.
struct DeterministicTail {
  let utilization: Double
  let serviceTime: Double

  /// The longest time, in service times, for which the sequence is run.
  static let longest = 2_000_000.0

  /// Poisson counts beyond this one have no weight at a mean below one.
  private static let lastCount = 180

  /// P(wait > time).
  ///
  /// Time: O(time / serviceTime).
  func probability(_ time: Double) throws(ModelError) -> Double {
    let periods = (time / serviceTime).rounded(.down) + 1
    guard periods <= Self.longest else {
      throw .invalid(
        parameter: "t", value: "\(time)", expected: "at most \(Self.longest) service times")
    }
    let mean = utilization * (periods - time / serviceTime)
    let count = Int(periods)
    let tails = queueLengthTails(count)
    var weight = RealMath.exp(-mean)
    var sum = 0.0
    for arrivals in 0...Self.lastCount {
      sum += weight * (arrivals < count ? tails[count - 1 - arrivals] : 1)
      weight *= mean / Double(arrivals + 1)
    }
    return sum
  }

  /// P(queue length > n) for n below `count`.
  private func queueLengthTails(_ count: Int) -> [Double] {
    // arrivals[k] = P(more than k arrivals in a service time), and its sums from k up.
    var masses: [Double] = [RealMath.exp(-utilization)]
    for k in 1...Self.lastCount { masses.append(masses[k - 1] * utilization / Double(k)) }
    var arrivals = [Double](repeating: 0, count: Self.lastCount + 1)
    var sums = arrivals
    for k in (0..<Self.lastCount).reversed() {
      arrivals[k] = arrivals[k + 1] + masses[k + 1]
      sums[k] = sums[k + 1] + arrivals[k]
    }
    var tails: [Double] = []
    tails.reserveCapacity(count)
    // 1 − arrivals[0] is the chance of no arrival.
    let scale = 1 / masses[0]
    for n in 0..<count {
      var sum = n < Self.lastCount ? sums[n + 1] : 0
      for k in 1..<(min(n, Self.lastCount) + 1) { sum += arrivals[k] * tails[n - k] }
      tails.append(sum * scale)
    }
    return tails
  }
}
