import Queueing

/// Where events come from: a live simulation, a recording or a feed.
///
/// One pull-based call serves all three, so everything behind it is shared.
package protocol EventSource: AnyObject {
  /// Appends the events up to and including `horizon`, in order, and at most about `limit`.
  ///
  /// - Returns: the instant up to which the log is now complete: `horizon`, or
  ///   less when the limit was reached first.
  func advance(to horizon: Microseconds, limit: Int, into log: inout [Event]) -> Microseconds
}
