import Moderation
import Queueing

#if canImport(Glibc)
  import Glibc
#endif

/// Owners who take down what waits for a first decision.
extension RegimeModel {
  /// Schedules the withdrawal of what waits, or a look at it when that is far off.
  ///
  /// Were the whole, long delay scheduled for each job, the calendar would hold mostly jobs
  /// that were decided long ago.
  mutating func watchForWithdrawal(
    _ row: CaseTable.Row, _ job: Placement, at now: Microseconds
  ) {
    // Nearly all are far off when the job comes, and that shows without their instant.
    let isFar = now == job.since && isPatient(row, job)
    guard let due = isFar ? .max : withdrawal(of: row, job) else { return }
    if due - now >= WithdrawalWatch.interval {
      watch.add(row, id: cases[row].subject.id, at: now)
    } else {
      schedule(.withdraw, row, after: Double(max(due - now, 0)), at: now)
    }
  }

  /// Looks whether a case still waits, and until when.
  mutating func lookAtWaiting() {
    let look = watch.removeFirst()
    guard cases[look.row].subject.id == look.id, let job = waitingForDecision(look.row) else {
      return
    }
    watchForWithdrawal(look.row, job, at: look.time)
  }

  /// The job of a case that waits for a first decision; nil for any other.
  private mutating func waitingForDecision(_ row: CaseTable.Row) -> Placement? {
    guard let job = cases[row].job, job.source.isFirstReview,
      floor.stations[station(of: row, job)].isWaiting(row)
    else { return nil }
    return job
  }

  /// Whether the owner of a subject that waits for a first decision leaves it for longer
  /// than the time to the first look.
  private mutating func isPatient(_ row: CaseTable.Row, _ job: Placement) -> Bool {
    patience(of: row, job) < review.patientShare
  }

  /// When the owner takes down a subject that waits for a first decision; nil for never.
  private mutating func withdrawal(of row: CaseTable.Row, _ job: Placement) -> Microseconds? {
    guard let mean = review.withdrawalMean else { return nil }
    let delay = -log(patience(of: row, job)) * mean
    return job.since + SimulationClock.nearest(min(delay, 0x1p50))
  }

  /// The number that stands for the owner's patience: the smaller, the longer it lasts.
  @inline(__always)
  private mutating func patience(of row: CaseTable.Row, _ job: Placement) -> Double {
    // A job that was decided and comes again has a new patience.
    draws.uniform(.withdrawal, of: cases[row].subject.id, turn: UInt64(job.since & 0xFFFF))
  }

  /// The owner takes down what still waits for a first decision, if it is time.
  mutating func withdraw(_ row: CaseTable.Row, at now: Microseconds, _ log: inout [Event]) {
    guard let job = waitingForDecision(row), let due = withdrawal(of: row, job) else { return }
    guard due <= now else { return watchForWithdrawal(row, job, at: now) }
    guard floor.stations[station(of: row, job)].renege(row) else { return }
    cases[row].job = nil
    let transition = move(row, to: .withdrawn, .owner, at: now)
    log.append(Event(time: now, fact: .withdrawn(cases[row].subject, transition, job)))
  }
}
