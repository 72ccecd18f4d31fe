import BasicContainers
import Moderation
import Queueing

/// The regime as a model on the kernel: arrivals, screening, reports, review.
///
/// A value without reference types on its path, so that an event costs no dynamic
/// exclusivity check. Calendar slots are laid out by `SlotMap`.
struct RegimeModel: ~Copyable {
  /// Shift changes come before anything else at the same instant.
  private enum Priority {
    static let shift: UInt8 = 0
    static let ordinary: UInt8 = 1
  }

  /// The most subjects that may wait for anything at once: some 200 MB of them.
  private static let openLimit = 4_000_000
  /// Far enough from the end of the clock for any delay that a scenario may have.
  private static let lastInstant = SimulationClock.end / 2

  /// Why the run cannot go on; nil while it can.
  private(set) var stop: SourceStop?
  private let hasSharedTeam: Bool
  /// The number of review teams; as many appeals teams follow them, if there are any.
  private let teamCount: Int
  private let accuracy: Double
  /// By `SubjectKind.index`.
  private let kinds: [KindConstants]
  private let appeals: AppealConstants?
  private let intensity: ArrivalIntensity
  private let draws: SubjectDraws
  private let slots: SlotMap
  /// The shifts of the review teams, then those of the appeals teams, if there are any.
  private let staffing: [Staffing]

  private var calendar = EventCalendar(minimumCapacity: 1_024)
  private var arrivals: [UploadStream]
  private var teams = UniqueArray<Station>()
  private var subjects = SubjectTable()
  private var nextSubject: UInt32 = 0
  /// The next turn of each staffing.
  private var nextTurns: [Int]

  init(_ scenario: Scenario, seed: UInt64) {
    hasSharedTeam = scenario.facts.hasSharedTeam
    teamCount = scenario.facts.teamCount
    accuracy = scenario.review.accuracy.value
    kinds = scenario.kinds.map { KindConstants($0, priority: scenario.review.priority) }
    appeals = scenario.appeals.map(AppealConstants.init)
    intensity = ArrivalIntensity(scenario, seed: seed)
    draws = SubjectDraws(seed: seed)
    let shifts = [scenario.review.shifts] + (scenario.appeals.map { [$0.shifts] } ?? [])
    staffing = shifts.map { Staffing($0, scenario) }
    nextTurns = Array(repeating: 0, count: staffing.count)
    let greatest = staffing.flatMap(\.greatest)
    slots = SlotMap(
      signatories: scenario.facts.signatories.count, staffings: staffing.count,
      moderators: greatest)
    let classes = scenario.kinds.map(UploadClasses.init)
    arrivals = scenario.shares.enumerated().map { signatory, share in
      UploadStream(
        signatory: signatory, of: scenario.shares.count, share: share, classes: classes,
        seed: seed)
    }
    for most in greatest {
      teams.append(Station(servers: 0, classes: SubjectKind.count, maximumServers: most))
    }
    scheduleFirstEvents()
  }

  /// See `EventSource.advance`.
  mutating func advance(
    to horizon: Microseconds, limit: Int, into log: inout [Event]
  ) -> Microseconds {
    while !calendar.isEmpty, calendar.nextTime <= horizon {
      let now = calendar.nextTime
      if subjects.count >= Self.openLimit { stop = .tooManyOpenSubjects(limit: Self.openLimit) }
      if now > Self.lastInstant { stop = .endOfTime }
      if stop != nil || log.count >= limit { return now - 1 }
      switch slots.meaning(of: calendar.nextSlot) {
      case .arrival(let signatory): receiveUpload(signatory, at: now, &log)
      case .tally(let signatory): tally(signatory, at: now, &log)
      case .shift(let staffing): changeShift(staffing, at: now, &log)
      case .review(let team, let server): finishReview(team, server, at: now, &log)
      case .step(let row): takeStep(row, at: now, &log)
      }
    }
    return horizon
  }

  // MARK: What can happen

