import Moderation
import Queueing
import Recording

/// What a timeline shows of a whole recording, read once.
struct TimelineIndex {
  /// The parts into which the length is divided to count events: more than any screen has
  /// columns.
  static let parts = 512
  /// As many events are read one by one; of more, the chunks are taken to be even.
  private static let few = 200_000

  /// How far the recording went.
  let end: Microseconds
  let density: [Int]
  let interventions: [Microseconds]
  private(set) var markers: [ReplayStatus.Marker]

  init(_ session: RecordedSession) throws(SessionError) {
    let file = session.file
    end = file.extent.end
    density =
      file.extent.events <= Self.few
      ? Self.counted(session) : Self.estimated(try file.chunks(), end: file.extent.end)
    interventions = try file.interventionTimes()
    markers = try Self.markers(file)
  }

  mutating func readMarkers(_ file: SessionFile) throws(SessionError) {
    markers = try Self.markers(file)
  }

  mutating func add(_ marker: ReplayStatus.Marker) {
    let place = markers.firstIndex { $0.time > marker.time } ?? markers.endIndex
    markers.insert(marker, at: place)
  }

  private static func markers(_ file: SessionFile) throws(SessionError) -> [ReplayStatus.Marker] {
    try file.markers().map { ReplayStatus.Marker(time: $0.time, note: $0.note) }
  }

  private static func part(of time: Microseconds, _ end: Microseconds) -> Int {
    // A file may hold any time.
    let share = min(max(0, Double(time) / Double(max(1, end))), 1)
    return min(parts - 1, Int(share * Double(parts)))
  }

  private static func counted(_ session: RecordedSession) -> [Int] {
    var density = Array(repeating: 0, count: parts)
    let end = session.file.extent.end
    let source = RecordingSource(session.file, facts: session.facts)
    while let event = source.peek() {
      density[part(of: event.time, end)] += 1
      source.skip()
    }
    return density
  }

  private static func estimated(_ chunks: [ChunkInfo], end: Microseconds) -> [Int] {
    var density = Array(repeating: 0.0, count: parts)
    let length = Double(max(1, end)) / Double(parts)
    for chunk in chunks {
      let span = Double(max(1, chunk.lastTime - chunk.firstTime + 1))
      let start = Double(chunk.firstTime)
      let stop = start + span
      for place in part(of: chunk.firstTime, end)...part(of: chunk.lastTime, end) {
        let overlap =
          min(stop, Double(place + 1) * length) - max(start, Double(place) * length)
        density[place] += Double(chunk.count) * max(0, min(1, overlap / span))
      }
    }
    return density.map { Int($0.rounded()) }
  }
}
