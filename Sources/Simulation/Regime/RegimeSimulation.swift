import Moderation
import Queueing

/// A scenario run with a seed, as a source of events.
///
/// The same scenario, seed and interventions give the same events in every process,
/// however the calls of `advance` divide the time.
package final class RegimeSimulation: EventSource {
  private var model: RegimeModel

  package init(_ scenario: Scenario, seed: UInt64) {
    model = RegimeModel(scenario, seed: seed)
  }

  package var stop: SourceStop? { model.stop }

  package var interventionRefusal: String? { nil }

  package func advance(
    to horizon: Microseconds, limit: Int, into log: inout [Event]
  ) -> Microseconds {
    model.advance(to: horizon, limit: limit, into: &log)
  }

  package func apply(
    _ intervention: Intervention, at instant: Microseconds, into log: inout [Event]
  ) {
    model.apply(intervention, at: instant, &log)
  }
}
