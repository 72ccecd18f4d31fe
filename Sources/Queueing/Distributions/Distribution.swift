/// A law of non-negative durations or sizes.
///
/// Made by the throwing factories of `Distribution+Factories.swift`, so that a value of
/// this type is always valid; that is why it wraps the enumeration of its forms. The
/// unit is that of the parameters.
package struct Distribution: Equatable, Sendable {
  /// The law and its parameters, as they were given.
  package enum Form: Equatable, Sendable {
    case deterministic(value: Double)
    case exponential(mean: Double)
    case uniform(low: Double, high: Double)
    case lognormal(mean: Double, scv: Double)
    case erlang(stages: Int, mean: Double)
    case gamma(mean: Double, scv: Double)
    case hyperexponential(probabilities: [Double], means: [Double])
    case pareto(shape: Double, minimum: Double)
    case empirical(values: [Double], weights: [Double])
  }

  package let form: Form
  /// Derived from the form once: for lognormal the mean and deviation of the logarithm,
  /// for Erlang and gamma the shape and the scale.
  let derived: (first: Double, second: Double)
  /// For hyperexponential and empirical: the cumulative probabilities, ending in 1.
  let cumulative: [Double]

  init(form: Form, derived: (Double, Double) = (0, 0), cumulative: [Double] = []) {
    self.form = form
    self.derived = derived
    self.cumulative = cumulative
  }

  package static func == (left: Distribution, right: Distribution) -> Bool {
    left.form == right.form
  }

  /// The expected value; infinite for a Pareto law of shape 1 or less.
  package var mean: Double {
    switch form {
    case .deterministic(let value): return value
    case .exponential(let mean), .lognormal(let mean, _), .erlang(_, let mean),
      .gamma(let mean, _):
      return mean
    case .uniform(let low, let high): return 0.5 * (low + high)
    case .hyperexponential(let probabilities, let means):
      return zip(probabilities, means).reduce(0) { $0 + $1.0 * $1.1 }
    case .pareto(let shape, let minimum):
      return shape > 1 ? shape * minimum / (shape - 1) : .infinity
    case .empirical(let values, _): return average(of: values)
    }
  }

  /// The squared coefficient of variation: the variance over the square of the mean.
  ///
  /// 0 for a constant 0; infinite for a Pareto law of shape 2 or less.
  package var scv: Double {
    switch form {
    case .deterministic: return 0
    case .exponential: return 1
    case .uniform(let low, let high):
      let mean = 0.5 * (low + high)
      return mean == 0 ? 0 : (high - low) * (high - low) / (12 * mean * mean)
    case .lognormal(_, let scv), .gamma(_, let scv): return scv
    case .erlang(let stages, _): return 1 / Double(stages)
    case .hyperexponential(let probabilities, let means):
      let second = zip(probabilities, means).reduce(0) { $0 + 2 * $1.0 * $1.1 * $1.1 }
      return second / (mean * mean) - 1
    case .pareto(let shape, _): return shape > 2 ? 1 / (shape * (shape - 2)) : .infinity
    case .empirical(let values, _):
      let mean = average(of: values)
      if mean == 0 { return 0 }
      return average(of: values.map { ($0 - mean) * ($0 - mean) }) / (mean * mean)
    }
  }

  /// The average under the normalised weights of an empirical law.
  private func average(of values: [Double]) -> Double {
    var previous = 0.0
    var sum = 0.0
    for (value, total) in zip(values, cumulative) {
      sum += value * (total - previous)
      previous = total
    }
    return sum
  }
}
