import Moderation
import Queueing

/// The events of a session file, from any event on, as a source of events.
package final class RecordingSource: EventSource {
  /// More events at one instant no log has.
  private static let tie = 65_536

  private let file: SessionFile
  private let check: EventCheck
  private var decoder: ChunkDecoder?
  /// The event that is to come next, if it has been read already.
  private var coming: Event?
  /// The number of the event to come.
  package private(set) var next: Int
  /// The time of the event before it.
  private var time: Microseconds = 0
  package private(set) var stop: SourceStop?

  /// Begins with an event; those before it must have been folded already.
  package init(_ file: SessionFile, facts: ScenarioFacts, from event: Int = 0) {
    self.file = file
    check = EventCheck(facts)
    next = event
  }

  package var interventionRefusal: String? { "a recording stays as it is: fork it to change it" }

  package func apply(
    _ intervention: Intervention, at instant: Microseconds, into log: inout [Event]
  ) {}

  package func advance(
    to horizon: Microseconds, limit: Int, into log: inout [Event]
  ) -> Microseconds {
    while let event = peek() {
      if event.time > horizon { return horizon }
      // What happens at one instant is kept together, unless there is no end of it.
      if log.count >= limit, event.time > time || log.count >= limit + Self.tie {
        return event.time - 1
      }
      log.append(event)
      skip()
    }
    return min(horizon, max(time, file.extent.end))
  }

  /// Appends the next events, as many as asked for, unless the recording ends before.
  package func advance(events count: Int, into log: inout [Event]) {
    for _ in 0..<count {
      guard let event = peek() else { return }
      log.append(event)
      skip()
    }
  }

  /// Passes the event to come, if there is one.
  package func skip() {
    guard let event = coming else { return }
    coming = nil
    next += 1
    time = event.time
  }

  /// The event to come; nil at the end.
  package func peek() -> Event? {
    if let coming { return coming }
    guard stop == nil else { return nil }
    do {
      guard let event = try read() else {
        stop = file.extent.damage.map { .damagedRecording($0) } ?? .endOfRecording
        return nil
      }
      guard event.time >= time, check.isSound(event) else {
        stop = .damagedRecording("event \(next) makes no sense")
        return nil
      }
      coming = event
      return event
    } catch {
      stop = .damagedRecording("\(error)")
      return nil
    }
  }

  private func read() throws -> Event? {
    if let event = try decoder?.next() { return event }
    decoder = nil
    guard next < file.extent.events else { return nil }
    var chunk = try file.chunk(containing: next)
    while chunk.first + chunk.position < next { _ = try chunk.next() }
    decoder = chunk
    return try decoder?.next()
  }
}