  private mutating func receiveUpload(
    _ signatory: Int, at now: Microseconds, _ log: inout [Event]
  ) {
    let (kind, uploadClass) = arrivals[signatory].current
    scheduleArrival(signatory)
    let subject = Subject(
      id: nextSubject, signatory: signatory, kind: kind,
      truth: uploadClass == .violating ? .violating : .lawful)
    // Numbers begin again after 2³² subjects, some two thousand years of this scenario.
    nextSubject &+= 1
    let outcome = draws.outcome(
      of: subject, isCandidate: uploadClass == .candidate, kinds[kind.index])
    switch outcome {
    case .passed: pass(subject, uploadClass, at: now, &log)
    case .queued:
      log.append(Event(time: now, fact: .screened(subject, .queued)))
      enterQueue(subjects.insert(subject), firstTeam: 0, at: now, &log)
    case .removed:
      log.append(Event(time: now, fact: .screened(subject, .removed)))
      considerAppeal(subject, at: now)
    }
  }

  /// Publishes a subject; a lawful one that nobody will report is only counted.
  private mutating func pass(
    _ subject: Subject, _ uploadClass: UploadClasses.Class, at now: Microseconds,
    _ log: inout [Event]
  ) {
    let share =
      switch uploadClass {
      case .violating: kinds[subject.kind.index].reportedShareOfViolating
      case .candidate: kinds[subject.kind.index].reportedShareOfLawful
      case .reported: 1.0
      }
    let isReported = draws.isReported(subject, probability: share)
    if subject.truth == .lawful, !isReported {
      arrivals[Int(subject.signatory)].countPassed(subject.kind)
      return
    }
    log.append(Event(time: now, fact: .screened(subject, .passed)))
    guard isReported else { return }
    let delay = draws.reportDelay(of: subject, kinds[subject.kind.index])
    schedule(.report, of: subject, after: delay, at: now)
  }

  /// Lets happen what the calendar holds for a subject.
  private mutating func takeStep(_ row: UInt32, at now: Microseconds, _ log: inout [Event]) {
    calendar.removeNext()
    let subject = subjects[row]
    switch subjects.step(of: row) {
    case .report:
      log.append(Event(time: now, fact: .reported(subject)))
      enterQueue(row, firstTeam: 0, at: now, &log)
    case .appeal:
      log.append(Event(time: now, fact: .appealed(subject)))
      enterQueue(row, firstTeam: teamCount, at: now, &log)
    case .restore:
      subjects.remove(row)
      log.append(Event(time: now, fact: .restored(subject)))
    }
  }

  /// Decides what will come of a removal later.
  private mutating func considerAppeal(_ subject: Subject, at now: Microseconds) {
    guard let appeals else { return }
    if draws.isAppealed(subject, appeals) {
      let delay = draws.afterthoughtDelay(of: subject, mean: appeals.meanDelay)
      schedule(.appeal, of: subject, after: delay, at: now)
    } else if draws.isRestoredUnasked(subject, appeals) {
      let delay = draws.afterthoughtDelay(of: subject, mean: appeals.meanRestoreDelay)
      schedule(.restore, of: subject, after: delay, at: now)
    }
  }

  /// Has a subject wait for its team, the first of whose sort is `firstTeam`.
  private mutating func enterQueue(
    _ row: UInt32, firstTeam: Int, at now: Microseconds, _ log: inout [Event]
  ) {
    let subject = subjects[row]
    let team = firstTeam + (hasSharedTeam ? 0 : Int(subject.signatory))
    let priorityClass = kinds[subject.kind.index].priorityClass
    if let server = teams[team].arrive(job: row, priorityClass: priorityClass) {
      startReview(row, team, server, at: now, &log)
    }
  }

  /// Starts a review or the decision on an appeal, as the team does.
  private mutating func startReview(
    _ row: UInt32, _ team: Int, _ server: Int, at now: Microseconds, _ log: inout [Event]
  ) {
    let subject = subjects[row]
    let time: Double
    if team >= teamCount, let appeals {
      log.append(Event(time: now, fact: .appealStarted(subject)))
      time = draws.appealHandlingTime(
        of: subject, kinds[subject.kind.index], factor: appeals.handlingFactor)
    } else {
      log.append(Event(time: now, fact: .reviewStarted(subject)))
      time = draws.handlingTime(of: subject, kinds[subject.kind.index])
    }
    calendar.schedule(
      slots.review(team: team, server: server), at: now + Microseconds(time.rounded()),
      priority: Priority.ordinary)
  }

