import Queueing

/// The place of a job in a line.
struct JobSlot {
  enum State: UInt8 {
    case waiting, inReview
    /// Decided or withdrawn: nothing but the slot is left.
    case gone
  }

  let since: Microseconds
  /// When the job in review was claimed.
  var claimed: Microseconds = 0
  let id: UInt32
  var state = State.waiting

  /// Whether it stands before the place of a job.
  func isBefore(_ since: Microseconds, _ id: UInt32) -> Bool {
    self.since != since ? self.since < since : self.id < id
  }
}
