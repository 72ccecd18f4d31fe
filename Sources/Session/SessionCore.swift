import Moderation
import Queueing
import Recording

/// A source of events and the fold of what has come from it so far.
///
/// The one path of live runs, runs without a screen, replays and feeds.
package struct SessionCore {
  private let source: any EventSource
  /// Gets everything that is folded; nil when nothing is recorded.
  package let recorder: Recorder?
  package private(set) var projection: Projection
  private var log: [Event] = []

  package init(source: any EventSource, facts: ScenarioFacts, recorder: Recorder? = nil) {
    self.init(source: source, projection: Projection(facts: facts), recorder: recorder)
  }

  /// Goes on from the fold of all events before those that the source has to give.
  package init(source: any EventSource, projection: Projection, recorder: Recorder? = nil) {
    self.source = source
    self.recorder = recorder
    self.projection = projection
  }

  /// The instant up to which everything is folded.
  package var now: Microseconds { projection.now }

  /// Why the session cannot go on; nil while it can.
  package var stop: SourceStop? { source.stop }

  /// Folds what happened up to a horizon, about `limit` events at most.
  ///
  /// Returns whether there is nothing left to do: the horizon was reached, or the
  /// source has stopped.
  @discardableResult
  package mutating func advance(to horizon: Microseconds, limit: Int) -> Bool {
    let reached = source.advance(to: horizon, limit: limit, into: &log)
    fold(through: reached)
    return reached >= horizon || source.stop != nil
  }

  /// Why interventions are not possible; nil where they are.
  package var interventionRefusal: String? { source.interventionRefusal }

  /// Changes the regime now, and folds what follows at once.
  package mutating func apply(_ intervention: Intervention) {
    // A batch may have ended amid an instant; whoever runs this again will not know where.
    finish(at: now)
    source.apply(intervention, at: now, into: &log)
    fold(through: now)
  }

  /// Folds everything up to a horizon.
  package mutating func finish(at horizon: Microseconds) {
    while !advance(to: horizon, limit: 512) {}
  }

  /// Folds events that were taken from the source otherwise.
  mutating func fold(_ events: [Event]) {
    for event in events { projection.apply(event) }
  }

  private mutating func fold(through reached: Microseconds) {
    fold(log)
    projection.advance(to: reached)
    recorder?.record(log, through: reached)
    recorder?.record(stateOf: projection)
    log.removeAll(keepingCapacity: true)
  }
}
