/// An open network of M/M/c stations with random routing.
///
/// J. R. Jackson, "Networks of waiting lines" (1957), doi:10.1287/opre.5.4.518: every station
/// behaves as an M/M/c queue of its own. Time: O(n³) for the flows of n stations.
package struct JacksonNetwork: Sendable {
  /// The most stations whose traffic equations are solved.
  package static let mostStations = 500

  /// Arrivals from outside, per station.
  package let externalRates: [Double]
  /// Customers through each station per unit of time.
  package let throughputs: [Double]
  package let serviceRates: [Double]
  /// The stations as queues; nil where no customer passes.
  package let stations: [MMCQueue?]

  /// `routing[i][j]` is the chance to go from i to j; what a row leaves to one departs.
  ///
  /// Throws `ModelError.unstable` naming the station that is overloaded.
  package init(
    externalRates: [Double], routing: [[Double]], servers: [Int], serviceRates: [Double]
  ) throws(ModelError) {
    let count = externalRates.count
    _ = try Check.rates(externalRates, "ext", zeroAllowed: true)
    _ = try Check.positive(externalRates.reduce(0, +), "sum of ext")
    _ = try Check.count(count, "stations", to: Self.mostStations)
    try Check.sameCount(servers.count, "c", as: count, "ext")
    try Check.sameCount(serviceRates.count, "mu", as: count, "ext")
    try Check.sameCount(routing.count, "routing", as: count, "ext")
    for (index, row) in routing.enumerated() {
      try Check.sameCount(row.count, "routing[\(index)]", as: count, "ext")
      _ = try Check.routingRow(row, "routing[\(index)]")
    }
    let flows = try Self.flows(externalRates, routing)
    self.externalRates = externalRates
    self.serviceRates = serviceRates
    throughputs = flows
    stations = try Self.queues(flows, servers, serviceRates)
  }

  /// Equal stations, of which each sends a customer to any of them, itself included, or out.
  package init(
    stations count: Int, servers: Int, serviceRate: Double, externalRateEach: Double,
    leavingProbability: Double
  ) throws(ModelError) {
    let count = try Check.count(count, "stations")
    let rate = try Check.positive(externalRateEach, "ext_each")
    guard leavingProbability > 0, leavingProbability <= 1 else {
      throw .invalid(
        parameter: "leave", value: "\(leavingProbability)",
        expected: "a probability above 0 and up to 1")
    }
    let servers = try Check.count(servers, "c")
    let mu = try Check.positive(serviceRate, "mu")
    let flow = rate / leavingProbability
    let utilization = flow / (Double(servers) * mu)
    _ = try Check.stable(utilization: utilization, "ext_each")
    let station = try MMCQueue(servers: servers, arrivalRate: flow, serviceRate: mu)
    externalRates = Array(repeating: rate, count: count)
    serviceRates = Array(repeating: mu, count: count)
    throughputs = Array(repeating: flow, count: count)
    stations = Array(repeating: station, count: count)
  }

  /// Mean number at a station; zero where no customer passes.
  package func numberInSystem(at station: Int) -> Double {
    stations[station]?.numberInSystem ?? 0
  }

  /// Mean number in the network.
  package var numberInNetwork: Double {
    stations.indices.reduce(0) { $0 + numberInSystem(at: $1) }
  }

  /// Mean time from entering the network to leaving it.
  package var sojournTime: Double { numberInNetwork / externalRates.reduce(0, +) }

  /// Solves flow = external + flow · routing.
  private static func flows(
    _ external: [Double], _ routing: [[Double]]
  ) throws(ModelError) -> [Double] {
    let count = external.count
    var matrix = [[Double]](repeating: Array(repeating: 0, count: count), count: count)
    for to in 0..<count {
      for from in 0..<count { matrix[to][from] = (to == from ? 1 : 0) - routing[from][to] }
    }
    guard let flows = LinearSystem.solve(matrix, external) else {
      throw .invalid(
        parameter: "routing", value: "stations that nobody leaves",
        expected: "a way out from every station")
    }
    // Rounding may leave a station that nobody reaches with a flow just beside zero.
    let least = 1e-14 * external.reduce(0, +)
    return flows.map { abs($0) <= least ? 0 : $0 }
  }

  private static func queues(
    _ flows: [Double], _ servers: [Int], _ rates: [Double]
  ) throws(ModelError) -> [MMCQueue?] {
    var queues: [MMCQueue?] = []
    for (index, flow) in flows.enumerated() {
      let count = try Check.count(servers[index], "c[\(index)]")
      let rate = try Check.positive(rates[index], "mu[\(index)]")
      _ = try Check.notNegative(flow, "throughput[\(index)]")
      _ = try Check.stable(
        utilization: flow / (Double(count) * rate), "station \(index)")
      queues.append(
        flow > 0 ? try MMCQueue(servers: count, arrivalRate: flow, serviceRate: rate) : nil)
    }
    return queues
  }
}
