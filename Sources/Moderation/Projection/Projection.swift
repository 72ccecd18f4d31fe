import Queueing

/// The fold of an event log into the state of the world and its metrics.
///
/// Every session has one, whether its events come from a simulation, a recording
/// or a feed. Applying an event takes constant time, except that a subject which
/// leaves a queue out of turn costs the length of that queue.
package struct Projection: Sendable {
  package let facts: ScenarioFacts
  /// The instant up to which the log has been folded.
  package private(set) var now: Microseconds = 0
  package private(set) var fingerprint = LogFingerprint()
  /// The tallies by signatory and kind, see `tallyIndex`.
  package private(set) var tallies: [Tally]
  /// The tallies by kind over all signatories.
  package private(set) var totals: [Tally]
  /// Moderators on duty by team: the review teams, then the appeals teams.
  package private(set) var moderators: [Int]
  /// Removals by kind and hour.
  package private(set) var removals: [HourlySeries]
  /// Removals of the last 24 hours by kind, to the minute.
  private var latestRemovals: [RollingCount]
  /// The most subjects that waited at once, by queue and hour.
  package private(set) var backlogs: [HourlySeries]
  /// The removals at the instant of each published figure, once it has come.
  package private(set) var removedAtFigure: [Int?]

  private var lanes: [Lane]
  private var activities: [LaneActivity]
  /// Subjects waiting now, by queue.
  private var waiting = Array(repeating: Int32(0), count: ReviewQueue.count)
  private var minute: Int64 = 0
  private var hour: Int64 = 0
  private var minuteEnd = TimeUnit.minute
  /// The earliest published instant that has not come yet.
  private var nextFigure: Microseconds

  package init(facts: ScenarioFacts) {
    self.facts = facts
    let signatories = facts.signatories.count
    tallies = Array(repeating: Tally(), count: signatories * SubjectKind.count)
    totals = Array(repeating: Tally(), count: SubjectKind.count)
    moderators = Array(repeating: 0, count: 2 * facts.teamCount)
    removals = Array(repeating: HourlySeries(), count: SubjectKind.count)
    latestRemovals = Array(repeating: RollingCount(buckets: 24 * 60), count: SubjectKind.count)
    backlogs = Array(repeating: HourlySeries(), count: ReviewQueue.count)
    removedAtFigure = Array(repeating: nil, count: facts.publishedFigures.count)
    lanes = Array(repeating: Lane(), count: signatories * ReviewQueue.count)
    activities = Array(repeating: LaneActivity(), count: ReviewQueue.count)
    nextFigure = facts.publishedFigures.map(\.asOf).min() ?? .max
  }

  /// The index of the tally of a signatory's subjects of one kind.
  package static func tallyIndex(signatory: Int, kind: SubjectKind) -> Int {
    signatory * SubjectKind.count + kind.index
  }

  /// Folds one event, which must not lie before `now`.
  package mutating func apply(_ event: Event) {
    advance(to: event.time)
    fingerprint.add(event)
    count(event.fact)
    switch event.fact {
    case .passed, .screened(_, .passed), .restored: break
    case .screened(let subject, .removed): noteRemoval(subject.kind)
    case .screened(let subject, .queued), .reported(let subject):
      enter(ReviewQueue(for: subject.kind), subject)
    case .reviewStarted(let subject): start(ReviewQueue(for: subject.kind), subject)
    case .decided(let subject, let decision):
      finish(ReviewQueue(for: subject.kind), subject)
      if decision == .remove { noteRemoval(subject.kind) }
    case .appealed(let subject): enter(.appeals, subject)
    case .appealStarted(let subject): start(.appeals, subject)
    case .appealDecided(let subject, _): finish(.appeals, subject)
    case .staffed(let team, let count): moderators[Int(team)] = Int(count)
    }
  }

  /// Moves on to an instant up to which nothing more has happened.
  package mutating func advance(to instant: Microseconds) {
    guard instant > now else { return }
    if instant > nextFigure { noteFigures(before: instant) }
    now = instant
    if instant >= minuteEnd { startMinute() }
  }

  /// The removals of a kind in the last 24 hours.
  package func removedLately(_ kind: SubjectKind) -> Int {
    latestRemovals[kind.index].sum(at: minute)
  }

  /// The state of a queue over all signatories.
  package func state(of queue: ReviewQueue) -> QueueState {
    let all = stride(from: queue.index, to: lanes.count, by: ReviewQueue.count)
    return state(of: all.map { lanes[$0] }, activity: activities[queue.index])
  }

  /// The state of one signatory's part of a queue.
  package func state(of queue: ReviewQueue, signatory: Int) -> QueueState {
    let lane = lanes[Self.lane(signatory, queue)]
    return state(of: [lane], activity: lane.activity)
  }

  /// The tally of one signatory over all kinds.
  package func tally(signatory: Int) -> Tally {
    SubjectKind.allCases.reduce(Tally()) {
      $0 + tallies[Self.tallyIndex(signatory: signatory, kind: $1)]
    }
  }

  // MARK: Folding

  private static func lane(_ signatory: Int, _ queue: ReviewQueue) -> Int {
    signatory * ReviewQueue.count + queue.index
  }

  private mutating func count(_ fact: Fact) {
    guard let (signatory, kind) = fact.place else { return }
    let index = Self.tallyIndex(signatory: Int(signatory), kind: kind)
    tallies[index].apply(fact)
    totals[kind.index].apply(fact)
    assert(tallies[index].unaccounted == 0, "\(fact) leaves subjects unaccounted for")
  }

  private mutating func noteRemoval(_ kind: SubjectKind) {
    removals[kind.index].add(1)
    latestRemovals[kind.index].add(bucket: minute)
  }

  private mutating func enter(_ queue: ReviewQueue, _ subject: Subject) {
    let lane = Self.lane(Int(subject.signatory), queue)
    lanes[lane].waiting.enter(subject.id, at: now)
    lanes[lane].activity.noteArrival(minute: minute)
    activities[queue.index].noteArrival(minute: minute)
    waiting[queue.index] += 1
    backlogs[queue.index].raise(to: waiting[queue.index])
  }

  private mutating func start(_ queue: ReviewQueue, _ subject: Subject) {
    let lane = Self.lane(Int(subject.signatory), queue)
    guard let since = lanes[lane].waiting.leave(subject.id) else {
      assertionFailure("subject \(subject.id) is reviewed without having waited")
      return
    }
    lanes[lane].inReview.append(Lane.Review(id: subject.id, queuedAt: since))
    lanes[lane].activity.noteWait(now - since, hour: hour)
    activities[queue.index].noteWait(now - since, hour: hour)
    waiting[queue.index] -= 1
  }

  private mutating func finish(_ queue: ReviewQueue, _ subject: Subject) {
    let lane = Self.lane(Int(subject.signatory), queue)
    guard let place = lanes[lane].inReview.firstIndex(where: { $0.id == subject.id }) else {
      assertionFailure("subject \(subject.id) is decided without a review")
      return
    }
    let review = lanes[lane].inReview.remove(at: place)
    let isOnTime = now - review.queuedAt <= facts.reviewTarget.value
    lanes[lane].activity.noteDecision(minute: minute, hour: hour, isOnTime: isOnTime)
    activities[queue.index].noteDecision(minute: minute, hour: hour, isOnTime: isOnTime)
  }

  private mutating func startMinute() {
    minute = now / TimeUnit.minute
    minuteEnd = (minute + 1) * TimeUnit.minute
    let newHour = minute / 60
    guard newHour > hour else { return }
    hour = newHour
    for index in removals.indices { removals[index].advance(to: hour, filler: 0) }
    for index in backlogs.indices { backlogs[index].advance(to: hour, filler: waiting[index]) }
  }

  private mutating func noteFigures(before instant: Microseconds) {
    nextFigure = .max
    for (index, figure) in facts.publishedFigures.enumerated() where removedAtFigure[index] == nil {
      if figure.asOf < instant {
        removedAtFigure[index] = totals[figure.kind.index].removed
      } else {
        nextFigure = min(nextFigure, figure.asOf)
      }
    }
  }

  private func state(of lanes: [Lane], activity: LaneActivity) -> QueueState {
    let overdue = now - facts.reviewTarget.value
    return activity.state(
      waiting: lanes.reduce(0) { $0 + $1.waiting.count },
      inReview: lanes.reduce(0) { $0 + $1.inReview.count },
      oldest: lanes.compactMap(\.waiting.oldest).min().map { now - $0 },
      overdue: lanes.reduce(0) { $0 + $1.count(before: overdue) }, now: now)
  }
}

extension Fact {
  /// Whose counters it belongs to; nil for what concerns no subject.
  fileprivate var place: (signatory: UInt16, kind: SubjectKind)? {
    switch self {
    case .passed(let signatory, let kind, _): (signatory, kind)
    case .screened(let subject, _), .reported(let subject), .reviewStarted(let subject),
      .decided(let subject, _), .appealed(let subject), .appealStarted(let subject),
      .appealDecided(let subject, _), .restored(let subject):
      (subject.signatory, subject.kind)
    case .staffed: nil
    }
  }
}
