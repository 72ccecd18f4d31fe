import Moderation
import Recording

extension Playback {
  /// The next event from a number on that a filter lets through.
  ///
  /// - Complexity: O(events passed), some 50 ns each.
  package func next(_ filter: EventFilter, from number: Int) throws(SessionError) -> (
    number: Int, event: Event
  )? {
    let source = RecordingSource(session.file, facts: session.facts, from: max(0, number))
    while source.next < extent.events, let event = source.peek() {
      let number = source.next
      if filter.matches(event) { return (number, event) }
      source.skip()
    }
    return nil
  }

  /// The last event before a number that a filter lets through.
  ///
  /// - Complexity: O(events passed), read in chunks.
  package func previous(_ filter: EventFilter, before number: Int) throws(SessionError) -> (
    number: Int, event: Event
  )? {
    var end = min(number, extent.events)
    while end > 0 {
      let chunk = try session.file.chunk(containing: end - 1)
      let source = RecordingSource(session.file, facts: session.facts, from: chunk.first)
      var found: (number: Int, event: Event)?
      while source.next < end, let event = source.peek() {
        if filter.matches(event) { found = (source.next, event) }
        source.skip()
      }
      if let found { return found }
      end = chunk.first
    }
    return nil
  }
}
