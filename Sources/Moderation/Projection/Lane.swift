import Queueing

/// One signatory's part of a queue.
struct Lane: Sendable {
  /// The waits that it remembers at most.
  static let capacity = 1_024

  var jobs = JobLine()
  var activity = QueueActivity()
  /// The newest waits in seconds, in a ring.
  var waits: [UInt32] = []
  var nextWait = 0

  /// A job comes; returns whether it is a new one.
  mutating func enter(_ id: UInt32, since: Microseconds, _ time: QueueTime) -> Bool {
    activity.noteArrival(time)
    return jobs.enter(id, since: since)
  }

  /// A moderator takes a job; returns whether it was waiting.
  mutating func claim(
    _ id: UInt32, since: Microseconds, at now: Microseconds, _ time: QueueTime
  ) -> Bool {
    let wait = (now - since) / TimeUnit.second
    let seconds = UInt32(clamping: wait)
    if waits.count < Self.capacity {
      waits.append(seconds)
    } else {
      waits[nextWait] = seconds
    }
    nextWait = nextWait + 1 == Self.capacity ? 0 : nextWait + 1
    activity.noteClaim(time)
    return jobs.claim(id, since: since, at: now)
  }

  mutating func release(_ id: UInt32, since: Microseconds) -> Bool {
    jobs.release(id, since: since)
  }

  /// The moderator is done; returns since when he had it, nil when he had not.
  ///
  /// What he passes on to another queue is not decided, so that cannot be in time; it can be
  /// late.
  mutating func finish(
    _ id: UInt32, since: Microseconds, isLate: Bool, isDecided: Bool, _ time: QueueTime
  ) -> Microseconds? {
    activity.noteDecision(time)
    if isLate {
      activity.noteLate(time)
    } else if isDecided {
      activity.noteOnTime()
    }
    return jobs.finish(id, since: since)
  }

  mutating func withdraw(
    _ id: UInt32, since: Microseconds, isLate: Bool, _ time: QueueTime
  ) -> Bool {
    if isLate { activity.noteLate(time) }
    return jobs.withdraw(id, since: since)
  }

  mutating func noteLate(before instant: Microseconds) { jobs.noteLate(before: instant) }

  mutating func recountLate(before instant: Microseconds) {
    jobs.forgetLate()
    jobs.noteLate(before: instant)
  }

  /// The jobs that are open now, and what happened.
  func counts(target: Microseconds, at now: Microseconds) -> QueueCounts {
    var counts = activity.counts(at: now)
    counts.waiting = jobs.waiting
    counts.inReview = jobs.inReview
    counts.overdue = jobs.count(before: now - target)
    counts.oldest = jobs.oldest
    return counts
  }

  /// The waits of the last 24 hours, in seconds; the newest ones if there were too many.
  func recentWaits(at now: Microseconds) -> LogHistogram {
    var histogram = RollingWaits.emptyHistogram
    let count = min(activity.counts(at: now).dayClaims, waits.count)
    for age in 1...Self.capacity where age <= count {
      histogram.add(Int64(waits[(nextWait + Self.capacity - age) % Self.capacity]))
    }
    return histogram
  }
}
