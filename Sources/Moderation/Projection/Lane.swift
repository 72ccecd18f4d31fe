import Queueing

/// One signatory's part of a queue: the subjects that wait or are in review.
struct Lane: Sendable {
  /// A subject with a moderator.
  struct Review: Sendable {
    let id: UInt32
    let queuedAt: Microseconds
  }

  private(set) var waiting = WaitingList()
  /// As many as there are moderators at most.
  private(set) var inReview: [Review] = []
  private(set) var activity = LaneActivity()

  /// A subject begins to wait.
  mutating func enter(_ id: UInt32, at now: Microseconds, minute: Int64) {
    waiting.enter(id, at: now)
    activity.noteArrival(minute: minute)
  }

  /// A moderator takes it; returns whether it was waiting.
  mutating func start(_ id: UInt32, at now: Microseconds, hour: Int64) -> Bool {
    guard let since = waiting.leave(id) else { return false }
    inReview.append(Review(id: id, queuedAt: since))
    activity.noteWait(now - since, hour: hour)
    return true
  }

  /// The moderator decides; returns whether there was such a review.
  mutating func finish(
    _ id: UInt32, at now: Microseconds, target: Microseconds, minute: Int64, hour: Int64
  ) -> Bool {
    guard let place = inReview.firstIndex(where: { $0.id == id }) else { return false }
    let isOnTime = now - inReview[place].queuedAt <= target
    inReview.swapAt(place, inReview.count - 1)
    inReview.removeLast()
    activity.noteDecision(minute: minute, hour: hour, isOnTime: isOnTime)
    return true
  }

  /// How many that are not decided yet entered before an instant.
  func count(before instant: Microseconds) -> Int {
    waiting.count(before: instant) + inReview.count { $0.queuedAt < instant }
  }
}
