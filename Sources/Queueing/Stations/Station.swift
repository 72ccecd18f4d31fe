/// Servers and the jobs that wait for them: priority classes, first come first served
/// inside a class, no preemption.
///
/// Class 0 is the most urgent. A job is an id given by the model. The station owns no
/// clock and no calendar: it says which job a server takes, and the model schedules the
/// end of that service. The number of servers may change at any time; servers above the
/// number leave when they finish.
///
/// Complexity: all operations O(1), without allocation except when a waiting line grows
/// beyond its greatest length so far. 4 bytes a waiting job.
public struct Station: ~Copyable {
  /// The id of a job, chosen by the model.
  public typealias Job = UInt32

  /// A job that goes into service.
  public struct Start: Equatable, Sendable {
    public let job: Job
    public let priorityClass: Int
    public let server: Int
  }

  /// The greatest number of priority classes.
  public static let greatestClassCount = 64

  /// Number of priority classes.
  public let classes: Int
  /// Server indices are below this.
  public let maximumServers: Int
  /// The number of servers at work or ready for it, once those above it have left.
  public private(set) var servers: Int
  /// Number of servers with a job, those about to leave included.
  public private(set) var busy = 0
  /// Number of jobs waiting, of all classes.
  public private(set) var waiting = 0

  // Unsafe memory, owned and freed by the station: the checks of arrays are a tenth of
  // an event. `rings` has `classes` entries; `idle` and `jobs` have `maximumServers`.
  private let rings: UnsafeMutablePointer<JobRing>
  /// A stack of the servers without a job: `maximumServers − busy` of them.
  private let idle: UnsafeMutablePointer<UInt32>
  private let jobs: UnsafeMutablePointer<Job>
  /// One bit for each class that has a job waiting.
  private var waitingClasses: UInt64 = 0
  #if DEBUG
    private var arrived = 0
    private var served = 0
  #endif

  /// Creates a station without jobs.
  ///
  /// - Parameters:
  ///   - servers: The number of servers to begin with, 0 or more.
  ///   - classes: The number of priority classes, in `1 ... greatestClassCount`.
  ///   - maximumServers: The most servers there will ever be; `servers` when nil.
  ///   - expectedWaiting: Room made in each class's line in advance.
  public init(
    servers: Int, classes: Int = 1, maximumServers: Int? = nil, expectedWaiting: Int = 16
  ) {
    let most = maximumServers ?? servers
    precondition(servers >= 0 && servers <= most, "number of servers out of range")
    precondition((1...Self.greatestClassCount).contains(classes), "number of classes out of range")
    self.servers = servers
    self.classes = classes
    self.maximumServers = most
    rings = .allocate(capacity: classes)
    for index in 0..<classes {
      (rings + index).initialize(to: JobRing(capacity: expectedWaiting))
    }
    idle = .allocate(capacity: max(most, 1))
    for index in 0..<most { idle[index] = UInt32(most - 1 - index) }
    jobs = .allocate(capacity: max(most, 1))
    jobs.initialize(repeating: .max, count: max(most, 1))
  }

  deinit {
    for index in 0..<classes { rings[index].deallocate() }
    rings.deallocate()
    idle.deallocate()
    jobs.deallocate()
  }

  /// A job arrives: the index of the server that takes it, or nil when it must wait.
  @inline(__always)
  public mutating func arrive(job: Job, priorityClass: Int = 0) -> Int? {
    assert(priorityClass >= 0 && priorityClass < classes, "class out of range")
    #if DEBUG
      arrived += 1
      defer { checkConservation() }
    #endif
    if busy < servers && waiting == 0 { return occupy(job) }
    rings[priorityClass].append(job)
    waitingClasses |= 1 &<< UInt64(truncatingIfNeeded: priorityClass)
    waiting &+= 1
    return nil
  }

  /// A server finishes its job: what it takes next, or nil when it falls idle or leaves.
  ///
  /// - Precondition: `server` has a job (checked in debug builds).
  @inline(__always)
  public mutating func finish(server: Int) -> Start? {
    assert(server >= 0 && server < maximumServers && jobs[server] != .max, "server is idle")
    #if DEBUG
      served += 1
      defer { checkConservation() }
    #endif
    if waiting == 0 || busy > servers {
      busy &-= 1
      idle[maximumServers &- busy &- 1] = UInt32(truncatingIfNeeded: server)
      #if DEBUG
        jobs[server] = .max
      #endif
      return nil
    }
    return takeNext(by: server)
  }

  /// Changes the number of servers.
  ///
  /// After an increase, call ``startWaiting()`` until it returns nil. After a decrease,
  /// busy servers above the number leave when they finish.
  ///
  /// - Precondition: `count` lies in `0 ... maximumServers`.
  public mutating func setServers(_ count: Int) {
    precondition(count >= 0 && count <= maximumServers, "number of servers out of range")
    servers = count
  }

  /// Gives the next waiting job to an idle server, if there are both.
  public mutating func startWaiting() -> Start? {
    if waiting == 0 || busy >= servers { return nil }
    let server = occupy(0)
    return takeNext(by: server)
  }

  /// Number of jobs of a class that wait.
  public func waiting(_ priorityClass: Int) -> Int {
    precondition(priorityClass >= 0 && priorityClass < classes, "class out of range")
    return rings[priorityClass].count
  }

  /// The waiting job of a class at a place counted from the head of its line.
  public func waitingJob(_ priorityClass: Int, at place: Int) -> Job {
    precondition(priorityClass >= 0 && priorityClass < classes, "class out of range")
    return rings[priorityClass].job(at: place)
  }

  /// The job that a server works on.
  ///
  /// - Precondition: The server is busy (checked in debug builds).
  @inline(__always)
  public func job(on server: Int) -> Job {
    assert(server >= 0 && server < maximumServers && jobs[server] != .max, "server is idle")
    return jobs[server]
  }

  @inline(__always)
  private mutating func occupy(_ job: Job) -> Int {
    let server = Int(idle[maximumServers &- busy &- 1])
    busy &+= 1
    jobs[server] = job
    return server
  }

  @inline(__always)
  private mutating func takeNext(by server: Int) -> Start {
    let priorityClass = waitingClasses.trailingZeroBitCount
    let job = rings[priorityClass].removeFirst()
    // Clears the lowest bit when that class is empty now.
    if rings[priorityClass].count == 0 { waitingClasses &= waitingClasses &- 1 }
    waiting &-= 1
    jobs[server] = job
    return Start(job: job, priorityClass: priorityClass, server: server)
  }

  #if DEBUG
    /// That no job was lost or made.
    private func checkConservation() {
      precondition(arrived == waiting + busy + served, "jobs are not conserved")
      let lines = (0..<classes).reduce(0) { $0 + rings[$1].count }
      precondition(lines == waiting, "a waiting job is not counted")
    }
  #endif
}
