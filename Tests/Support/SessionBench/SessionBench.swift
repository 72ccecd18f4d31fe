import Foundation
import Moderation
import Queueing
import Recording
import Session
import Simulation

/// Measures recording and replay on a real session; prints one JSON object a call.
///
///     session-bench record FILE EVENTS      fold and record a run of the pledge
///     session-bench fold EVENTS             the same without a recorder
///     session-bench paced FILE EVENTS RATE  record at so many events a second
///     session-bench replay FILE SEEKS SEED  seeks, steps back, replay at full speed
@main struct SessionBench {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst().map(\.self)
    switch (words.first, words.count) {
    case ("record", 3): try print(Recording.run(path: words[1], events: number(words[2])))
    case ("fold", 2): try print(Recording.run(path: nil, events: number(words[1])))
    case ("paced", 4):
      try print(
        Recording.run(path: words[1], events: number(words[2]), rate: number(words[3])))
    case ("replay", 4):
      try print(Replay.run(path: words[1], seeks: number(words[2]), seed: number(words[3])))
    default:
      FileHandle.standardError.write(
        Data("usage: session-bench record|fold|paced|replay, see its source\n".utf8))
      exit(2)
    }
  }

  private static func number(_ word: String) throws -> Int {
    guard let number = Int(word), number >= 0 else { throw BenchError.notANumber(word) }
    return number
  }

  private static func print(_ result: [String: Double]) throws {
    let data = try JSONSerialization.data(withJSONObject: result, options: [.sortedKeys])
    Swift.print(String(decoding: data, as: UTF8.self))
  }
}

enum BenchError: Error {
  case notANumber(String)
  case noScenario
  case recorder(SessionError)
}

/// Wall time in seconds since some instant.
func wallSeconds() -> Double {
  Double(DispatchTime.now().uptimeNanoseconds) / 1e9
}

/// The value below which a share of sorted values lies.
func quantile(_ sorted: [Double], _ share: Double) -> Double {
  sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
}
