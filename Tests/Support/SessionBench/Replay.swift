import Moderation
import Queueing
import Recording
import Session

/// Seeks, steps back and a replay at full speed on a session file.
enum Replay {
  static func run(path: String, seeks: Int, seed: Int) throws -> [String: Double] {
    let start = wallSeconds()
    var playback = Playback(try RecordedSession(opening: path))
    var result = ["open_ms": (wallSeconds() - start) * 1e3]
    var random = RandomStream(seed: UInt64(seed), name: "instants")
    let end = playback.extent.end

    let seekTimes = try times(of: seeks) {
      try playback.seek(to: Microseconds(random.uniform() * Double(end)))
    }
    add(seekTimes, "seek", to: &result)
    var steps: [Double] = []
    for _ in 0..<max(1, seeks / 100) {
      try playback.seek(to: Microseconds(random.uniform() * Double(end)))
      // The first step of a walk keeps states for the others.
      steps += try times(of: 100) { try playback.seek(toEvent: playback.position - 1) }
    }
    add(steps, "step_back", to: &result)

    try playback.seek(to: 0)
    let replayStart = wallSeconds()
    while !playback.advance(to: end, limit: 4_096) {}
    let seconds = wallSeconds() - replayStart
    result["events"] = Double(playback.position)
    result["replay_events_per_second"] = Double(playback.position) / seconds
    return result
  }

  private static func times(of count: Int, _ body: () throws -> Void) rethrows -> [Double] {
    var times: [Double] = []
    for _ in 0..<count {
      let before = wallSeconds()
      try body()
      times.append((wallSeconds() - before) * 1e3)
    }
    return times
  }

  private static func add(_ times: [Double], _ name: String, to result: inout [String: Double]) {
    let sorted = times.sorted()
    result["\(name)_p50_ms"] = quantile(sorted, 0.5)
    result["\(name)_p99_ms"] = quantile(sorted, 0.99)
    result["\(name)_max_ms"] = sorted.last
  }
}
