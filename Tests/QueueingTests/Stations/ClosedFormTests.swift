import Queueing
import Testing

/// The parts put together agree with queueing theory.
@Suite struct ClosedFormTests {
  /// The mean wait in M/M/c by Erlang's formula, in service times.
  static func meanWait(servers: Int, load: Double) -> Double {
    var blocking = 1.0
    for server in 1...servers {
      blocking = load * blocking / (Double(server) + load * blocking)
    }
    let utilization = load / Double(servers)
    let delay = blocking / (1 - utilization * (1 - blocking))
    return delay / (Double(servers) - load)
  }

  @Test(arguments: [(1, 0.5), (1, 0.8), (2, 1.2), (5, 4), (10, 9)])
  func theMeanWaitIsErlangs(servers: Int, load: Double) throws {
    var moments = RunningMoments()
    for replication: UInt32 in 0..<30 {
      var queue = QueueSimulation(
        servers: servers, arrivalRate: load, seed: 2016, replication: replication)
      moments.add(try queue.meanWait(skipping: 2_000, counting: 20_000))
    }
    let interval = moments.interval(confidence: 0.999)
    #expect(interval.contains(Self.meanWait(servers: servers, load: load)))
    #expect(interval.relativeHalfWidth < 0.15)
  }

  @Test func aSeedGivesTheSameRun() throws {
    func run() throws -> Double {
      var queue = QueueSimulation(servers: 2, arrivalRate: 1.5, seed: 1, replication: 0)
      return try queue.meanWait(skipping: 0, counting: 1_000)
    }
    #expect(try run() == run())
  }
}
