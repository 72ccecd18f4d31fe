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
  /// The tallies of all lanes, by `lane(signatory:kind:)`.
  package private(set) var tallies: [Tally]
  /// The tallies by kind over all signatories.
  package private(set) var totals: [Tally]
  /// Moderators on duty by team.
  package private(set) var moderators: [Int]
  /// Removals by kind and hour.
  package private(set) var removals: [HourlySeries]
  /// Subjects waiting by kind at the end of each hour.
  package private(set) var backlogs: [HourlySeries]
  /// The removals at the instant of each published figure, once it has come.
  package private(set) var removedAtFigure: [Int?]

  private var lanes: [Lane]
  private var activities: [LaneActivity]
  private var minute: Int64 = 0
  private var hour: Int64 = 0
  private var minuteEnd = TimeUnit.minute
  /// The earliest published instant that has not come yet.
  private var nextFigure: Microseconds

  package init(facts: ScenarioFacts) {
    self.facts = facts
    let laneCount = facts.signatories.count * SubjectKind.count
    tallies = Array(repeating: Tally(), count: laneCount)
    totals = Array(repeating: Tally(), count: SubjectKind.count)
    moderators = Array(repeating: 0, count: facts.teamCount)
    removals = Array(repeating: HourlySeries(), count: SubjectKind.count)
    backlogs = Array(repeating: HourlySeries(), count: SubjectKind.count)
    removedAtFigure = Array(repeating: nil, count: facts.publishedFigures.count)
    lanes = Array(repeating: Lane(), count: laneCount)
    activities = Array(repeating: LaneActivity(), count: SubjectKind.count)
    nextFigure = facts.publishedFigures.map(\.asOf).min() ?? .max
  }

  /// The index of the lane of a signatory's subjects of one kind.
  package static func lane(signatory: Int, kind: SubjectKind) -> Int {
    signatory * SubjectKind.count + kind.index
  }

  /// Folds one event, which must not lie before `now`.
  package mutating func apply(_ event: Event) {
    advance(to: event.time)
    fingerprint.add(event)
    switch event.fact {
    case .passed(let signatory, let kind, _): count(event.fact, Int(signatory), kind)
    case .screened(let subject, let outcome):
      count(event.fact, Int(subject.signatory), subject.kind)
      switch outcome {
      case .passed: break
      case .removed: removals[subject.kind.index].add(1)
      case .queued: enterQueue(subject)
      }
    case .reported(let subject):
      count(event.fact, Int(subject.signatory), subject.kind)
      enterQueue(subject)
    case .reviewStarted(let subject):
      count(event.fact, Int(subject.signatory), subject.kind)
      startReview(subject)
    case .decided(let subject, let decision):
      count(event.fact, Int(subject.signatory), subject.kind)
      finishReview(subject)
      if decision == .remove { removals[subject.kind.index].add(1) }
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

  /// The state of the queues of one kind over all signatories.
  package func queue(of kind: SubjectKind) -> QueueState {
    let lanes = stride(from: kind.index, to: lanes.count, by: SubjectKind.count)
    return queueState(
      tally: totals[kind.index], lanes: lanes.map { self.lanes[$0] },
      activity: activities[kind.index])
  }

  /// The state of one signatory's queue of one kind.
  package func queue(of kind: SubjectKind, signatory: Int) -> QueueState {
    let index = Self.lane(signatory: signatory, kind: kind)
    return queueState(
      tally: tallies[index], lanes: [lanes[index]], activity: lanes[index].activity)
  }

  /// The tally of one signatory over all kinds.
  package func tally(signatory: Int) -> Tally {
    SubjectKind.allCases.reduce(Tally()) {
      $0 + tallies[Self.lane(signatory: signatory, kind: $1)]
    }
  }

  // MARK: Folding

  private mutating func count(_ fact: Fact, _ signatory: Int, _ kind: SubjectKind) {
    let lane = Self.lane(signatory: signatory, kind: kind)
    tallies[lane].apply(fact)
    totals[kind.index].apply(fact)
    assert(tallies[lane].unaccounted == 0, "\(fact) leaves subjects unaccounted for")
  }

  private mutating func enterQueue(_ subject: Subject) {
    let lane = Self.lane(signatory: Int(subject.signatory), kind: subject.kind)
    lanes[lane].waiting.enter(subject.id, at: now)
    lanes[lane].activity.noteArrival(minute: minute)
    activities[subject.kind.index].noteArrival(minute: minute)
    backlogs[subject.kind.index].set(Int32(clamping: totals[subject.kind.index].waiting))
  }

  private mutating func startReview(_ subject: Subject) {
    let lane = Self.lane(signatory: Int(subject.signatory), kind: subject.kind)
    guard let since = lanes[lane].waiting.leave(subject.id) else {
      assertionFailure("subject \(subject.id) is reviewed without having waited")
      return
    }
    lanes[lane].inReview.append(Lane.Review(id: subject.id, queuedAt: since))
    lanes[lane].activity.noteWait(now - since, hour: hour)
    activities[subject.kind.index].noteWait(now - since, hour: hour)
    backlogs[subject.kind.index].set(Int32(clamping: totals[subject.kind.index].waiting))
  }

  private mutating func finishReview(_ subject: Subject) {
    let lane = Self.lane(signatory: Int(subject.signatory), kind: subject.kind)
    guard let place = lanes[lane].inReview.firstIndex(where: { $0.id == subject.id }) else {
      assertionFailure("subject \(subject.id) is decided without a review")
      return
    }
    let review = lanes[lane].inReview.remove(at: place)
    let isOnTime = now - review.queuedAt <= facts.reviewTarget.value
    lanes[lane].activity.noteDecision(minute: minute, hour: hour, isOnTime: isOnTime)
    activities[subject.kind.index].noteDecision(minute: minute, hour: hour, isOnTime: isOnTime)
  }

  private mutating func startMinute() {
    minute = now / TimeUnit.minute
    minuteEnd = (minute + 1) * TimeUnit.minute
    let newHour = minute / 60
    guard newHour > hour else { return }
    hour = newHour
    for kind in SubjectKind.allCases {
      removals[kind.index].advance(to: hour, filler: 0)
      backlogs[kind.index].advance(
        to: hour, filler: Int32(clamping: totals[kind.index].waiting))
    }
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

  private func queueState(
    tally: Tally, lanes: [Lane], activity: LaneActivity
  ) -> QueueState {
    let overdue = now - facts.reviewTarget.value
    let late =
      lanes.reduce(0) { $0 + $1.waiting.count(before: overdue) }
      + lanes.reduce(0) { $0 + $1.inReview.count { $0.queuedAt < overdue } }
    return activity.state(
      tally: tally, oldest: lanes.compactMap(\.waiting.oldest).min().map { now - $0 },
      overdue: late, now: now)
  }
}
