import Moderation
import Queueing

/// What all mechanisms do with cases and the calendar.
extension RegimeModel {
  /// Has a step of a case happen after a delay in microseconds.
  mutating func schedule(
    _ step: Step, _ row: CaseTable.Row, after delay: Double, at now: Microseconds
  ) {
    cases[row].pendingSteps += 1
    calendar.schedule(
      slots.step(step, row), at: now + SimulationClock.nearest(delay),
      priority: Priority.ordinary)
  }

  /// Schedules what comes soon, if possible in the place of what has just happened.
  ///
  /// That is near the calendar's head: to take the place costs a short way down in the
  /// heap, to be added at the end the whole way up.
  mutating func scheduleInstead(_ slot: EventCalendar.Slot, at time: Microseconds) {
    if isSpent {
      isSpent = false
      calendar.rescheduleNext(slot, at: time, priority: Priority.ordinary)
    } else {
      calendar.schedule(slot, at: time, priority: Priority.ordinary)
    }
  }

  /// Gives up the row of a case to which nothing more will happen.
  @inline(__always)
  mutating func close(_ row: CaseTable.Row) {
    guard cases[row].isOver else { return }
    if cases[row][.hasSuspended] { releaseSuspension(by: row) }
    cases.remove(row)
  }

  @inline(never)
  private mutating func releaseSuspension(by row: CaseTable.Row) {
    if let suspension = suspensions.removeValue(forKey: row) { release(suspension) }
  }

  /// Nothing that happens to another case will restore this one any more.
  mutating func release(_ row: CaseTable.Row) {
    cases[row][.isHostage] = false
    close(row)
  }

  /// Changes the standing of a case's subject.
  @inline(__always)
  mutating func move(
    _ row: CaseTable.Row, to standing: Standing, _ cause: Cause, at now: Microseconds
  ) -> Transition {
    let subject = cases[row].subject
    if cases[row].standing == .arriving, cause != .strikes {
      census.noteTold(Int(subject.signatory), subject.kind)
    }
    let kind = subject.kind.index
    let reach = policies[Int(subject.policy)].restrictedReach
    return cases[row].move(to: standing, cause, at: now, kinds[kind], restrictedReach: reach)
  }

  mutating func scheduleFirstEvents() {
    for team in facts.teams.indices {
      calendar.schedule(slots.shift(team), at: 0, priority: Priority.timetable)
    }
    for (policy, policyFacts) in facts.policies.enumerated() {
      guard let start = policyFacts.startsAt, start > 0 else { continue }
      calendar.schedule(slots.policy(policy), at: start, priority: Priority.timetable)
    }
    for (shock, shockFacts) in facts.shocks.enumerated() {
      guard let start = shockFacts.at else { continue }
      calendar.schedule(slots.shockBegins(shock), at: start, priority: Priority.timetable)
    }
    calendar.schedule(slots.ranking, at: TimeUnit.hour, priority: Priority.timetable)
    for signatory in shares.indices {
      calendar.schedule(
        slots.tally(signatory), at: tallies[signatory].firstTally, priority: Priority.ordinary)
    }
    startUploads()
    scheduleFirstCorrespondence()
  }
}
