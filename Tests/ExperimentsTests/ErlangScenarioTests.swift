import Assets
import Experiments
import Moderation
import Queueing
import Simulation
import Testing

/// The model as a plain queue: one stream, one queue and no screening give the values of
/// Erlang C, and with owners who lose patience those of Erlang A, as the truth table has them.
@Suite struct ErlangScenarioTests {
  /// A queue of the table; times are in minutes.
  struct Queue: Hashable, Sendable, CustomTestStringConvertible {
    let model: String
    let servers: Double
    let arrivalRate: Double
    let serviceRate: Double
    let patienceRate: Double?

    var testDescription: String {
      "\(model) c=\(servers) λ=\(arrivalRate) μ=\(serviceRate) θ=\(patienceRate ?? 0)"
    }
  }

  /// What happened to the jobs of one run after its warm-up.
  private struct Record {
    var servedWaits: [Double] = []
    var abandonedWaits: [Double] = []
    var busy = 0.0
    var span = 0.0
  }

  private static let replications: UInt64 = 24
  private static let jobs = 10_000.0
  private static let warmUpShare = 0.25

  private static let rows: [(queue: Queue, row: TruthRow)] = {
    guard let table = try? TruthTable.shipped() else { return [] }
    return table.rows.compactMap { row in
      guard row.model == "mmc" || row.model == "mmc_m",
        let servers = row.number("c"), servers <= 100,
        let arrivalRate = row.number("lambda"),
        let serviceRate = row.number("mu")
      else { return nil }
      let queue = Queue(
        model: row.model, servers: servers, arrivalRate: arrivalRate, serviceRate: serviceRate,
        patienceRate: row.number("theta"))
      return (queue, row)
    }
  }()

  private static let queues = Set(rows.map(\.queue)).sorted {
    $0.testDescription < $1.testDescription
  }

  @Test func theTableHasQueuesOfBothSorts() {
    #expect(Self.queues.count { $0.model == "mmc" } >= 5)
    #expect(Self.queues.count { $0.model == "mmc_m" } >= 5)
  }

  @Test(arguments: queues)
  func theModelGivesTheTruth(queue: Queue) throws {
    let scenario = try Self.scenario(queue)
    let records = (1...Self.replications).map { Self.run(scenario, queue, seed: $0) }
    var checked = 0
    for (own, row) in Self.rows where own == queue {
      let values = records.compactMap { Self.value(row, $0, queue) }
      guard values.count == records.count else { continue }
      checked += 1
      var moments = RunningMoments()
      for value in values { moments.add(value) }
      let error = moments.standardDeviation / Double(values.count).squareRoot()
      // What rarely happens may not happen at all in these runs.
      let grain = 3 / (Self.jobs * Double(Self.replications))
      #expect(
        abs(moments.mean - row.value) <= 4.5 * error + grain,
        "line \(row.line), \(row.metric): \(moments.mean) ± \(error), expected \(row.value)")
    }
    #expect(checked > 0)
  }

  // MARK: Running

  private static func scenario(_ queue: Queue) throws -> Scenario {
    let asset = try #require(Assets.scenarios.first { $0.name == "erlang-c" })
    var text = asset.text
    let patience = queue.patienceRate.map {
      "review: { withdrawal_mean_hours: { value: \(1 / $0 / 60), grade: C } }"
    }
    for (old, new) in [
      ("per_day: { value: 12960", "per_day: { value: \(queue.arrivalRate * 1_440)"),
      ("mean: 60, grade: C }", "mean: \(60 / queue.serviceRate), grade: C }"),
      (
        "moderators: 10, minimum: 10",
        "moderators: \(Int(queue.servers)), minimum: \(Int(queue.servers))"
      ),
      ("review: {}", patience ?? "review: {}"),
    ] {
      let range = try #require(text.firstRange(of: old), "the file does not have \(old)")
      text.replaceSubrange(range, with: new)
    }
    return try ScenarioFile.parse(text, file: "erlang.yaml")
  }

  private static func run(_ scenario: Scenario, _ queue: Queue, seed: UInt64) -> Record {
    let end = Microseconds(jobs / queue.arrivalRate * Double(TimeUnit.minute))
    let start = Microseconds(Double(end) * warmUpShare)
    let simulation = RegimeSimulation(scenario, seed: seed)
    var record = Record()
    record.span = Double(end - start)
    var claims: [UInt32: Microseconds] = [:]
    var log: [Event] = []
    while simulation.advance(to: end, limit: 50_000, into: &log) < end || !log.isEmpty {
      for event in log { note(event, start, &claims, &record) }
      log.removeAll(keepingCapacity: true)
    }
    return record
  }

  private static func note(
    _ event: Event, _ start: Microseconds, _ claims: inout [UInt32: Microseconds],
    _ record: inout Record
  ) {
    func minutes(_ span: Microseconds) -> Double { Double(span) / Double(TimeUnit.minute) }
    switch event.fact {
    case .claimed(let subject, let job):
      claims[subject.id] = event.time
      if job.since >= start { record.servedWaits.append(minutes(event.time - job.since)) }
    case .decided(let subject, _, _):
      guard let claimed = claims.removeValue(forKey: subject.id) else { return }
      record.busy += Double(max(0, event.time - max(claimed, start)))
    case .withdrawn(_, _, let job):
      if job.since >= start { record.abandonedWaits.append(minutes(event.time - job.since)) }
    default: break
    }
  }

  // MARK: Reading

  /// The estimate of one run, in minutes; nil for what the log does not tell.
  private static func value(_ row: TruthRow, _ record: Record, _ queue: Queue) -> Double? {
    let all = record.servedWaits + record.abandonedWaits
    let limit = row.number("t") ?? 0
    func mean(_ waits: [Double]) -> Double? {
      waits.isEmpty ? nil : waits.reduce(0, +) / Double(waits.count)
    }
    func share(_ count: Int) -> Double { Double(count) / Double(all.count) }
    switch row.metric {
    case "p_wait": return share(all.count { $0 > 0 })
    case "wq": return mean(all)
    case "wq_given_wait": return mean(all.filter { $0 > 0 })
    case "lq": return all.reduce(0, +) / (record.span / Double(TimeUnit.minute))
    case "utilization": return record.busy / record.span / queue.servers
    case "p_wait_gt_t": return share(all.count { $0 > limit })
    case "service_level": return share(all.count { $0 <= limit })
    case "p_abandon": return share(record.abandonedWaits.count)
    case "wq_served": return mean(record.servedWaits)
    case "wq_abandoned": return mean(record.abandonedWaits)
    case "served_within_t": return share(record.servedWaits.count { $0 <= limit })
    default: return nil
    }
  }
}

extension TruthRow {
  fileprivate func number(_ name: String) -> Double? {
    if case .number(let number) = parameters.values[name] { number } else { nil }
  }
}
