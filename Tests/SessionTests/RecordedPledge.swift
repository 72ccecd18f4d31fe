import Foundation
import Moderation
import Queueing
import Recording
import Session
import Simulation
import Testing

/// A few days of the pledge in a session file, which goes when nobody needs it any more.
final class RecordedPledge {
  static let days: Microseconds = 9

  let folder: URL
  let path: String
  let scenario: Scenario
  /// The whole log, as it was simulated.
  private(set) var log: [Event] = []

  /// - Parameter changes: in the order of their instants.
  init(seed: UInt64, changes: [AppliedIntervention] = []) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("modtop-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("pledge.modtop").path
    scenario = try #require(try BuiltInScenarios.scenario(named: "pledge-2016"))
    var core = SessionCore(
      source: RegimeSimulation(scenario, seed: seed), facts: scenario.facts,
      recorder: try recorder(seed: seed, path: path))
    for change in changes {
      core.finish(at: change.time)
      core.apply(change.intervention)
    }
    core.finish(at: Self.days * TimeUnit.day)
    #expect(core.recorder?.close() == nil)
    let source = ScheduledSimulation(scenario, seed: seed, schedule: changes)
    _ = source.advance(to: Self.days * TimeUnit.day, limit: .max, into: &log)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func recorder(
    seed: UInt64, path: String, parent: SessionHeader.Parent? = nil
  ) throws -> Recorder {
    try Recorder(
      creating: path,
      header: SessionHeader(
        scenario, seed: seed, program: "test", recordedAt: 0, parent: parent),
      facts: scenario.facts)
  }

  func open() throws -> RecordedSession { try RecordedSession(opening: path) }

  /// The fold of the log up to an instant, or of so many events, made from its start.
  func projection(at instant: Microseconds? = nil, events: Int = .max) -> Projection {
    var projection = Projection(facts: scenario.facts)
    for event in log.prefix(events) {
      if let instant, event.time > instant { break }
      projection.apply(event)
    }
    if let instant { projection.advance(to: instant) }
    return projection
  }
}

/// What a screen could show of two folds, where it differs.
func expectSame(
  _ one: Projection, _ other: Projection, sourceLocation: SourceLocation = #_sourceLocation
) {
  let status = SessionStatus(origin: .recording(seed: 1), speed: .oneHour)
  let (left, right) = [one, other].map {
    Snapshot(of: $0, status: status, focus: 2, part: .all)
  }.pair
  #expect(one.fingerprint == other.fingerprint, sourceLocation: sourceLocation)
  #expect(left.now == right.now, sourceLocation: sourceLocation)
  #expect(left.total == right.total, sourceLocation: sourceLocation)
  #expect(left.queues == right.queues, sourceLocation: sourceLocation)
  #expect(left.errors == right.errors, sourceLocation: sourceLocation)
  #expect(left.durations == right.durations, sourceLocation: sourceLocation)
  #expect(left.teams == right.teams, sourceLocation: sourceLocation)
  #expect(left.focus == right.focus, sourceLocation: sourceLocation)
  #expect(left.removedLately == right.removedLately, sourceLocation: sourceLocation)
}

extension Array {
  fileprivate var pair: (Element, Element) { (self[0], self[1]) }
}
