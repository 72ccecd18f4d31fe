/// The rate of a Poisson process as a function of time.
package enum ArrivalRate: Equatable, Sendable {
  /// A rate for a span of time.
  package struct Block: Equatable, Sendable {
    package var rate: Double
    package var duration: Double

    package init(rate: Double, duration: Double) {
      self.rate = rate
      self.duration = duration
    }
  }

  case constant(Double)
  /// One block after the other; afterwards none, or the same again.
  case blocks([Block], repeats: Bool)
  /// mean + amplitude · sin(angularFrequency · t).
  case sinusoid(mean: Double, amplitude: Double, angularFrequency: Double)

  /// The average rate over a period; over the blocks when they do not repeat.
  package var mean: Double {
    switch self {
    case .constant(let rate): return rate
    case .sinusoid(let mean, _, _): return mean
    case .blocks(let blocks, _):
      let duration = blocks.reduce(0) { $0 + $1.duration }
      return blocks.reduce(0) { $0 + $1.rate * $1.duration } / duration
    }
  }

  /// Refuses rates that no process can have.
  ///
  /// - Throws: ``NetworkError/invalid(parameter:value:requirement:)``, with the name of
  ///   the parameter after `prefix`.
  package func validate(_ prefix: String) throws(NetworkError) {
    func require(
      _ condition: Bool, _ name: String, _ value: Double, _ requirement: String
    ) throws(NetworkError) {
      if condition { return }
      throw .invalid(parameter: "\(prefix).\(name)", value: value, requirement: requirement)
    }
    switch self {
    case .constant(let rate):
      try require(rate > 0 && rate < .infinity, "rate", rate, "positive and finite")
    case .blocks(let blocks, _):
      try require(!blocks.isEmpty, "blocks", 0, "at least one")
      for (index, block) in blocks.enumerated() {
        let (rate, duration) = (block.rate, block.duration)
        let name = "blocks[\(index)]"
        try require(
          rate >= 0 && rate < .infinity, "\(name).rate", rate, "finite and not negative")
        try require(
          duration > 0 && duration < .infinity, "\(name).duration", duration,
          "positive and finite")
      }
      try require(mean > 0, "mean", mean, "positive")
    case .sinusoid(let mean, let amplitude, let frequency):
      try require(mean > 0 && mean < .infinity, "mean", mean, "positive and finite")
      try require(abs(amplitude) <= mean, "amplitude", amplitude, "at most the mean")
      try require(abs(frequency) < .infinity, "angularFrequency", frequency, "finite")
    }
  }
}
