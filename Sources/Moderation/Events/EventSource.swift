import Queueing

/// Where events come from: a live simulation, a recording or a feed.
///
/// One pull-based call serves all three, so everything behind it is shared.
public protocol EventSource: AnyObject {
  /// Why there are no more events to come; nil while there may be.
  var stop: SourceStop? { get }

  /// Appends the events up to and including `horizon`, in order, and at most about `limit`.
  ///
  /// - Returns: the instant up to which the log is now complete: `horizon`, or
  ///   less when the limit was reached first or the source has stopped.
  func advance(to horizon: Microseconds, limit: Int, into log: inout [Event]) -> Microseconds

  /// Why interventions are not possible; nil where they are.
  var interventionRefusal: String? { get }

  /// Changes the regime at an instant up to which the source has advanced, and no further.
  ///
  /// Does nothing where interventions are not possible.
  func apply(_ intervention: Intervention, at instant: Microseconds, into log: inout [Event])
}
