import Foundation
import Queueing
import Testing

/// Networks in the short run agree with the exact values of the table.
@Suite(.enabled(if: TruthTable.isPresent)) struct TransientTruthTests {
  typealias StationPlan = QueueNetwork.StationPlan
  typealias SourcePlan = QueueNetwork.SourcePlan

  static func desk(_ servers: Int, _ mu: Double, _ source: SourcePlan) throws -> QueueNetwork {
    try QueueNetwork(
      stations: [StationPlan("desk", servers: servers, service: try .exponential(mean: 1 / mu))],
      sources: [source], allowsOverload: true)
  }

  static func moments(
    _ replications: UInt32, _ network: QueueNetwork, _ options: NetworkOptions,
    _ value: (inout NetworkSimulation) throws -> Double
  ) throws -> RunningMoments {
    var moments = RunningMoments()
    for replication in 0..<replications {
      var options = options
      options.replication = replication
      var simulation = try NetworkSimulation(network, options: options)
      moments.add(try value(&simulation))
    }
    return moments
  }

  static func check(_ row: TruthTable.Row, _ moments: RunningMoments) {
    if moments.mean == row.value { return }
    let z = (moments.mean - row.value) / max(moments.standardError, 1e-4 * abs(row.value))
    // Some thirty rows: 4 is passed once in 500 tests.
    #expect(abs(z) < 4, "\(row.model) \(row.text) \(row.metric): \(moments.mean)")
  }

  @Test func theFirstDelaysAgree() throws {
    for row in try TruthTable().rows where row.model == "mm1_transient" {
      let count = row.count("n")
      let network = try Self.desk(
        1, row.number("mu"), SourcePlan(.poisson(.constant(row.number("lambda")))))
      var options = NetworkOptions(seed: 21)
      options.recordedCustomers = count
      let replications = UInt32(max(100, 1_000 / count))
      let moments = try Self.moments(replications, network, options) { simulation in
        try simulation.runUntilRecorded()
        let waits = simulation.recordedWaits
        return row.metric == "mean_delay_nth"
          ? waits[count - 1] : waits.reduce(0, +) / Double(count)
      }
      Self.check(row, moments)
    }
  }

  @Test func ratesInBlocksAgree() throws {
    for row in try TruthTable().rows where row.model == "mt_mmc" {
      let blocks = row.rows("blocks").map { ArrivalRate.Block(rate: $0[0], duration: $0[1]) }
      let network = try Self.desk(
        row.count("c"), row.number("mu"),
        SourcePlan(.poisson(.blocks(blocks, repeats: false))))
      let time = row.number("t")
      var options = NetworkOptions(seed: 22)
      options.observationTimes = [time]
      var (expected, start) = (0.0, 0.0)
      for block in blocks {
        expected += block.rate * max(0, min(block.duration, time - start))
        start += block.duration
      }
      let moments = try Self.moments(300, network, options) { simulation in
        try simulation.run(until: time)
        let seen = simulation.observations[0].stations[0]
        switch row.metric {
        case "mean_in_queue": return Double(seen.waiting)
        case "mean_in_system": return Double(seen.waiting + seen.busy)
        case "p_all_busy": return seen.busy == seen.servers ? 1 : 0
        default: return seen.queueArea / expected
        }
      }
      Self.check(row, moments)
    }
  }

  @Test func aRateThatSwingsAgrees() throws {
    for row in try TruthTable().rows where row.model == "mt_m_inf" {
      let rate = ArrivalRate.sinusoid(
        mean: row.number("lambda_bar"), amplitude: row.number("amplitude"),
        angularFrequency: row.number("gamma"))
      let network = try Self.desk(1_000, row.number("mu"), SourcePlan(.poisson(rate)))
      // The same phase, some periods later, when the start is forgotten.
      let time = row.number("t") + 20 * 2 * Double.pi / row.number("gamma")
      var options = NetworkOptions(seed: 23)
      options.observationTimes = [time]
      let moments = try Self.moments(100, network, options) { simulation in
        try simulation.run(until: time)
        return Double(simulation.observations[0].stations[0].busy)
      }
      Self.check(row, moments)
    }
  }
}
