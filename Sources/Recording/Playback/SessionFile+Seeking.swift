import Moderation
import Queueing

extension SessionFile {
  package func state(
    ofAtMost events: Int, notAfter instant: Microseconds, beyond least: Int,
    facts: ScenarioFacts
  ) throws(SessionError) -> Projection? { nil }
}
