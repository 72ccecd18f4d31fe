import Moderation
import Queueing

/// What a session file says about itself: enough to simulate the session again.
package struct SessionHeader: Equatable, Sendable {
  /// Where another session was left to go on otherwise.
  package struct Parent: Equatable, Sendable {
    /// The `id` of the other session.
    package let id: String
    /// The events that both have.
    package let events: Int
    package let time: Microseconds

    package init(id: String, events: Int, time: Microseconds) {
      self.id = id
      self.events = events
      self.time = time
    }
  }

  /// 32 hexadecimal digits, unlike those of any other session.
  package let id: String
  /// The version of the program that wrote it.
  package let program: String
  /// The name of the scenario.
  package let scenario: String
  /// The scenario file, whole.
  package let scenarioText: String
  /// What replaces parts of the scenario file: a JSON object, `{}` when nothing does.
  package let changes: String
  package let seed: UInt64
  package let clock: ScenarioClock
  /// When the recording began, in seconds since 1970, UTC.
  package let recordedAt: Int64
  package let parent: Parent?

  package init(
    id: String = Self.newID(), program: String, scenario: String, scenarioText: String,
    changes: String = "{}", seed: UInt64, clock: ScenarioClock, recordedAt: Int64,
    parent: Parent? = nil
  ) {
    self.id = id
    self.program = program
    self.scenario = scenario
    self.scenarioText = scenarioText
    self.changes = changes
    self.seed = seed
    self.clock = clock
    self.recordedAt = recordedAt
    self.parent = parent
  }

  /// An id for a new session.
  package static func newID() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Far more than any scenario needs.
  static let greatestText = 4 << 20
  /// The same for a name.
  static let greatestName = 200

  var checksum: UInt32 {
    Checksum.of([
      id, program, scenario, scenarioText, changes, "\(seed)",
      "\(clock.startDate)", "\(clock.utcOffsetMinutes)", "\(recordedAt)", parent?.id ?? "-",
      "\(parent?.events ?? 0)", "\(parent?.time ?? 0)",
    ])
  }
}
