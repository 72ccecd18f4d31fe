/// How customers arrive one by one: the law of the time between two arrivals.
package enum ArrivalLaw: Sendable, Equatable {
  case deterministic(rate: Double)
  case poisson(rate: Double)
  case erlang(stages: Int, rate: Double)
  case hyperexponential(probabilities: [Double], rates: [Double])

  package func validated() throws(ModelError) -> ArrivalLaw {
    switch self {
    case .deterministic(let rate), .poisson(let rate): _ = try Check.positive(rate, "lambda")
    case .erlang(let stages, let rate):
      _ = try Check.count(stages, "k")
      _ = try Check.positive(rate, "lambda")
    case .hyperexponential(let probabilities, let rates):
      _ = try Check.rates(rates, "rates")
      try Check.sameCount(probabilities.count, "p", as: rates.count, "rates")
      _ = try Check.distribution(probabilities, "p")
    }
    return self
  }

  /// Arrivals per unit of time.
  package var rate: Double {
    switch self {
    case .deterministic(let rate), .poisson(let rate), .erlang(_, let rate): rate
    case .hyperexponential(let probabilities, let rates):
      1 / zip(probabilities, rates).reduce(0) { $0 + $1.0 / $1.1 }
    }
  }

  /// The Laplace transform of the time between arrivals, and one minus it.
  func transform(_ s: Double) -> (value: Double, complement: Double) {
    switch self {
    case .deterministic(let rate):
      return (RealMath.exp(-s / rate), -RealMath.expMinusOne(-s / rate))
    case .poisson(let rate): return (rate / (rate + s), s / (rate + s))
    case .erlang(let stages, let rate):
      let power = -Double(stages) * RealMath.logOnePlus(s / (rate * Double(stages)))
      return (RealMath.exp(power), -RealMath.expMinusOne(power))
    case .hyperexponential(let probabilities, let rates):
      let pairs = zip(probabilities, rates)
      return (
        pairs.reduce(0) { $0 + $1.0 * $1.1 / ($1.1 + s) },
        pairs.reduce(0) { $0 + $1.0 * s / ($1.1 + s) }
      )
    }
  }
}

/// GI/M/1: independent times between arrivals, one server, exponential service.
///
/// D. G. Kendall, "Stochastic processes occurring in the theory of queues" (1953),
/// doi:10.1214/aoms/1177728975. Arrivals find a geometric number in the system whose ratio σ is
/// the root of σ = Â(μ(1 − σ)); the equation is solved for 1 − σ, so heavy traffic keeps its digits.
package struct GIM1Queue: Sendable {
  package let arrivals: ArrivalLaw
  package let serviceRate: Double
  package let utilization: Double
  /// The ratio σ of the queue that arrivals find, which is the share of customers who wait.
  package let waitingProbability: Double
  private let immediateShare: Double

  /// Throws `ModelError.unstable` for a load of one or more.
  package init(arrivals: ArrivalLaw, serviceRate: Double) throws(ModelError) {
    self.arrivals = try arrivals.validated()
    self.serviceRate = try Check.positive(serviceRate, "mu")
    utilization = try Check.stable(utilization: arrivals.rate / serviceRate, "lambda")
    immediateShare = RealMath.bisect(from: 0, to: 1) { share in
      arrivals.transform(serviceRate * share).complement > share
    }
    waitingProbability = arrivals.transform(serviceRate * immediateShare).value
  }

  package var arrivalRate: Double { arrivals.rate }

  /// Mean wait before service, Wq.
  package var waitingTime: Double { waitingProbability / (serviceRate * immediateShare) }

  package var sojournTime: Double { 1 / (serviceRate * immediateShare) }

  /// The share of customers who wait longer than `time`.
  package func waitingTail(_ time: Double) throws(ModelError) -> Double {
    let time = try Check.notNegative(time, "t")
    return waitingProbability * RealMath.exp(-serviceRate * immediateShare * time)
  }
}
