/// A station with a choice of disciplines, limited places and jobs that may give up.
///
/// The general counterpart of `Station`: the same ownership (no clock, no calendar, jobs
/// are ids) at a somewhat higher price an event. It counts what happens to jobs, and in
/// debug builds checks after each change that none is lost:
/// arrived = waiting + in service + served + reneged + balked.
///
/// Complexity: O(1), but O(log n) for `.byRank` and O(servers) for an interruption.
public struct FlexibleStation: ~Copyable {
  public typealias Job = Station.Job
  public typealias Start = Station.Start

  /// Who goes first.
  public enum Discipline: Equatable, Sendable {
    /// The more urgent class, then first come first served; service is not interrupted.
    case priority
    /// As `priority`, but a more urgent arrival interrupts the least urgent job in
    /// service, which later resumes where it was, before the others of its class.
    case preemptiveResume
    /// The least rank: earliest deadline first, when the rank is the deadline.
    case byRank
  }

  /// What becomes of an arriving job.
  public enum Arrival: Equatable, Sendable {
    case starts(server: Int)
    case waits
    /// All places are taken.
    case balks
    /// Starts on the server of the job that it interrupts; that one waits again.
    case interrupts(server: Int, job: Job)
  }

  public let discipline: Discipline
  /// Places in all, servers included; nil for no limit.
  public let capacity: Int?
  /// Server indices are below this.
  public let maximumServers: Int
  /// The number of servers at work or ready for it, once those above it have left.
  public private(set) var servers: Int
  /// Number of servers with a job, those about to leave included.
  public private(set) var busy = 0
  /// What has happened to jobs so far.
  public private(set) var counts = Counts()

  /// Numbers of jobs since the beginning.
  public struct Counts: Equatable, Sendable {
    public internal(set) var arrived = 0
    public internal(set) var served = 0
    /// Gave up waiting.
    public internal(set) var reneged = 0
    /// Found all places taken.
    public internal(set) var balked = 0
  }

  /// What a server does.
  private struct Work {
    var job: Job
    var priorityClass: Int
    /// Number of the start, to find the latest.
    var order: Int
  }

  /// Stands for no job, on an idle server.
  private static let noJob = Job.max

  private var linked: LinkedLine
  private var keyed: KeyedLine
  private var starts = 0
  // Unsafe memory, owned and freed by the station; `maximumServers` entries each.
  private let work: UnsafeMutablePointer<Work>
  private let idle: UnsafeMutablePointer<UInt32>

  /// Creates a station without jobs.
  ///
  /// - Precondition: `0 <= servers <= maximumServers`, `classes` in `1 ... 64` (16 for
  ///   `.byRank`), and `capacity` not below `maximumServers`.
  public init(
    discipline: Discipline = .priority, servers: Int, maximumServers: Int? = nil,
    classes: Int = 1, capacity: Int? = nil
  ) {
    let most = maximumServers ?? servers
    precondition(servers >= 0 && servers <= most, "number of servers out of range")
    precondition(capacity.map { $0 >= most } ?? true, "fewer places than servers")
    precondition(discipline != .byRank || classes <= 16, "too many classes for ranks")
    self.discipline = discipline
    self.servers = servers
    self.maximumServers = most
    self.capacity = capacity
    linked = LinkedLine(classes: classes)
    keyed = KeyedLine(minimumCapacity: discipline == .byRank ? 64 : 4)
    work = .allocate(capacity: max(most, 1))
    work.initialize(
      repeating: Work(job: Self.noJob, priorityClass: 0, order: 0), count: max(most, 1))
    idle = .allocate(capacity: max(most, 1))
    for index in 0..<most { idle[index] = UInt32(most - 1 - index) }
  }

  deinit {
    work.deallocate()
    idle.deallocate()
  }

  /// Number of jobs waiting, interrupted ones included.
  public var waiting: Int {
    @inline(__always) get { linked.count &+ keyed.count }
  }

  /// The number of jobs of a class that wait, where the discipline knows classes.
  public func waiting(_ priorityClass: Int) -> Int { linked.count(priorityClass) }

  /// Whether the job waits.
  public func isWaiting(_ job: Job) -> Bool { linked.contains(job) || keyed.contains(job) }

  /// The jobs that wait by a rank of a range, the next one first.
  ///
  /// Complexity: O(n + m log m) for n jobs that wait by rank, m of them in the range.
  public func jobs(rankedIn ranks: Range<Int64>) -> [Job] { keyed.jobs(rankedIn: ranks) }

