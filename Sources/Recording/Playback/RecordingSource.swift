import Moderation
import Queueing

/// The events of a session file, from any event on, as a source of events.
package final class RecordingSource: EventSource {
  /// More events at one instant no log has.
  private static let tie = 65_536

  /// Events decoded at once.
  private static let batch = 256

  private let file: SessionFile
  private let check: EventCheck
  private var decoder: ChunkDecoder?
  /// Events that have been read, from the one to come on.
  private var buffer: [Event] = []
  private var position = 0
  /// The number of the event to come.
  package private(set) var next: Int
  /// The time of the event before it.
  private var time: Microseconds = 0
  /// The number of the first event that is not in the buffer, and the time before it.
  private var ahead: Int
  private var aheadTime: Microseconds = 0
  /// Why nothing comes after the buffer.
  private var end: SourceStop?

  /// Begins with an event; those before it must have been folded already.
  package init(_ file: SessionFile, facts: ScenarioFacts, from event: Int = 0) {
    self.file = file
    check = EventCheck(facts)
    next = event
    ahead = event
  }

  package var stop: SourceStop? { position == buffer.count ? end : nil }

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
    // Nobody knows what happened behind damage.
    if case .damagedRecording = end { return time }
    return min(horizon, max(time, file.extent.end))
  }

  /// Appends the next events, as many as asked for, unless the recording ends before.
  package func advance(events count: Int, into log: inout [Event]) {
    var left = count
    while left > 0, peek() != nil {
      let taken = min(left, buffer.count - position)
      log += buffer[position..<position + taken]
      position += taken
      next += taken
      time = buffer[position - 1].time
      left -= taken
    }
  }

  /// Passes the event to come, which there must be.
  package func skip() {
    time = buffer[position].time
    position += 1
    next += 1
  }

  /// The event to come; nil at the end.
  package func peek() -> Event? {
    if position == buffer.count { fill() }
    return position < buffer.count ? buffer[position] : nil
  }

  // MARK: Reading ahead

  private func fill() {
    buffer.removeAll(keepingCapacity: true)
    position = 0
    guard end == nil else { return }
    do {
      try read()
    } catch let error as SessionError {
      end = .damagedRecording(error.detail)
    } catch { end = .damagedRecording("\(error)") }
  }

  private func read() throws {
    // Out of the object, whose every access would be checked.
    var chunk = decoder
    decoder = nil
    var time = aheadTime
    while buffer.count < Self.batch {
      guard let event = try chunk?.next() else {
        chunk = try nextChunk()
        if chunk == nil { break }
        continue
      }
      guard event.time >= time, check.isSound(event) else {
        end = .damagedRecording("event \(ahead) makes no sense")
        break
      }
      time = event.time
      ahead += 1
      buffer.append(event)
    }
    aheadTime = time
    decoder = chunk
  }

  /// The chunk of the next event that is to be read, from that on; nil at the end.
  private func nextChunk() throws -> ChunkDecoder? {
    guard ahead < file.extent.events else {
      end = file.extent.damage.map { .damagedRecording($0) } ?? .endOfRecording
      return nil
    }
    var chunk = try file.chunk(containing: ahead)
    while chunk.first + chunk.position < ahead { _ = try chunk.next() }
    return chunk
  }
}
