import Queueing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One server with general service, `mg1`, and several with constant service, `mdc`.
enum GeneralServiceFamily {
  static let mg1 = ModelFamily(asking: ["t"]) { rows in
    let parameters = rows[0].parameters
    let law = try law(parameters)
    var thresholds: [Double] = []
    var queries: [SteadySystem.Query?] = []
    for row in rows {
      let instant = try? row.parameters.number("t")
      if let instant, !thresholds.contains(instant) { thresholds.append(instant) }
      let index = instant.flatMap { thresholds.firstIndex(of: $0) } ?? 0
      queries.append(query(row, servers: 1, threshold: index))
    }
    var system = try system(servers: 1, rate: parameters.number("lambda"), law)
    system.thresholds = thresholds
    let customersPerUnit = system.eventRate / 2 * system.span
    return system.experiment(
      queries.map { $0?.needing(law, customersPerUnit: customersPerUnit) })
  }

  static let mdc = ModelFamily { rows in
    let parameters = rows[0].parameters
    let servers = try parameters.whole("c")
    let system = try system(
      servers: servers, rate: parameters.number("lambda"),
      .deterministic(parameters.number("d")))
    return system.experiment(rows.map { query($0, servers: servers, threshold: 0) })
  }

  private typealias Query = SteadySystem.Query

  private static func system(
    servers: Int, rate: Double, _ law: Distribution
  ) throws -> SteadySystem {
    SteadySystem(
      network: try SteadySystem.poissonStation(rate: rate, servers: servers, service: law),
      relaxation: Relaxation.delay(
        servers: Double(servers), arrivalRate: rate, meanService: law.mean, serviceSCV: law.scv),
      eventRate: 2 * rate)
  }

  private static func law(_ parameters: TheoryParameters) throws -> Distribution {
    let service = try parameters.text("service")
    switch service {
    case "deterministic": return try .deterministic(parameters.number("d"))
    case "exponential": return try .exponential(mean: parameters.number("mean"))
    case "erlang":
      return try .erlang(stages: parameters.whole("k"), mean: parameters.number("mean"))
    case "uniform":
      return try .uniform(low: parameters.number("lo"), high: parameters.number("hi"))
    case "lognormal":
      return try .lognormal(mean: parameters.number("mean"), scv: parameters.number("scv"))
    case "gamma":
      return try .gamma(mean: parameters.number("mean"), scv: parameters.number("scv"))
    case "hyperexp":
      return try .hyperexponential(
        probabilities: parameters.numbers("p"), means: parameters.numbers("rates").map { 1 / $0 })
    default: throw NotSimulated(description: "no sampler for \(service)")
    }
  }

  /// Nil for `scv`, which is a parameter said otherwise and no property of the queue.
  private static func query(_ row: TruthRow, servers: Int, threshold: Int) -> Query? {
    let mean = Question(.mean, row.value)
    let share = Question(.share, row.value)
    return switch row.metric {
    case "wq": Query(mean) { Reading($0.visits.wait) }
    case "w": Query(mean) { Reading($0.visits.sojourn) }
    case "lq": Query(mean) { $0.overTime($0.stations[0].queueLength) }
    case "utilization": Query(.utilization(row.value)) { $0.utilization(servers: servers) }
    case "p_wait": Query(share) { $0.delayedShare }
    case "wait_variance": Query(Question(.variance, row.value)) { Reading($0.visits.wait) }
    case "p_wait_gt_t":
      Query(share) { Reading($0.visits.waitAbove[threshold], per: $0.visits.wait.count) }
    default: nil
    }
  }
}

extension SteadySystem.Query {
  /// The share of a moment that services longer than any in the simulation may make up.
  private static let missing = 0.01

  /// The query with the length it takes under a law whose tail is longer than exponential.
  ///
  /// A mean wait rests on the second moment of the service time, its variance on the third.
  /// A lognormal law weighted by the k-th power is the same law, its normal variable shifted
  /// by k σ; so many customers are needed that the longest service among them leaves little
  /// of that beyond it.
  fileprivate func needing(
    _ law: Distribution, customersPerUnit: Double
  ) -> SteadySystem.Query {
    guard case .lognormal(_, let scv) = law.form else { return self }
    let moment = question.kind == .variance ? 3.0 : question.kind == .mean ? 2 : 1
    let deviation = log1p(scv).squareRoot()
    let longest = StandardNormal.upperTailQuantile(Self.missing) + moment * deviation
    let customers = 1 / StandardNormal.upperTail(longest)
    var question = question
    question.leastUnits = max(question.leastUnits, customers / customersPerUnit)
    return SteadySystem.Query(question, read)
  }
}
