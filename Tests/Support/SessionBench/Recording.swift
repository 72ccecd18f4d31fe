import Foundation
import Moderation
import Queueing
import Recording
import Session
import Simulation

/// A run of the pledge of a given length, folded and perhaps recorded.
enum Recording {
  private static let batch = 4_096

  /// - Parameter rate: events a second at most; nil for as many as it can.
  static func run(path: String?, events: Int, rate: Int? = nil) throws -> [String: Double] {
    guard let scenario = try BuiltInScenarios.scenario(named: "pledge-2016") else {
      throw BenchError.noScenario
    }
    let recorder = try path.map { path in
      try Recorder(
        creating: path,
        header: SessionHeader(scenario, seed: 1, program: "bench", recordedAt: 0),
        facts: scenario.facts)
    }
    var core = SessionCore(
      source: RegimeSimulation(scenario, seed: 1), facts: scenario.facts, recorder: recorder)
    let start = wallSeconds()
    var busy = 0.0
    var slowest = 0.0
    while core.projection.fingerprint.events < events {
      let before = wallSeconds()
      _ = core.advance(to: SimulationClock.end / 128, limit: batch)
      let took = wallSeconds() - before
      busy += took
      slowest = max(slowest, took)
      if let rate {
        let due = start + Double(core.projection.fingerprint.events) / Double(rate)
        let wait = due - wallSeconds()
        if wait > 0 { usleep(UInt32(wait * 1e6)) }
      }
    }
    let session = wallSeconds() - start
    if let failure = recorder?.close() { throw BenchError.recorder(failure) }
    let total = wallSeconds() - start
    let count = Double(core.projection.fingerprint.events)
    var result = [
      "events": count, "session_seconds": session, "total_seconds": total,
      "busy_ns_per_event": busy / count * 1e9, "events_per_second": count / total,
      "slowest_batch_ms": slowest * 1e3,
    ]
    if let path {
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
      result["bytes_per_event"] = Double(size) / count
    }
    return result
  }
}
