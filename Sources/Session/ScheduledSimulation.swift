import Moderation
import Queueing
import Simulation

/// A simulation with changes to the regime that come at their instants by themselves.
///
/// It is how a session is run again as it was, interventions of its user included: by a
/// fork up to the instant where it leaves its parent, and to verify a recording.
package final class ScheduledSimulation: EventSource {
  private let simulation: RegimeSimulation
  /// The changes to come, the last first.
  private var schedule: [AppliedIntervention]

  /// - Parameter schedule: in the order of their instants, and of the log at one instant.
  package init(_ scenario: Scenario, seed: UInt64, schedule: [AppliedIntervention]) {
    simulation = RegimeSimulation(scenario, seed: seed)
    self.schedule = schedule.reversed()
  }

  package var stop: SourceStop? { simulation.stop }
  package var interventionRefusal: String? { simulation.interventionRefusal }

  package func advance(
    to horizon: Microseconds, limit: Int, into log: inout [Event]
  ) -> Microseconds {
    while let next = schedule.last, next.time <= horizon {
      let reached = simulation.advance(to: next.time, limit: limit, into: &log)
      if reached < next.time { return reached }
      simulation.apply(next.intervention, at: next.time, into: &log)
      schedule.removeLast()
    }
    return simulation.advance(to: horizon, limit: limit, into: &log)
  }

  package func apply(
    _ intervention: Intervention, at instant: Microseconds, into log: inout [Event]
  ) {
    simulation.apply(intervention, at: instant, into: &log)
  }
}
