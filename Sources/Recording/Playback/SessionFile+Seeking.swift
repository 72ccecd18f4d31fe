import GRDB
import Moderation
import Queueing

/// States from which the fold goes on.
///
/// At the instant of a state more may happen than it has folded, so whoever seeks goes on
/// from the event behind it up to where he wants to be. A damaged keyframe, or one of another
/// format, costs time and nothing else: there is one before it.
extension SessionFile {
  /// The last state of at most so many events, no later than an instant, that has more events
  /// than one that the caller knows; nil when there is none.
  package func state(
    ofAtMost events: Int = .max, notAfter time: Microseconds = .max, beyond known: Int = 0,
    facts: ScenarioFacts
  ) throws(SessionError) -> Projection? {
    let extent = extent
    return try lastKeyframe(ofAtMost: events, notAfter: time, beyond: known) {
      keyframe, database in
      guard keyframe.events <= extent.events, keyframe.time <= extent.end else { return nil }
      return keyframe.projection(facts) { self.hours.block($0, facts, from: database) }
    }
  }

  /// The last keyframe of at most so many events, no later than an instant, that is whole;
  /// nil when there is none.
  package func keyframe(
    ofAtMost events: Int = .max, notAfter time: Microseconds = .max
  ) throws(SessionError) -> Keyframe? {
    try lastKeyframe(ofAtMost: events, notAfter: time, beyond: -1) { keyframe, _ in keyframe }
  }

  /// What the last of some keyframes is used for that is whole and of use.
  private func lastKeyframe<Value>(
    ofAtMost events: Int, notAfter time: Microseconds, beyond known: Int,
    _ use: (Keyframe, Database) -> Value?
  ) throws(SessionError) -> Value? {
    try readIfSound(or: nil) { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT \(Keyframe.columns) FROM keyframes
          WHERE events <= ? AND events > ? AND time <= ? ORDER BY events DESC
          """)
      let rows = try Row.fetchCursor(statement, arguments: [events, known, time])
      while let row = try rows.next() {
        if let keyframe = Keyframe(row), let value = use(keyframe, database) { return value }
      }
      return nil
    }
  }
}
