import Queueing

/// The review queues: which jobs wait or are in review, and what happened to them.
struct QueueBook: Sendable {
  /// What is kept of a queue over all signatories.
  struct Whole: Sendable {
    var waits = RollingWaits()
    /// Jobs waiting now.
    var waiting: Int32 = 0
    /// The most that waited at once, by hour.
    var backlog = HourlySeries()
    /// The target now in force.
    var target: Microseconds
    /// The discipline now in force.
    var discipline: QueueDiscipline
  }

  /// By signatory, then queue.
  var lanes: [Lane]
  /// By queue.
  var wholes: [Whole]
  var time = QueueTime()
  /// The number of queues.
  private let count: Int

  init(_ facts: ScenarioFacts) {
    count = facts.queues.count
    lanes = Array(repeating: Lane(), count: facts.signatories.count * count)
    wholes = facts.queues.map { Whole(target: $0.target.value, discipline: $0.discipline) }
  }

  var targets: [Microseconds] { wholes.map(\.target) }
  var disciplines: [QueueDiscipline] { wholes.map(\.discipline) }
  var waiting: Int { wholes.reduce(0) { $0 + Int($1.waiting) } }
  var backlogs: [HourlySeries] { wholes.map(\.backlog) }

  // MARK: Time

  mutating func startMinute(_ minute: Int64) {
    time.slot = minute * TimeUnit.minute / QueueActivity.slotLength
  }

  mutating func startHour(_ hour: Int64) {
    time.hour = hour
    let start = hour * TimeUnit.hour
    for lane in lanes.indices { lanes[lane].noteLate(before: start - wholes[lane % count].target) }
    for queue in wholes.indices {
      wholes[queue].waits.startHour(hour)
      wholes[queue].backlog.advance(to: hour, filler: wholes[queue].waiting)
    }
  }

  // MARK: Folding

  private func lane(_ subject: Subject, _ queue: Int) -> Int {
    Int(subject.signatory) * count + queue
  }

  mutating func enter(_ subject: Subject, _ placement: Placement) {
    let queue = Int(placement.queue)
    let isNew = lanes[lane(subject, queue)].enter(subject.id, since: placement.since, time)
    assert(isNew, "\(subject) enters queue \(queue) twice")
    if isNew { wholes[queue].waiting += 1 }
    wholes[queue].backlog.raise(to: wholes[queue].waiting)
  }

  mutating func claim(_ subject: Subject, _ placement: Placement, at now: Microseconds) {
    let queue = Int(placement.queue)
    let hasWaited = lanes[lane(subject, queue)].claim(
      subject.id, since: placement.since, at: now, time)
    assert(hasWaited, "\(subject) is claimed without having waited in queue \(queue)")
    wholes[queue].waits.add(now - placement.since)
    if hasWaited { wholes[queue].waiting -= 1 }
  }

  mutating func release(_ subject: Subject, _ placement: Placement) {
    let queue = Int(placement.queue)
    let wasInReview = lanes[lane(subject, queue)].release(subject.id, since: placement.since)
    assert(wasInReview, "\(subject) is released without a claim in queue \(queue)")
    if wasInReview { wholes[queue].waiting += 1 }
    wholes[queue].backlog.raise(to: wholes[queue].waiting)
  }

  /// Returns the time that the moderator took.
  mutating func decide(
    _ subject: Subject, _ placement: Placement, isDecided: Bool, at now: Microseconds
  ) -> Microseconds {
    let queue = Int(placement.queue)
    let claimed = lanes[lane(subject, queue)].finish(
      subject.id, since: placement.since, isLate: now - placement.since > wholes[queue].target,
      isDecided: isDecided, time)
    assert(claimed != nil, "\(subject) is decided without a claim in queue \(queue)")
    return now - (claimed ?? now)
  }

  mutating func withdraw(_ subject: Subject, _ placement: Placement, at now: Microseconds) {
    let queue = Int(placement.queue)
    let isLate = now - placement.since > wholes[queue].target
    let hasWaited = lanes[lane(subject, queue)].withdraw(
      subject.id, since: placement.since, isLate: isLate, time)
    assert(hasWaited, "\(subject) is withdrawn without having waited in queue \(queue)")
    if hasWaited { wholes[queue].waiting -= 1 }
  }

  mutating func setTarget(_ target: Microseconds, of queue: Int, at now: Microseconds) {
    wholes[queue].target = target
    for lane in stride(from: queue, to: lanes.count, by: count) {
      lanes[lane].recountLate(before: now - target)
    }
  }

  mutating func setDiscipline(_ discipline: QueueDiscipline, of queue: Int) {
    wholes[queue].discipline = discipline
  }

  /// Puts a block of hours behind those of each queue's backlog.
  mutating func append(_ blocks: ArraySlice<[Int32]>) {
    for (queue, hours) in zip(wholes.indices, blocks) {
      wholes[queue].backlog.append(block: hours)
    }
  }

  // MARK: Reading

  /// The state of a queue over all signatories.
  func state(of queue: Int, at now: Microseconds, utilization: Double?) -> QueueState {
    let target = wholes[queue].target
    var counts = QueueCounts()
    for lane in stride(from: queue, to: lanes.count, by: count) {
      counts += lanes[lane].counts(target: target, at: now)
    }
    return QueueState(
      counts, wholes[queue].waits.recent, target: target, utilization: utilization, now: now)
  }

  /// The state of one signatory's part of a queue.
  func state(
    of queue: Int, signatory: Int, at now: Microseconds, utilization: Double?
  ) -> QueueState {
    let lane = signatory * count + queue
    let target = wholes[queue].target
    return QueueState(
      lanes[lane].counts(target: target, at: now), lanes[lane].recentWaits(at: now),
      target: target, utilization: utilization, now: now)
  }
}
