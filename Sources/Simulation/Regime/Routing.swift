import Moderation
import Queueing

/// Which queue takes a job, and where that queue is worked on.
struct Routing {
  /// By source, kind and policy; −1 for a job that no queue takes.
  private let queues: [Int8]
  private let policies: Int
  /// By queue.
  private(set) var disciplines: [QueueDiscipline]
  private var targets: [Microseconds]
  /// The place of each queue in its team's order.
  private let priorityClasses: [Int]
  private let teams: [Int]
  /// The first station of each queue's team.
  private let firstStations: [Int]
  /// 1 where the team has a station for each signatory, 0 where it is shared.
  private let stationStrides: [Int]

  init(_ scenario: Scenario) {
    let facts = scenario.facts
    policies = facts.policies.count
    var queues: [Int8] = []
    for source in ReviewSource.allCases {
      for kind in SubjectKind.allCases {
        for policy in facts.policies.indices {
          let queue = facts.queues.firstIndex {
            $0.rule.takes(policy: policy, kind: kind, source: source)
          }
          queues.append(Int8(queue ?? -1))
        }
      }
    }
    self.queues = queues
    disciplines = facts.queues.map(\.discipline)
    targets = facts.queues.map(\.target.value)
    teams = facts.queues.map(\.team)
    priorityClasses = facts.queues.enumerated().map { index, queue in
      scenario.teams[queue.team].queues.firstIndex(of: index) ?? 0
    }
    firstStations = teams.map { facts.station(team: $0, signatory: 0) }
    stationStrides = teams.map { facts.teams[$0].isShared ? 0 : 1 }
  }

  /// The queue for a subject's job, or nil when the scenario has none.
  @inline(__always)
  func queue(for subject: Subject, _ source: ReviewSource) -> Int? {
    let place =
      (source.index * SubjectKind.count + subject.kind.index) * policies + Int(subject.policy)
    let queue = Int(queues[place])
    return queue < 0 ? nil : queue
  }

  func team(of queue: Int) -> Int { teams[queue] }

  @inline(__always)
  func station(of queue: Int, signatory: Int) -> Int {
    firstStations[queue] + stationStrides[queue] * signatory
  }

  mutating func setDiscipline(_ discipline: QueueDiscipline, of queue: Int) {
    disciplines[queue] = discipline
  }

  mutating func setTarget(_ target: Microseconds, of queue: Int) { targets[queue] = target }

  /// The rank by which a job is taken: the team's order of queues, then the discipline's.
  ///
  /// - Parameters:
  ///   - due: the deadline of an order, else `Microseconds.max`.
  ///   - ahead: the views that the subject is still to have.
  @inline(__always)
  func rank(of job: Placement, due: Microseconds, ahead: Float) -> Int64 {
    let queue = Int(job.queue)
    // The clock's instants stay below 2⁵⁴ µs, 570 years; 16 classes stand above them.
    let last: Int64 = (1 << 54) - 1
    let order: Int64 =
      switch disciplines[queue] {
      case .oldest: job.since
      case .deadline: min(due, job.since + targets[queue])
      case .views: last - Int64(min(ahead, 0x1p40) * 1_000)
      }
    return Int64(priorityClasses[queue]) << 54 | min(max(order, 0), last)
  }
}
