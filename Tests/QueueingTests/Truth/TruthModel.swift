import Foundation
import Queueing

/// How a model of the table is simulated, and where its metrics are read.
struct TruthModel {
  typealias StationPlan = QueueNetwork.StationPlan
  typealias SourcePlan = QueueNetwork.SourcePlan

  let network: QueueNetwork
  var options = NetworkOptions(seed: 77)
  /// The station and the class that the metrics are about.
  var station = 0
  var priorityClass: Int?
  /// Seconds, for instance, in the unit of the network.
  var unit = 1.0

  /// The model of rows that have the same parameters; nil for one without simulation.
  init?(_ rows: [TruthTable.Row]) throws {
    guard let row = rows.first, let network = try Self.network(row) else { return nil }
    let metrics = Set(rows.map(\.metric))
    self.network = network
    if row.parameters["t"] != nil { options.thresholds = [row.number("t")] }
    if metrics.contains("p_wait_gt_2") { options.thresholds = [2] }
    if row.model == "erlang_c_staffing" { options.thresholds = [row.number("target_s")] }
    options.measuresVirtualWaits = metrics.contains("virtual_wait_gt_t")
    options.recordsHistograms = metrics.contains("wait_quantile")
    if row.parameters["cls"] != nil { priorityClass = row.count("cls") }
    if row.parameters["station"] != nil { station = row.count("station") }
  }

  private static func poisson(_ rate: Double, _ priorityClass: Int = 0) -> SourcePlan {
    SourcePlan(.poisson(.constant(rate)), priorityClass: priorityClass)
  }

  private static func single(
    _ servers: Int, _ service: Distribution, _ source: SourcePlan,
    _ change: (inout StationPlan) throws -> Void = { _ in }
  ) throws -> QueueNetwork {
    var plan = StationPlan("station", servers: servers, service: service)
    try change(&plan)
    return try QueueNetwork(stations: [plan], sources: [source])
  }

  private static func network(_ row: TruthTable.Row) throws -> QueueNetwork? {
    let (lambda, mu, c) = (row.number("lambda"), row.number("mu"), row.count("c"))
    switch row.model {
    case "erlang_b":
      return try single(c, .exponential(mean: 1), poisson(row.number("a"))) { $0.capacity = c }
    case "mmc": return try single(c, .exponential(mean: 1 / mu), poisson(lambda))
    case "erlang_c_staffing":
      let rate = row.number("calls") / (60 * row.number("interval_min"))
      return try single(c, .exponential(mean: 60 * row.number("aht_min")), poisson(rate))
    case "mmck":
      return try single(c, .exponential(mean: 1 / mu), poisson(lambda)) {
        $0.capacity = row.count("K")
      }
    case "mmc_m":
      return try single(c, .exponential(mean: 1 / mu), poisson(lambda)) {
        $0.patience = [try .exponential(mean: 1 / row.number("theta"))]
      }
    case "mg1": return try single(1, try service(row), poisson(lambda))
    case "mdc": return try single(c, .deterministic(row.number("d")), poisson(lambda))
    case "gim1":
      return try single(
        1, .exponential(mean: 1 / mu), SourcePlan(.renewal(try intervals(row))))
    case "batch_mm1":
      let source = SourcePlan(
        .poisson(.constant(row.number("batch_rate"))),
        batch: try .deterministic(row.number("batch")))
      return try single(1, .exponential(mean: 1 / mu), source)
    case "finite_source":
      let outside = try Distribution.exponential(mean: 1 / row.number("lambda_each"))
      return try single(
        c, .exponential(mean: 1 / mu),
        SourcePlan(.population(size: row.count("N"), timeOutside: outside)))
    case "priority_np_mmc", "priority_np_mg1", "priority_pr_mm1": return try classes(row)
    case "jackson": return try jackson(row)
    default: return nil
    }
  }

  private static func service(_ row: TruthTable.Row) throws -> Distribution? {
    let mean = row.number("mean")
    switch row.parameters["service"] as? String {
    case "deterministic": return try .deterministic(row.number("d"))
    case "erlang": return try .erlang(stages: row.count("k"), mean: mean)
    case "uniform": return try .uniform(low: row.number("lo"), high: row.number("hi"))
    case "lognormal": return try .lognormal(mean: mean, scv: row.number("scv"))
    case "gamma": return try .gamma(mean: mean, scv: row.number("scv"))
    case "hyperexp":
      return try .hyperexponential(
        probabilities: row.numbers("p"), means: row.numbers("rates").map { 1 / $0 })
    default: return nil
    }
  }

  private static func single(
    _ servers: Int, _ service: Distribution?, _ source: SourcePlan
  ) throws -> QueueNetwork? {
    guard let service else { return nil }
    return try QueueNetwork(
      stations: [StationPlan("station", servers: servers, service: service)], sources: [source])
  }

