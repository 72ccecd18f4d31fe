import Dispatch
import Synchronization

/// Runs the replications of several experiments on all cores.
///
/// Each replication is a simulation of its own on one thread, with streams of its own, so the
/// result does not depend on the number of cores nor on the order.
struct ReplicationRunner: Sendable {
  /// What came of one experiment: the readings of its replications in their order.
  typealias Outcome = Result<[[Reading?]], NotSimulated>

  struct Job: Sendable {
    let experiment: Experiment
    let seed: UInt64
    let share: VerificationPlan.Share
  }

  /// Whether to stop; replications that are not finished then do not count.
  let isOver: @Sendable () -> Bool

  /// One outcome for each job.
  ///
  /// All first replications come first, then the second ones: when the time is over, each
  /// job has about the same share of its own.
  func run(_ jobs: [Job]) -> [Outcome] {
    var tasks: [(job: Int, replication: Int)] = []
    let most = jobs.map(\.share.replications).max() ?? 0
    for replication in 0..<most {
      for (index, job) in jobs.enumerated() where replication < job.share.replications {
        tasks.append((index, replication))
      }
    }
    let order = tasks
    let board = Board(jobs.map(\.share.replications))
    DispatchQueue.concurrentPerform(iterations: order.count) { index in
      let (place, replication) = order[index]
      if isOver() || board.hasFailed(place) { return }
      let job = jobs[place]
      let run = Experiment.Run(
        seed: job.seed, replication: UInt32(replication), units: job.share.units, isOver: isOver)
      do {
        guard let readings = try job.experiment.replicate(run) else { return }
        board.enter(readings, place, replication)
      } catch {
        board.fail(place, NotSimulated(description: "not simulated: \(error)"))
      }
    }
    return board.outcomes
  }
}

/// Where the threads put down what they found.
private final class Board: Sendable {
  private struct Entry {
    var readings: [[Reading?]?]
    var failure: NotSimulated?
  }

  private let entries: Mutex<[Entry]>

  init(_ replications: [Int]) {
    entries = Mutex(
      replications.map { Entry(readings: [[Reading?]?](repeating: nil, count: $0)) })
  }

  func enter(_ readings: [Reading?], _ job: Int, _ replication: Int) {
    entries.withLock { $0[job].readings[replication] = readings }
  }

  func fail(_ job: Int, _ failure: NotSimulated) {
    entries.withLock { $0[job].failure = failure }
  }

  func hasFailed(_ job: Int) -> Bool { entries.withLock { $0[job].failure != nil } }

  var outcomes: [ReplicationRunner.Outcome] {
    entries.withLock { entries in
      entries.map { entry in
        if let failure = entry.failure { return .failure(failure) }
        return .success(entry.readings.compactMap { $0 })
      }
    }
  }
}
