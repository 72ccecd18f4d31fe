import Moderation
import Queueing

#if canImport(Glibc)
  import Glibc
#endif

/// The numbers about review that are needed at each event.
struct ReviewConstants {
  let escalationShare: Double
  let secondReviewShare: Double
  /// In microseconds; nil when owners never take down what waits.
  let withdrawalMean: Double?
  /// The share of withdrawals that take longer than `WithdrawalWatch.interval`.
  let patientShare: Double

  init(_ review: ReviewParameters) {
    escalationShare = review.escalationShare.value
    secondReviewShare = review.secondReviewShare.value
    withdrawalMean = review.withdrawalMeanHours.map { $0.value * Double(TimeUnit.hour) }
    patientShare = withdrawalMean.map { exp(-Double(WithdrawalWatch.interval) / $0) } ?? 0
  }
}

/// Queues, claims and breaks: how jobs come to moderators and back.
extension RegimeModel {
  /// Has a case wait for a moderator and tells the log so.
  mutating func enterQueue(
    _ row: CaseTable.Row, _ source: ReviewSource, _ transition: Transition,
    at now: Microseconds, _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    guard let queue = routing.queue(for: subject, source) else {
      // A scenario file that leaves a job without a queue is refused.
      preconditionFailure("no queue takes \(source) of policy \(subject.policy)")
    }
    let job = Placement(queue: queue, source: source, since: now)
    cases[row].job = job
    log.append(Event(time: now, fact: .queued(subject, transition, job)))
    let isWaiting = wait(row, job, at: now, &log)
    if isWaiting, source.isFirstReview { watchForWithdrawal(row, job, at: now) }
  }

  /// Has a job wait at its station, or start at once; returns whether it waits.
  @discardableResult
  private mutating func wait(
    _ row: CaseTable.Row, _ job: Placement, at now: Microseconds, _ log: inout [Event]
  ) -> Bool {
    let station = station(of: row, job)
    let rank = rank(of: row, job, at: now)
    guard case .starts(let server) = floor.stations[station].arrive(job: row, rank: rank) else {
      return true
    }
    claim(row, job, station, server, at: now, &log)
    return false
  }

  private mutating func rank(of row: CaseTable.Row, _ job: Placement, at now: Microseconds) -> Int64
  {
    guard routing.disciplines[Int(job.queue)] == .views else {
      return routing.rank(of: job, due: cases[row].orderDue, urgency: 0)
    }
    let kind = cases[row].subject.kind.index
    let urgency = Routing.urgency(
      ahead: cases[row].ahead(at: now, kinds[kind]), at: now, halfLife: kinds[kind].halfLife)
    return routing.rank(of: job, due: cases[row].orderDue, urgency: urgency)
  }

  /// Ranks a job anew that waits, if it does.
  mutating func rankAnew(_ row: CaseTable.Row, at now: Microseconds) {
    guard let job = cases[row].job else { return }
    let station = station(of: row, job)
    guard floor.stations[station].isWaiting(row) else { return }
    let rank = rank(of: row, job, at: now)
    floor.stations[station].setRank(rank, of: row)
  }

  /// Ranks all jobs anew that wait for a team.
  mutating func rankAnew(team: Int, at now: Microseconds) {
    for station in facts.stations(of: team) {
      let jobs = floor.stations[station].jobs(rankedIn: 0..<KeyedLine.rankLimit)
      for row in jobs { rankAnew(row, at: now) }
    }
  }

  /// Ranks those jobs anew that are taken by their views, at each full hour.
  mutating func rankByViewsAnew(at now: Microseconds) {
    for queue in facts.queues.indices where routing.disciplines[queue] == .views {
      for station in facts.stations(of: routing.team(of: queue)) {
        let jobs = floor.stations[station].jobs(rankedIn: routing.ranks(of: queue))
        for row in jobs { rankAnew(row, at: now) }
      }
    }
    calendar.rescheduleNext(
      slots.ranking, at: now + TimeUnit.hour, priority: Priority.timetable)
  }

