import Moderation
import Queueing
import Recording
import Simulation

extension RecordedSession {
  /// The session simulated once more as it was up to an instant, and free from there on.
  package func simulation(
    through instant: Microseconds
  ) throws(SessionError) -> ScheduledSimulation {
    ScheduledSimulation(
      scenario, seed: header.seed, schedule: try interventions(through: instant))
  }

  /// What its users changed, in the order of the log; what the timetable of the scenario
  /// brings is not among it.
  package func interventions(
    through instant: Microseconds
  ) throws(SessionError) -> [AppliedIntervention] {
    guard instant >= 0 else { return [] }
    var last: Microseconds = 0
    var begun: Set<UInt8> = []
    var applied: [AppliedIntervention] = []
    for number in try file.interventionNumbers(through: instant) {
      guard let event = try file.event(number), case .intervened(let intervention) = event.fact,
        EventCheck(facts).isSound(event)
      else { throw SessionError(file.path, .damaged("event \(number) is no intervention")) }
      guard (last...instant).contains(event.time) else {
        throw SessionError(file.path, .damaged("event \(number) is not at its place"))
      }
      last = event.time
      let one = AppliedIntervention(time: event.time, intervention: intervention)
      // A user may begin a shock once more at the instant of the timetable.
      if case .shock(let shock) = intervention, one.isOfTimetable(facts),
        begun.insert(shock).inserted
      {
        continue
      }
      applied.append(one)
    }
    return applied
  }

  /// Simulates the session anew and compares the logs.
  ///
  /// - Parameter program: the version that asks; another one may simulate otherwise.
  package func simulationCheck(program: String) -> SessionCheck {
    func check(_ verdict: SessionCheck.Verdict, _ detail: String) -> SessionCheck {
      SessionCheck("simulation", verdict, detail)
    }
    guard header.program == program else {
      return check(.skipped, "recorded by version \(header.program), this is \(program)")
    }
    do throws(SessionError) {
      let end = file.extent.end
      var simulated = LogReader(try simulation(through: end), until: end)
      var recorded = LogReader(RecordingSource(file, facts: facts), until: end)
      var same = 0
      while true {
        let (first, second) = (recorded.next(), simulated.next())
        guard let first, first == second else {
          if let stop = recorded.failure { return check(.failed, "\(stop)") }
          // A recording that was cut short may end amid an instant.
          let isEnd = second == nil || (second?.time == end && !file.extent.isClosed)
          return first == nil && isEnd
            ? check(.passed, "\(same) events come out the same")
            : check(.failed, "event \(same) comes out otherwise")
        }
        same += 1
      }
    } catch { return check(.failed, "\(error)") }
  }
}

/// The events of a source one by one.
private struct LogReader {
  private let source: any EventSource
  private let end: Microseconds
  private var batch: [Event] = []
  private var position = 0
  private var isDone = false

  init(_ source: any EventSource, until end: Microseconds) {
    self.source = source
    self.end = end
  }

  /// Why it ended too early.
  var failure: SourceStop? { source.stop == .endOfRecording ? nil : source.stop }

  mutating func next() -> Event? {
    while position == batch.count, !isDone {
      batch.removeAll(keepingCapacity: true)
      position = 0
      isDone =
        source.advance(to: end, limit: 4_096, into: &batch) >= end || source.stop != nil
    }
    guard position < batch.count else { return nil }
    defer { position += 1 }
    return batch[position]
  }
}