  /// Gives a job that waits by rank another one; it goes behind those of the same rank.
  ///
  /// - Precondition: the discipline is `.byRank` and the job waits.
  public mutating func setRank(_ rank: Int64, of job: Job) {
    keyed.setRank(rank, of: job)
  }

  /// The job that a server works on; the server must be busy.
  @inline(__always)
  public func job(on server: Int) -> Job {
    assert(
      server >= 0 && server < maximumServers && work[server].job != Self.noJob, "server is idle")
    return work[server].job
  }

  /// A job arrives.
  ///
  /// The rank is used by `.byRank` only; see `KeyedLine`.
  @inline(__always)
  public mutating func arrive(job: Job, priorityClass: Int = 0, rank: Int64 = 0) -> Arrival {
    counts.arrived &+= 1
    defer { checkConservation() }
    if busy < servers && waiting == 0 {
      return .starts(server: occupy(job, priorityClass))
    }
    if let capacity, busy &+ waiting >= capacity {
      counts.balked &+= 1
      return .balks
    }
    if discipline == .byRank {
      keyed.insert(job, rank: rank, priorityClass: priorityClass)
      return .waits
    }
    if discipline == .preemptiveResume, let server = serverToInterrupt(by: priorityClass) {
      let interrupted = work[server]
      linked.prepend(interrupted.job, priorityClass: interrupted.priorityClass)
      assign(job, priorityClass, to: server)
      return .interrupts(server: server, job: interrupted.job)
    }
    linked.append(job, priorityClass: priorityClass)
    return .waits
  }

  /// A server finishes its job: what it takes next, or nil when it falls idle or leaves.
  ///
  /// - Precondition: `server` has a job (checked in debug builds).
  @inline(__always)
  public mutating func finish(server: Int) -> Start? {
    assert(
      server >= 0 && server < maximumServers && work[server].job != Self.noJob, "server is idle")
    counts.served &+= 1
    defer { checkConservation() }
    if waiting == 0 || busy > servers {
      busy &-= 1
      idle[maximumServers &- busy &- 1] = UInt32(truncatingIfNeeded: server)
      work[server].job = Self.noJob
      return nil
    }
    return takeNext(by: server)
  }

  /// A waiting job gives up; false when it does not wait here (any more).
  @inline(__always)
  public mutating func renege(_ job: Job) -> Bool {
    let left = discipline == .byRank ? keyed.remove(job) : linked.remove(job)
    if left { counts.reneged &+= 1 }
    checkConservation()
    return left
  }

  /// Changes the number of servers; see ``Station/setServers(_:)``.
  public mutating func setServers(_ count: Int) {
    precondition(count >= 0 && count <= maximumServers, "number of servers out of range")
    servers = count
  }

  /// Gives the next waiting job to an idle server, if there are both.
  public mutating func startWaiting() -> Start? {
    if waiting == 0 || busy >= servers { return nil }
    let server = occupy(0, 0)
    return takeNext(by: server)
  }
}

extension FlexibleStation {
  @inline(__always)
  private mutating func occupy(_ job: Job, _ priorityClass: Int) -> Int {
    let server = Int(idle[maximumServers &- busy &- 1])
    busy &+= 1
    assign(job, priorityClass, to: server)
    return server
  }

  @inline(__always)
  private mutating func assign(_ job: Job, _ priorityClass: Int, to server: Int) {
    starts &+= 1
    work[server] = Work(job: job, priorityClass: priorityClass, order: starts)
  }

  @inline(__always)
  private mutating func takeNext(by server: Int) -> Start? {
    guard let next = discipline == .byRank ? keyed.removeFirst() : linked.removeFirst()
    else { return nil }
    assign(next.job, next.priorityClass, to: server)
    return Start(job: next.job, priorityClass: next.priorityClass, server: server)
  }

  /// The server of the least urgent job below the class; of several, the one begun last.
  private func serverToInterrupt(by priorityClass: Int) -> Int? {
    var found: Int?
    for server in 0..<maximumServers {
      let own = work[server]
      if own.job == Self.noJob || own.priorityClass <= priorityClass { continue }
      guard let best = found.map({ work[$0] }) else {
        found = server
        continue
      }
      if (own.priorityClass, own.order) > (best.priorityClass, best.order) { found = server }
    }
    return found
  }

  /// That no job was lost or made, in debug builds.
  @inline(__always)
  private func checkConservation() {
    assert(
      counts.arrived == waiting + busy + counts.served + counts.reneged + counts.balked,
      "jobs are not conserved")
  }
}
