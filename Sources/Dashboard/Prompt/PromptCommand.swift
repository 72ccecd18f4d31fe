import Moderation
import Queueing

/// A command that is written after a colon.
package struct PromptCommand: Sendable {
  /// What is wrong with what was written, in a few words.
  struct Fault: Error {
    let text: String

    init(_ text: String) { self.text = text }
  }

  package let name: String
  /// What stands after the name.
  package let usage: String
  package let summary: String
  /// What it asks of the session.
  let read: @Sendable ([String], Snapshot) throws(Fault) -> SessionCommand
  /// What can stand as the word of that number after the name.
  let candidates: @Sendable (Int, ScenarioFacts) -> [String]

  init(
    _ name: String, _ usage: String, _ summary: String,
    candidates: @escaping @Sendable (Int, ScenarioFacts) -> [String] = { _, _ in [] },
    read: @escaping @Sendable ([String], Snapshot) throws(Fault) -> SessionCommand
  ) {
    self.name = name
    self.usage = usage
    self.summary = summary
    self.read = read
    self.candidates = candidates
  }

  /// The name and what stands after it.
  package var call: String { usage.isEmpty ? name : "\(name) \(usage)" }

  /// All of them: the prompt, its completion, help and the README read this table.
  package static let all: [PromptCommand] = time + levers

  static func named(_ name: String) -> PromptCommand? { all.first { $0.name == name } }

  /// What a line asks of the session.
  static func command(in line: String, _ snapshot: Snapshot) throws(Fault) -> SessionCommand {
    let words = line.split(separator: " ").map(String.init)
    guard let name = words.first else { throw Fault("no command") }
    guard let command = named(name) else {
      throw Fault("no command \(name); there are \(all.map(\.name).joined(separator: ", "))")
    }
    return try command.read(Array(words.dropFirst()), snapshot)
  }

  // MARK: Time

  private static let time: [PromptCommand] = [
    PromptCommand("goto", "INSTANT", "go to \(SeekTarget.usage)") { words, snapshot throws(Fault) in
      let text = words.joined(separator: " ")
      let clock = snapshot.facts.clock
      guard let target = SeekTarget(parsing: text, clock: clock, now: snapshot.now) else {
        throw Fault("goto: \(SeekTarget.fault(in: text))")
      }
      return .seek(target)
    },
    PromptCommand("speed", "SPEED", "such as 4x in a replay, 6h/s or max") {
      words, snapshot throws(Fault) in
      .setSpeed(try speed(words.joined(separator: ""), snapshot))
    },
    PromptCommand("find", "WORDS", "choose which events n and N find") {
      words, snapshot throws(Fault) in
      .find(try filter(words.joined(separator: " "), snapshot.facts))
    },
    PromptCommand("mark", "NOTE", "mark this instant") { words, _ in
      .addMarker(note: words.joined(separator: " "))
    },
    PromptCommand("fork", "", "simulate on from the playhead") { _, _ in .fork },
    PromptCommand("live", "", "back to the live session") { _, _ in .goLive },
  ]

  static func filter(_ text: String, _ facts: ScenarioFacts) throws(Fault) -> EventFilter {
    do throws(EventFilter.UnknownWord) {
      return try EventFilter(parsing: text, facts)
    } catch {
      throw Fault("no event has \"\(Sanitizer.clean(error.word))\"; Tab shows the words")
    }
  }

  private static func speed(_ text: String, _ snapshot: Snapshot) throws(Fault) -> Speed {
    let isMultiple = text != "max" && (text.last == "x" || text.last == "×")
    guard let unit = snapshot.replay?.unit else {
      // Of what, would be the question: only a replay has a speed that is called 1×.
      guard !isMultiple, let speed = Speed(parsing: text) else {
        throw Fault("speed: expected 6h/s, 1d/s or max; multiples such as 4x are for replays")
      }
      return speed
    }
    let fault = Fault("speed: expected 4x, 1/8x, 6h/s or max")
    guard isMultiple else {
      guard let speed = Speed(parsing: text) else { throw fault }
      return speed
    }
    let parts = text.dropLast().split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Microseconds($0) }
    guard numbers.count == parts.count, numbers.allSatisfy({ (1...1_000).contains($0) }) else {
      throw fault
    }
    switch numbers.count {
    case 1, 2:
      let (product, isTooMuch) = unit.perSecond.multipliedReportingOverflow(by: numbers[0])
      let divisor = numbers.count == 2 ? numbers[1] : 1
      return isTooMuch ? .maximum : Speed(perSecond: max(1, product / divisor))
    default: throw fault
    }
  }
}
