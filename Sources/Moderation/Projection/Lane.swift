import Queueing

/// One signatory's part of a queue: the subjects that wait or are in review.
struct Lane: Sendable {
  /// A subject with a moderator.
  struct Review: Sendable {
    let id: UInt32
    let queuedAt: Microseconds
  }

  var waiting = WaitingList()
  /// As many as there are moderators at most.
  var inReview: [Review] = []
  var activity = LaneActivity()

  /// How many that are not decided yet entered before an instant.
  func count(before instant: Microseconds) -> Int {
    waiting.count(before: instant) + inReview.count { $0.queuedAt < instant }
  }
}
