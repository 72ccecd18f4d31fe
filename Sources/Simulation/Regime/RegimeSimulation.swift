import Moderation
import Queueing

/// A scenario run with a seed, as a source of events.
///
/// The same scenario and seed give the same events in every process, however the
/// calls of `advance` divide the time.
package final class RegimeSimulation: EventSource {
  private var model: RegimeModel

  package init(_ scenario: Scenario, seed: UInt64) {
    model = RegimeModel(scenario, seed: seed)
  }

  package var stop: SourceStop? { model.stop }

  package func advance(
    to horizon: Microseconds, limit: Int, into log: inout [Event]
  ) -> Microseconds {
    model.advance(to: horizon, limit: limit, into: &log)
  }
}
