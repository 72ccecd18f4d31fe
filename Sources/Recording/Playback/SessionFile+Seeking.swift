import GRDB
import Moderation
import Queueing

/// States from which the fold goes on.
///
/// At the instant of a state more may happen than it has folded, so whoever seeks goes on
/// from the event behind it up to where he wants to be. Without a keyframe the state is that
/// before everything: a damaged one, or one of another format, costs time and nothing else.
extension SessionFile {
  /// The last state at an instant or before.
  package func state(
    before time: Microseconds, facts: ScenarioFacts
  ) throws(SessionError) -> Projection {
    let extent = extent
    return try lastKeyframe(before: time) { $0.projection(facts, within: extent) }
      ?? Projection(facts: facts)
  }

  /// The last state of at most so many events.
  package func state(
    ofAtMost events: Int, facts: ScenarioFacts
  ) throws(SessionError) -> Projection {
    let extent = extent
    return try lastKeyframe(ofAtMost: events) { $0.projection(facts, within: extent) }
      ?? Projection(facts: facts)
  }

  /// The last state of at most so many events, no later than an instant, that is further
  /// than one that the caller has; nil when there is none.
  package func state(
    ofAtMost events: Int, notAfter time: Microseconds, beyond known: Int, facts: ScenarioFacts
  ) throws(SessionError) -> Projection? {
    let extent = extent
    return try lastKeyframe(
      "events <= ? AND time <= ? AND events > ? ORDER BY events DESC",
      [Int64(events), time, Int64(known)]
    ) { $0.projection(facts, within: extent) }
  }

  /// The last keyframe at an instant or before that is whole; nil when there is none.
  package func keyframe(before time: Microseconds) throws(SessionError) -> Keyframe? {
    try lastKeyframe(before: time) { $0 }
  }

  /// The last keyframe of at most so many events that is whole; nil when there is none.
  package func keyframe(ofAtMost events: Int) throws(SessionError) -> Keyframe? {
    try lastKeyframe(ofAtMost: events) { $0 }
  }

  private func lastKeyframe<Value>(
    before time: Microseconds, _ use: (Keyframe) -> Value?
  ) throws(SessionError) -> Value? {
    try lastKeyframe("time <= ? ORDER BY time DESC, events DESC", [time], use)
  }

  private func lastKeyframe<Value>(
    ofAtMost events: Int, _ use: (Keyframe) -> Value?
  ) throws(SessionError) -> Value? {
    try lastKeyframe("events <= ? ORDER BY events DESC", [Int64(events)], use)
  }

  /// What the last of some keyframes is used for that is whole and of use.
  private func lastKeyframe<Value>(
    _ which: String, _ bounds: [Int64], _ use: (Keyframe) -> Value?
  ) throws(SessionError) -> Value? {
    try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT \(Keyframe.columns) FROM keyframes WHERE \(which)")
      let rows = try Row.fetchCursor(statement, arguments: StatementArguments(bounds))
      while let row = try rows.next() {
        // A damaged one costs time and nothing else: there is one before it.
        if let keyframe = Keyframe(row), let value = use(keyframe) { return value }
      }
      return nil
    }
  }
}

extension Keyframe {
  /// The state, if the log goes so far that it can go on from there.
  fileprivate func projection(
    _ facts: ScenarioFacts, within extent: SessionExtent
  ) -> Projection? {
    events <= extent.events && time <= extent.end ? projection(facts) : nil
  }
}
