/// The law of the wait in M/G/1 when service is Erlang or hyperexponential.
///
/// The wait is a geometric number of residual services, so it ends with a Markov chain over the
/// phases. The chain is uniformized: A. Jensen (1953), doi:10.1080/03461238.1953.10419459. The
/// phase form of the wait is in M. F. Neuts, "Matrix-Geometric Solutions in Stochastic Models"
/// (1981), section 2.4. All terms are positive.
struct PhaseTail {
  private let utilization: Double
  private let rates: [Double]
  private let start: [Double]
  /// Whether a phase that ends is followed by the next, or ends a residual service.
  private let inSequence: Bool

  /// The most additions the sum may take.
  static let largestWork = 2e9

  init(utilization: Double, stages: Int, mean: Double) {
    self.utilization = utilization
    rates = Array(repeating: Double(stages) / mean, count: stages)
    start = Array(repeating: 1 / Double(stages), count: stages)
    inSequence = true
  }

  init(utilization: Double, probabilities: [Double], rates: [Double]) {
    self.utilization = utilization
    self.rates = rates
    let parts = zip(probabilities, rates).map { $0 / $1 }
    let mean = parts.reduce(0, +)
    start = parts.map { $0 / mean }
    inSequence = false
  }

  /// P(wait > time).
  ///
  /// Time: O(phases · fastest rate · time).
  func probability(_ time: Double) throws(ModelError) -> Double {
    let fastest = rates.max() ?? 0
    let jumps = fastest * time
    guard jumps * Double(rates.count) <= Self.largestWork else {
      throw .invalid(
        parameter: "t", value: "\(time)",
        expected: "at most \(Self.largestWork / (fastest * Double(rates.count)))")
    }
    let moves = rates.map { $0 / fastest }
    var phases = start.map { $0 * utilization }
    var weight = WideDouble(exponentOf: -jumps)
    var sum = WideDouble.zero
    var jump = 0.0
    while true {
      let term = weight * phases.reduce(0, +)
      sum += term
      jump += 1
      let ratio = jumps / jump
      if ratio < 1, term / sum < 1e-20 * (1 - ratio) || term.value == 0 { return sum.value }
      weight *= ratio
      step(&phases, moves)
    }
  }

  private func step(_ phases: inout [Double], _ moves: [Double]) {
    var ended = 0.0
    if inSequence {
      for index in phases.indices { swap(&ended, &phases[index]) }
    } else {
      for index in phases.indices {
        let flow = phases[index] * moves[index]
        phases[index] *= 1 - moves[index]
        ended += flow
      }
    }
    let renewed = ended * utilization
    for index in phases.indices { phases[index] += renewed * start[index] }
  }
}