  private mutating func finishReview(
    _ team: Int, _ server: Int, at now: Microseconds, _ log: inout [Event]
  ) {
    calendar.removeNext()
    let row = teams[team].job(on: server)
    let subject = subjects[row]
    subjects.remove(row)
    if team >= teamCount, let appeals {
      let outcome = draws.appealOutcome(of: subject, accuracy: appeals.accuracy)
      log.append(Event(time: now, fact: .appealDecided(subject, outcome)))
    } else {
      let decision = draws.decision(on: subject, accuracy: accuracy)
      log.append(Event(time: now, fact: .decided(subject, decision)))
      if decision == .remove { considerAppeal(subject, at: now) }
    }
    if let next = teams[team].finish(server: server) {
      startReview(next.job, team, next.server, at: now, &log)
    }
  }

  /// Reports the lawful uploads that passed unreported since the last such tally.
  private mutating func tally(_ signatory: Int, at now: Microseconds, _ log: inout [Event]) {
    let weight = arrivals[signatory].startTally(at: now, intensity)
    for kind in SubjectKind.allCases {
      var left = arrivals[signatory].takePassed(kind, weight: weight)
      while left > 0 {
        // One event holds no greater count.
        let count = UInt32(clamping: left)
        let fact = Fact.passed(signatory: UInt16(signatory), kind: kind, count: count)
        log.append(Event(time: now, fact: fact))
        left -= Int(count)
      }
    }
    calendar.rescheduleNext(
      slots.tally(signatory), at: now + TimeUnit.hour, priority: Priority.ordinary)
  }

  private mutating func changeShift(
    _ index: Int, at now: Microseconds, _ log: inout [Event]
  ) {
    let turns = staffing[index].turns
    let turn = turns[nextTurns[index]]
    nextTurns[index] = (nextTurns[index] + 1) % turns.count
    let nextStart = turns[nextTurns[index]].start
    let midnight = now - now % TimeUnit.day
    let next = midnight + (nextTurns[index] == 0 ? TimeUnit.day : nextStart)
    calendar.rescheduleNext(slots.shift(index), at: next, priority: Priority.shift)
    for (place, moderators) in turn.moderators.enumerated() {
      let team = index * teamCount + place
      teams[team].setServers(moderators)
      log.append(
        Event(
          time: now,
          fact: .staffed(team: UInt16(team), moderators: UInt16(clamping: moderators))))
      while let start = teams[team].startWaiting() {
        startReview(start.job, team, start.server, at: now, &log)
      }
    }
  }

  // MARK: Scheduling

  private mutating func scheduleFirstEvents() {
    for index in staffing.indices {
      calendar.schedule(slots.shift(index), at: 0, priority: Priority.shift)
    }
    for signatory in arrivals.indices {
      calendar.schedule(
        slots.tally(signatory), at: arrivals[signatory].firstTally, priority: Priority.ordinary)
      if let time = arrivals[signatory].draw(intensity) {
        calendar.schedule(slots.arrival(signatory), at: time, priority: Priority.ordinary)
      }
    }
  }

  /// Has something happen to a subject after a delay in microseconds.
  private mutating func schedule(
    _ step: SubjectTable.Step, of subject: Subject, after delay: Double, at now: Microseconds
  ) {
    let row = subjects.insert(subject, next: step)
    calendar.schedule(
      slots.step(row), at: now + Microseconds(delay.rounded()), priority: Priority.ordinary)
  }

  /// Replaces the arrival that is happening by the one after it.
  private mutating func scheduleArrival(_ signatory: Int) {
    if let time = arrivals[signatory].draw(intensity) {
      calendar.rescheduleNext(slots.arrival(signatory), at: time, priority: Priority.ordinary)
    } else {
      calendar.removeNext()
    }
  }
}
