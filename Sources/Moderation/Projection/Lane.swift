import Queueing

/// The subjects of one signatory and kind that are in review or wait for it.
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
}
