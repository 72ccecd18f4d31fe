/// The stationary law of a birth-and-death chain, to compare simulations with.
struct BirthDeath {
  /// The probability of each state, from 0.
  let probabilities: [Double]

  /// Rates up and down of each state, up to a state that is never left upwards in effect.
  init(states: Int, birth: (Int) -> Double, death: (Int) -> Double) {
    var weights = [1.0]
    for state in 1..<states {
      weights.append(weights[state - 1] * birth(state - 1) / death(state))
    }
    let sum = weights.reduce(0, +)
    probabilities = weights.map { $0 / sum }
  }

  func mean(_ value: (Int) -> Double) -> Double {
    probabilities.enumerated().reduce(0) { $0 + $1.element * value($1.offset) }
  }

  /// The mean number of those who wait for one of the servers.
  func queueLength(servers: Int) -> Double { mean { Double(max(0, $0 - servers)) } }
}