  private static func intervals(_ row: TruthTable.Row) throws -> Distribution {
    let mean = 1 / row.number("lambda")
    switch row.parameters["arrivals"] as? String {
    case "erlang": return try .erlang(stages: row.count("k"), mean: mean)
    case "hyperexp":
      return try .hyperexponential(
        probabilities: row.numbers("p"), means: row.numbers("rates").map { 1 / $0 })
    default: return try .deterministic(mean)
    }
  }

  private static func classes(_ row: TruthTable.Row) throws -> QueueNetwork {
    var rates = row.numbers("lambdas")
    var services: [Distribution] = []
    switch row.model {
    case "priority_np_mmc": services = [try .exponential(mean: 1 / row.number("mu"))]
    case "priority_pr_mm1":
      services = try row.numbers("mus").map { try .exponential(mean: 1 / $0) }
    default:
      let given = row.parameters["classes"] as? [[Any]] ?? []
      rates = given.compactMap { ($0[0] as? NSNumber)?.doubleValue }
      services = try given.map { entry in
        let mean = (entry[1] as? NSNumber)?.doubleValue ?? .nan
        let name = entry[2] as? String ?? ""
        if name == "det" { return try .deterministic(mean) }
        if name == "exp" { return try .exponential(mean: mean) }
        return try .erlang(stages: Int(name.dropFirst(6)) ?? 0, mean: mean)
      }
    }
    let servers = row.parameters["c"] == nil ? 1 : row.count("c")
    var plan = StationPlan("station", servers: servers, services: services)
    if row.model == "priority_pr_mm1" { plan.discipline = .preemptiveResume }
    return try QueueNetwork(
      stations: [plan], sources: rates.enumerated().map { poisson($0.element, $0.offset) },
      classes: rates.count)
  }

  private static func jackson(_ row: TruthTable.Row) throws -> QueueNetwork {
    let isNamed = row.parameters["ext"] == nil
    let count = isNamed ? row.count("stations") : row.numbers("ext").count
    let onward = (1 - row.number("leave")) / Double(count)
    let plans = try (0..<count).map { index -> StationPlan in
      let servers = isNamed ? row.count("c") : Int(row.numbers("c")[index])
      let mu = isNamed ? row.number("mu") : row.numbers("mu")[index]
      var plan = StationPlan(
        "station \(index)", servers: servers, service: try .exponential(mean: 1 / mu))
      plan.routing =
        isNamed ? [Double](repeating: onward, count: count) : row.rows("routing")[index]
      return plan
    }
    let rates =
      isNamed ? [Double](repeating: row.number("ext_each"), count: count) : row.numbers("ext")
    let sources = rates.enumerated().filter { $0.element > 0 }.map {
      SourcePlan(.poisson(.constant($0.element)), station: $0.offset)
    }
    return try QueueNetwork(stations: plans, sources: sources)
  }
}

extension TruthModel {
  /// A metric of the table, from what was seen in a run; nil where there is none.
  func value(_ metric: String, _ row: TruthTable.Row, _ seen: NetworkStatistics) -> Double? {
    let station = seen.stations[station]
    let visits = priorityClass.map { station.classes[$0] } ?? station.total
    let offered = Double(visits.offered)
    let accepted = offered - Double(visits.balked)
    let servers = Double(network.stations[self.station].servers)
    switch metric {
    case "blocking": return Double(visits.balked) / offered
    case "busy_servers": return station.busyServers
    case "p_wait": return Double(visits.delayed) / offered
    case "p_wait_accepted": return Double(visits.delayed) / accepted
    case "sigma": return Double(visits.delayed) / offered
    case "wq", "asa_s", "wq_accepted", "wq_all": return visits.wait.mean
    case "w": return visits.sojourn.mean
    case "lq": return station.queueLength
    case "l": return station.inSystem
    case "utilization", "occupancy": return station.busyServers / servers
    case "wq_given_wait": return visits.wait.sum / Double(visits.delayed)
    case "wait_variance": return visits.wait.variance
    case "p_wait_gt_t", "p_wait_gt_2":
      return Double(visits.waitAbove[0]) / Double(visits.wait.count)
    case "service_level", "served_within_t":
      return Double(visits.startedWithin[0]) / Double(visits.wait.count)
    case "p_sojourn_gt_t": return Double(visits.sojournAbove[0]) / Double(visits.served)
    case "wait_quantile":
      return visits.waitHistogram?.quantile(row.number("q")).map { $0 / unit }
    case "throughput": return Double(visits.served) / seen.duration
    case "p_abandon": return Double(visits.reneged) / offered
    case "p_abandon_given_wait": return Double(visits.reneged) / Double(visits.delayed)
    case "wq_served": return visits.servedWait.mean
    case "wq_abandoned": return visits.renegedWait.mean
    case "virtual_wait_gt_t":
      return Double(visits.virtualWaitAbove[0]) / Double(visits.virtualWaits)
    case "total_sojourn": return seen.sojourn.mean
    case "total_l": return seen.inSystem
    default: return nil
    }
  }
}