  /// A moderator claims a job that waited.
  mutating func claim(
    _ start: FlexibleStation.Start, _ station: Int, at now: Microseconds, _ log: inout [Event]
  ) {
    guard let job = cases[start.job].job else { preconditionFailure("a claimed case has a job") }
    claim(start.job, job, station, start.server, at: now, &log)
  }

  /// A moderator claims a job and holds its lock.
  mutating func claim(
    _ row: CaseTable.Row, _ job: Placement, _ station: Int, _ server: Int,
    at now: Microseconds, _ log: inout [Event]
  ) {
    let subject = cases[row].subject
    let place = slots.index(station: station, server: server)
    let team = floor.teamOfStation[station]
    let willLapse = draws.happens(
      .lapse, to: subject.id, probability: floor.teams[team].lapseShare,
      turn: UInt64(cases[row].turn))
    floor.servers[place].claimedAt = now
    floor.servers[place].willLapse = willLapse
    log.append(Event(time: now, fact: .claimed(subject, job)))
    let length =
      willLapse
      ? floor.teams[team].lockLength
      : SimulationClock.nearest(handlingTime(of: subject, job.source, team))
    scheduleInstead(slots.review(station: station, server: server), at: now + length)
  }

  /// What a job takes of its moderator's time, in microseconds.
  private mutating func handlingTime(of subject: Subject, _ source: ReviewSource, _ team: Int)
    -> Double
  {
    let purpose: SubjectDraws.Purpose =
      switch source {
      case .screening, .report, .trustedReport, .order: .handling
      case .escalation: .escalationHandling
      case .secondReview: .secondHandling
      case .appeal: .appealHandling
      }
    return floor.teams[team].handlingFactor
      * kinds[subject.kind.index].handlingTime(draws.numbers(for: purpose), of: subject.id)
  }

  /// A moderator's time with a job, or his break, is over.
  mutating func finishReview(
    _ station: Int, _ server: Int, at now: Microseconds, _ log: inout [Event]
  ) {
    isSpent = true
    let place = slots.index(station: station, server: server)
    if floor.servers[place].isResting {
      floor.endRest(place, station)
      logResting(station, at: now, &log)
    } else {
      let row = floor.stations[station].job(on: server)
      let subject = cases[row].subject
      let isExposing =
        subject.truth == .violating && policies[Int(subject.policy)].exposesModerators
      if floor.servers[place].willLapse {
        release(row, station, at: now, &log)
      } else {
        decide(row, floor.teamOfStation[station], at: now, &log)
        close(row)
      }
      if let end = floor.noteReview(
        by: place, station: station, isExposing: isExposing, at: now)
      {
        logResting(station, at: now, &log)
        scheduleInstead(slots.review(station: station, server: server), at: max(end, now))
        return
      }
    }
    if let next = floor.stations[station].finish(server: server) {
      claim(next, station, at: now, &log)
    }
  }

  /// The lock lapsed: the job goes back to where it stood.
  private mutating func release(
    _ row: CaseTable.Row, _ station: Int, at now: Microseconds, _ log: inout [Event]
  ) {
    guard let job = cases[row].job else { preconditionFailure("a released case has a job") }
    if cases[row].turn < .max { cases[row].turn += 1 }
    log.append(Event(time: now, fact: .released(cases[row].subject, job)))
    wait(row, job, at: now, &log)
  }

  mutating func station(of row: CaseTable.Row, _ job: Placement) -> Int {
    routing.station(of: Int(job.queue), signatory: Int(cases[row].subject.signatory))
  }

  private mutating func logResting(_ station: Int, at now: Microseconds, _ log: inout [Event]) {
    let fact = Fact.resting(
      station: UInt16(station), moderators: UInt16(clamping: floor.resting[station]))
    log.append(Event(time: now, fact: fact))
  }
}
