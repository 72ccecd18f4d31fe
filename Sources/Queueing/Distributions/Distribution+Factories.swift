#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Distribution {
  /// Always the same value.
  package static func deterministic(
    _ value: Double
  ) throws(DistributionError) -> Distribution {
    try Checks("deterministic").nonNegative(value, "value")
    return Distribution(form: .deterministic(value: value))
  }

  /// The exponential law.
  package static func exponential(mean: Double) throws(DistributionError) -> Distribution {
    try Checks("exponential").positive(mean, "mean")
    return Distribution(form: .exponential(mean: mean))
  }

  /// The uniform law on an interval.
  package static func uniform(
    low: Double, high: Double
  ) throws(DistributionError) -> Distribution {
    let checks = Checks("uniform")
    try checks.nonNegative(low, "low")
    try checks.require(high >= low && high < .infinity, high, "high", "finite and not below low")
    return Distribution(form: .uniform(low: low, high: high))
  }

  /// The lognormal law by its mean and squared coefficient of variation.
  package static func lognormal(
    mean: Double, scv: Double
  ) throws(DistributionError) -> Distribution {
    let checks = Checks("lognormal")
    try checks.positive(mean, "mean")
    try checks.positive(scv, "scv")
    let variance = log1p(scv)
    return Distribution(
      form: .lognormal(mean: mean, scv: scv),
      derived: (log(mean) - 0.5 * variance, variance.squareRoot()))
  }

  /// The sum of `stages` independent exponential stages.
  package static func erlang(
    stages: Int, mean: Double
  ) throws(DistributionError) -> Distribution {
    let checks = Checks("erlang")
    try checks.require(
      stages > 0 && stages <= 1_000_000, Double(stages), "stages", "in 1 ... 1000000")
    try checks.positive(mean, "mean")
    return Distribution(
      form: .erlang(stages: stages, mean: mean), derived: (Double(stages), mean / Double(stages)))
  }

  /// The gamma law by its mean and squared coefficient of variation (1 / shape).
  package static func gamma(
    mean: Double, scv: Double
  ) throws(DistributionError) -> Distribution {
    let checks = Checks("gamma")
    try checks.positive(mean, "mean")
    try checks.require(
      scv >= 1e-9 && scv <= 1e9, scv, "scv", "in 1e-9 ... 1e9")
    return Distribution(form: .gamma(mean: mean, scv: scv), derived: (1 / scv, mean * scv))
  }

  /// A mixture of exponential laws; the probabilities must add up to 1 within 1e-9.
  package static func hyperexponential(
    probabilities: [Double], means: [Double]
  ) throws(DistributionError) -> Distribution {
    let checks = Checks("hyperexponential")
    try checks.sameLength(means, "means", probabilities)
    for (index, probability) in probabilities.enumerated() {
      try checks.nonNegative(probability, "probabilities[\(index)]")
    }
    for (index, mean) in means.enumerated() { try checks.positive(mean, "means[\(index)]") }
    let sum = probabilities.reduce(0, +)
    try checks.require(abs(sum - 1) <= 1e-9, sum, "sum of probabilities", "1")
    return Distribution(
      form: .hyperexponential(probabilities: probabilities, means: means),
      cumulative: accumulated(probabilities))
  }

  /// The Pareto law on `minimum ...`, with P(X > x) = (minimum / x)^shape.
  package static func pareto(
    shape: Double, minimum: Double
  ) throws(DistributionError) -> Distribution {
    let checks = Checks("pareto")
    try checks.positive(shape, "shape")
    try checks.positive(minimum, "minimum")
    return Distribution(form: .pareto(shape: shape, minimum: minimum))
  }

  /// The given values with probabilities proportional to the weights.
  ///
  /// The values are put in ascending order, so that draws by quantile are monotone.
  package static func empirical(
    values: [Double], weights: [Double]
  ) throws(DistributionError) -> Distribution {
    let checks = Checks("empirical")
    try checks.sameLength(weights, "weights", values)
    for (index, value) in values.enumerated() {
      try checks.nonNegative(value, "values[\(index)]")
    }
    for (index, weight) in weights.enumerated() {
      try checks.nonNegative(weight, "weights[\(index)]")
    }
    let sum = weights.reduce(0, +)
    try checks.positive(sum, "sum of weights")
    let order = values.indices.filter { weights[$0] > 0 }.sorted {
      (values[$0], $0) < (values[$1], $1)
    }
    let sorted = (values: order.map { values[$0] }, weights: order.map { weights[$0] })
    return Distribution(
      form: .empirical(values: sorted.values, weights: sorted.weights),
      cumulative: accumulated(sorted.weights))
  }

  /// The running sums, scaled to end in exactly 1.
  private static func accumulated(_ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    var sum = 0.0
    var result = weights.map { weight in
      sum += weight
      return min(sum / total, 1)
    }
    if let last = result.indices.last { result[last] = 1 }
    return result
  }
}

/// The checks of one law's parameters.
private struct Checks {
  let distribution: String

  init(_ distribution: String) { self.distribution = distribution }

  func require(
    _ condition: Bool, _ value: Double, _ parameter: String, _ requirement: String
  ) throws(DistributionError) {
    if condition { return }
    throw DistributionError(
      distribution: distribution, parameter: parameter, value: value, requirement: requirement)
  }

  func positive(_ value: Double, _ parameter: String) throws(DistributionError) {
    try require(value > 0 && value < .infinity, value, parameter, "positive and finite")
  }

  func nonNegative(_ value: Double, _ parameter: String) throws(DistributionError) {
    try require(value >= 0 && value < .infinity, value, parameter, "finite and not negative")
  }

  func sameLength(
    _ list: [Double], _ parameter: String, _ other: [Double]
  ) throws(DistributionError) {
    try require(
      !list.isEmpty && list.count == other.count, Double(list.count), "number of \(parameter)",
      "positive and \(other.count)")
  }
}
