#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Distribution {
  /// A value drawn from the stream.
  ///
  /// Exact but for rounding: no method truncates or approximates the law.
  /// Complexity: O(1); O(log n) for a mixture or an empirical law of n values.
  package func sample(_ stream: inout RandomStream) -> Double {
    switch form {
    case .deterministic(let value): return value
    case .exponential(let mean): return mean * stream.exponential()
    case .uniform(let low, let high): return low + (high - low) * stream.uniform()
    case .lognormal: return exp(derived.first + derived.second * stream.normal())
    case .erlang(let stages, _):
      if stages > 8 { return derived.second * stream.gamma(shape: derived.first) }
      var sum = 0.0
      for _ in 0..<stages { sum += stream.exponential() }
      return derived.second * sum
    case .gamma: return derived.second * stream.gamma(shape: derived.first)
    case .hyperexponential(_, let means):
      return means[branch(stream.uniform())] * stream.exponential()
    case .pareto(let shape, let minimum): return minimum * exp(stream.exponential() / shape)
    case .empirical(let values, _): return values[branch(stream.uniform())]
    }
  }

  /// The value that is not exceeded with the given probability, for draws by key.
  ///
  /// Gamma, Erlang and hyperexponential quantiles are found numerically, to a relative
  /// error near 1e-12, at some hundred times the cost of `sample`.
  ///
  /// - Precondition: `probability` lies in `0 ..< 1`.
  package func quantile(_ probability: Double) -> Double {
    precondition(probability >= 0 && probability < 1, "probability out of range")
    switch form {
    case .deterministic(let value): return value
    case .exponential(let mean): return -mean * log1p(-probability)
    case .uniform(let low, let high): return low + (high - low) * probability
    case .lognormal:
      return exp(derived.first + derived.second * StandardNormal.quantile(probability))
    case .erlang, .gamma:
      return derived.second * IncompleteGamma.quantile(derived.first, probability)
    case .hyperexponential(let probabilities, let means):
      return mixtureQuantile(probability, probabilities, means)
    case .pareto(let shape, let minimum):
      return minimum * exp(-log1p(-probability) / shape)
    case .empirical(let values, _): return values[branch(probability)]
    }
  }

  /// The first index whose cumulative probability exceeds `u`.
  private func branch(_ u: Double) -> Int {
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > u { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Newton steps on the tail of the mixture, which is convex, inside a bracket.
  private func mixtureQuantile(
    _ probability: Double, _ probabilities: [Double], _ means: [Double]
  ) -> Double {
    let tail = 1 - probability
    var x = 0.0
    // From the left the tail is above its tangent, so the steps never overshoot.
    for _ in 0..<200 {
      var (value, slope) = (0.0, 0.0)
      for (share, mean) in zip(probabilities, means) {
        let term = share * exp(-x / mean)
        value += term
        slope += term / mean
      }
      let step = (value - tail) / slope
      if !(step > 1e-15 * x) { return x }
      x += step
    }
    return x
  }
}
