import Foundation
import Queueing
import Testing

/// The simulation agrees with the exact values of a table beside the repository.
@Suite(.enabled(if: TruthTable.isPresent)) struct TruthTableTests {
  /// One run of a model serves all metrics of the same parameters.
  typealias Group = [TruthTable.Row]

  static func groups() throws -> [Group] {
    var order: [String] = []
    var groups: [String: Group] = [:]
    for row in try TruthTable().rows {
      let name = row.model + row.text
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(row)
    }
    return order.compactMap { groups[$0] }
  }

  /// The values of each row's metric over replications of its model.
  static func estimates(_ group: Group, replications: UInt32) throws -> [RunningMoments] {
    var moments = [RunningMoments](repeating: RunningMoments(), count: group.count)
    guard var model = try TruthModel(group) else { return moments }
    // The time in which the influence of the start fades.
    var settling = 0.0
    for (load, plan) in zip(try model.network.loads(), model.network.stations) {
      let idle = 1 - min(load, 0.95).squareRoot()
      let services = 10 + 4 / (Double(plan.servers) * idle * idle)
      settling = max(settling, services * plan.services[0].mean)
    }
    for replication in 0..<replications {
      model.options.replication = replication
      var simulation = try NetworkSimulation(model.network, options: model.options)
      model.unit = simulation.unit
      try simulation.run(until: settling)
      simulation.restartStatistics()
      try simulation.run(until: 4 * settling)
      for (index, row) in group.enumerated() {
        guard let value = model.value(row.metric, row, simulation.statistics) else { continue }
        moments[index].add(value)
      }
    }
    return moments
  }

  /// The greatest |z| that is accepted in one of many rows: 1 % over all of them.
  static func check(_ groups: [Group], replications: UInt32) throws -> Int {
    let rows = groups.reduce(0) { $0 + $1.count }
    let bound = StudentT.quantile(
      1 - 0.005 / Double(rows), degreesOfFreedom: Double(replications - 1))
    var checked = 0
    for group in groups {
      for (row, moments) in zip(group, try estimates(group, replications: replications))
      where moments.count > 0 {
        checked += 1
        // What happens so rarely that it was never seen says nothing.
        if moments.standardError == 0 && moments.mean == 0 { continue }
        let error = moments.mean - row.value
        // Rounding to microseconds and to histogram buckets is no error of the model.
        let z = error / max(moments.standardError, 1e-4 * abs(row.value))
        #expect(abs(z) < bound, "\(row.model) \(row.text) \(row.metric): \(moments.mean)")
      }
    }
    return checked
  }

  @Test func aFewOfEachModelAgree() throws {
    var seen: [String: Int] = [:]
    let groups = try Self.groups().filter { group in
      let name = group[0].model + group[0].parameters.keys.sorted().joined()
      seen[name, default: 0] += 1
      return seen[name] == 1
    }
    #expect(try Self.check(groups, replications: 5) >= 50)
  }

  /// Minutes long: only when the environment says so.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["TRUTH_TABLE"] == "all"))
  func theWholeTableAgrees() throws {
    #expect(try Self.check(try Self.groups(), replications: 20) >= 200)
  }
}
