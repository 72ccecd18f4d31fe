import Moderation
import Queueing

#if canImport(Glibc)
  import Glibc
#endif

/// Which queue takes a job, and where that queue is worked on.
struct Routing {
  /// By source, kind and policy; −1 for a job that no queue takes.
  private let queues: [Int8]
  private let policies: Int
  /// By queue.
  private(set) var disciplines: [QueueDiscipline]
  private var targets: [Microseconds]
  /// By team, the queues that it works on, in the order in which it looks into them.
  private let queuesOfTeams: [[Int]]
  /// By queue: jobs of a lower class go first.
  private var classes: [Int]
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
    queuesOfTeams = scenario.teams.map(\.queues)
    classes = Array(repeating: 0, count: facts.queues.count)
    firstStations = teams.map { facts.station(team: $0, signatory: 0) }
    stationStrides = teams.map { facts.teams[$0].isShared ? 0 : 1 }
    findClasses()
  }

  /// Neighbours in a team's order that both go by deadline are one line.
  private mutating func findClasses() {
    for queues in queuesOfTeams {
      for (place, queue) in queues.enumerated() {
        let before = place > 0 ? queues[place - 1] : nil
        let joins = before.map { disciplines[$0] == .deadline } ?? false
        classes[queue] =
          joins && disciplines[queue] == .deadline ? classes[queues[place - 1]] : place
      }
    }
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
    findClasses()
  }

  mutating func setTarget(_ target: Microseconds, of queue: Int) { targets[queue] = target }

  /// The rank by which a job is taken: the team's order of queues, then the discipline's.
  ///
  /// - Parameters:
  ///   - due: the deadline of an order, else `Microseconds.max`.
  ///   - urgency: see `urgency(ahead:at:halfLife:)`.
  @inline(__always)
  func rank(of job: Placement, due: Microseconds, urgency: Double) -> Int64 {
    let queue = Int(job.queue)
    let last = Self.ranksInClass - 1
    let order: Int64 =
      switch disciplines[queue] {
      case .oldest: job.since
      case .deadline: min(due, job.since + targets[queue])
      case .views: last / 2 - Int64(urgency * 0x1p32)
      }
    return ranks(of: queue).lowerBound + min(max(order, 0), last)
  }

  /// The ranks that a queue's jobs may have; lines of deadlines share theirs.
  @inline(__always)
  func ranks(of queue: Int) -> Range<Int64> {
    let first = Int64(classes[queue]) * Self.ranksInClass
    return first..<first + Self.ranksInClass
  }

  /// The clock's instants stay below 2⁵⁴ µs, 570 years; 16 classes stand above them.
  private static let ranksInClass: Int64 = 1 << 54

  /// By how much a job comes before others whose subjects have fewer views still to come.
  ///
  /// The views to come of all subjects of a kind halve in the same time, so which of two
  /// has more does not change while they wait; and that is what the sum of the logarithm
  /// and the halvings since the full hour says, at whatever instant it is taken. From hour
  /// to hour jobs are ranked anew, for those of other half-lives.
  static func urgency(
    ahead: Float, at now: Microseconds, halfLife: Double
  ) -> Double {
    let sinceHour = Double(now % TimeUnit.hour)
    return log2(max(Double(ahead), 0x1p-100)) + min(sinceHour / halfLife, 0x1p10)
  }
}
