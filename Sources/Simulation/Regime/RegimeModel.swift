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

  private let hasSharedTeam: Bool
  private let accuracy: Double
  /// By `SubjectKind.index`.
  private let kinds: [KindConstants]
  private let intensity: ArrivalIntensity
  private let draws: SubjectDraws
  private let slots: SlotMap
  private let staffing: [Staffing]

  private var calendar = EventCalendar(minimumCapacity: 1_024)
  private var arrivals: [UploadStream]
  private var teams = UniqueArray<Station>()
  private var subjects = SubjectTable()
  private var nextSubject: UInt32 = 0
  private var nextShift = 0

  init(_ scenario: Scenario, seed: UInt64) {
    hasSharedTeam = scenario.facts.hasSharedTeam
    accuracy = scenario.review.accuracy.value
    kinds = scenario.kinds.map { KindConstants($0, priority: scenario.review.priority) }
    intensity = ArrivalIntensity(scenario, seed: seed)
    draws = SubjectDraws(seed: seed)
    let staffing = Staffing.of(scenario)
    let greatest = (0..<scenario.facts.teamCount).map { team in
      staffing.map { $0.moderators[team] }.max() ?? 0
    }
    self.staffing = staffing
    slots = SlotMap(signatories: scenario.facts.signatories.count, moderators: greatest)
    let classes = scenario.kinds.map(UploadClasses.init)
    arrivals = scenario.shares.enumerated().map { signatory, share in
      UploadStream(
        signatory: signatory, of: scenario.shares.count, share: share, classes: classes,
        seed: seed)
    }
    for team in greatest.indices {
      teams.append(
        Station(servers: 0, classes: SubjectKind.count, maximumServers: greatest[team]))
    }
    scheduleFirstEvents()
  }

  /// See `EventSource.advance`.
  mutating func advance(
    to horizon: Microseconds, limit: Int, into log: inout [Event]
  ) -> Microseconds {
    while !calendar.isEmpty, calendar.nextTime <= horizon {
      let now = calendar.nextTime
      if log.count >= limit { return now - 1 }
      switch slots.meaning(of: calendar.nextSlot) {
      case .arrival(let signatory): receiveUpload(signatory, at: now, &log)
      case .tally(let signatory): tally(signatory, at: now, &log)
      case .shift: changeShift(at: now, &log)
      case .review(let team, let server): finishReview(team, server, at: now, &log)
      case .report(let row): receiveReport(row, at: now, &log)
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
    nextSubject += 1
    let score = draws.score(
      of: subject, isCandidate: uploadClass == .candidate, kinds[kind.index])
    if score >= kinds[kind.index].removeAt {
      log.append(Event(time: now, fact: .screened(subject, .removed)))
    } else if score >= kinds[kind.index].reviewAt {
      log.append(Event(time: now, fact: .screened(subject, .queued)))
      enterQueue(subjects.insert(subject), at: now, &log)
    } else {
      pass(subject, uploadClass, at: now, &log)
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
    let row = subjects.insert(subject)
    calendar.schedule(
      slots.report(row), at: now + Microseconds(delay.rounded()), priority: Priority.ordinary)
  }

  private mutating func receiveReport(
    _ row: UInt32, at now: Microseconds, _ log: inout [Event]
  ) {
    calendar.removeNext()
    log.append(Event(time: now, fact: .reported(subjects[row])))
    enterQueue(row, at: now, &log)
  }

  private mutating func enterQueue(_ row: UInt32, at now: Microseconds, _ log: inout [Event]) {
    let subject = subjects[row]
    let team = hasSharedTeam ? 0 : Int(subject.signatory)
    let priorityClass = kinds[subject.kind.index].priorityClass
    if let server = teams[team].arrive(job: row, priorityClass: priorityClass) {
      startReview(row, team, server, at: now, &log)
    }
  }

  private mutating func startReview(
    _ row: UInt32, _ team: Int, _ server: Int, at now: Microseconds, _ log: inout [Event]
  ) {
    let subject = subjects[row]
    log.append(Event(time: now, fact: .reviewStarted(subject)))
    let time = draws.handlingTime(of: subject, kinds[subject.kind.index])
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
    let decision = draws.decision(on: subject, accuracy: accuracy)
    log.append(Event(time: now, fact: .decided(subject, decision)))
    if let next = teams[team].finish(server: server) {
      startReview(next.job, team, next.server, at: now, &log)
    }
  }

  /// Reports the lawful uploads that passed unreported since the last such tally.
  private mutating func tally(_ signatory: Int, at now: Microseconds, _ log: inout [Event]) {
    for kind in SubjectKind.allCases {
      let count = arrivals[signatory].takePassed(kind, at: now, intensity)
      guard count > 0 else { continue }
      log.append(
        Event(
          time: now,
          fact: .passed(
            signatory: UInt16(signatory), kind: kind, count: UInt32(clamping: count))))
    }
    arrivals[signatory].finishTally(at: now)
    calendar.rescheduleNext(
      slots.tally(signatory), at: now + TimeUnit.hour, priority: Priority.ordinary)
  }

  private mutating func changeShift(at now: Microseconds, _ log: inout [Event]) {
    let shift = staffing[nextShift]
    nextShift = (nextShift + 1) % staffing.count
    let midnight = now - now % TimeUnit.day
    calendar.rescheduleNext(slots.shift, at: midnight + shift.end, priority: Priority.shift)
    for team in teams.indices {
      let moderators = shift.moderators[team]
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
    calendar.schedule(slots.shift, at: 0, priority: Priority.shift)
    for signatory in arrivals.indices {
      calendar.schedule(
        slots.tally(signatory), at: arrivals[signatory].firstTally, priority: Priority.ordinary)
      if let time = arrivals[signatory].draw(intensity) {
        calendar.schedule(slots.arrival(signatory), at: time, priority: Priority.ordinary)
      }
    }
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
