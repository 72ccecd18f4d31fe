/// A distribution of service times as the closed forms see it: its moments and its shape.
///
/// Times are in the unit of the model. `validated()` throws what is wrong with the parameters.
package enum ServiceLaw: Sendable, Equatable {
  case deterministic(Double)
  case exponential(mean: Double)
  /// The sum of `stages` equal exponential stages.
  case erlang(stages: Int, mean: Double)
  case uniform(low: Double, high: Double)
  /// `scv` is the squared coefficient of variation.
  case lognormal(mean: Double, scv: Double)
  case gamma(mean: Double, scv: Double)
  /// Exponential with one of several rates, drawn by probability.
  case hyperexponential(probabilities: [Double], rates: [Double])

  package func validated() throws(ModelError) -> ServiceLaw {
    switch self {
    case .deterministic(let time): _ = try Check.positive(time, "d")
    case .exponential(let mean): _ = try Check.positive(mean, "mean")
    case .erlang(let stages, let mean):
      _ = try Check.count(stages, "k")
      _ = try Check.positive(mean, "mean")
    case .uniform(let low, let high):
      _ = try Check.notNegative(low, "lo")
      guard high > low, high.isFinite else {
        throw .invalid(parameter: "hi", value: "\(high)", expected: "a number above lo, \(low)")
      }
    case .lognormal(let mean, let scv), .gamma(let mean, let scv):
      _ = try Check.positive(mean, "mean")
      _ = try Check.positive(scv, "scv")
    case .hyperexponential(let probabilities, let rates):
      _ = try Check.rates(rates, "rates")
      try Check.sameCount(probabilities.count, "p", as: rates.count, "rates")
      _ = try Check.distribution(probabilities, "p")
    }
    return self
  }

  package var mean: Double {
    switch self {
    case .deterministic(let time): time
    case .exponential(let mean), .erlang(_, let mean): mean
    case .lognormal(let mean, _), .gamma(let mean, _): mean
    case .uniform(let low, let high): low + (high - low) / 2
    case .hyperexponential(let probabilities, let rates):
      zip(probabilities, rates).reduce(0) { $0 + $1.0 / $1.1 }
    }
  }

  /// E S² / (E S)².
  private var secondRatio: Double {
    switch self {
    case .deterministic: return 1
    case .exponential: return 2
    case .erlang(let stages, _): return 1 + 1 / Double(stages)
    case .lognormal(_, let scv), .gamma(_, let scv): return 1 + scv
    case .uniform(let low, let high):
      let middle = low + (high - low) / 2
      return (low * low + low * high + high * high) / (3 * middle * middle)
    case .hyperexponential(let probabilities, let rates):
      let second = zip(probabilities, rates).reduce(0) { $0 + 2 * $1.0 / ($1.1 * $1.1) }
      return second / (mean * mean)
    }
  }

  package var secondMoment: Double { secondRatio * mean * mean }

  package var thirdMoment: Double {
    let cube = mean * mean * mean
    switch self {
    case .deterministic: return cube
    case .exponential: return 6 * cube
    case .erlang(let stages, _):
      return cube * (1 + 1 / Double(stages)) * (1 + 2 / Double(stages))
    case .lognormal(_, let scv): return cube * (1 + scv) * (1 + scv) * (1 + scv)
    case .gamma(_, let scv): return cube * (1 + scv) * (1 + 2 * scv)
    case .uniform(let low, let high): return (low + high) * (low * low + high * high) / 4
    case .hyperexponential(let probabilities, let rates):
      return zip(probabilities, rates).reduce(0) { $0 + 6 * $1.0 / ($1.1 * $1.1 * $1.1) }
    }
  }

  /// Squared coefficient of variation.
  package var scv: Double {
    switch self {
    case .deterministic: 0
    case .exponential: 1
    case .erlang(let stages, _): 1 / Double(stages)
    case .lognormal(_, let scv), .gamma(_, let scv): scv
    case .uniform(let low, let high): (high - low) * (high - low) / (12 * mean * mean)
    case .hyperexponential: secondRatio - 1
    }
  }
}
