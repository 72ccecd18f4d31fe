import Foundation
import TerminalTesting
import Testing

/// What commands without a dashboard print to a terminal.
@Suite(.serialized) struct TerminalOutputTests {
  private func output(_ arguments: [String], columns: Int = 80) throws -> [String] {
    let program = try ScreenProcess(
      ScreenProcess.built("modtop"), arguments, size: (columns, 24))
    #expect(try program.waitForExit() == .code(0))
    let text = String(decoding: program.output, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test func aTableIsNoWiderThanTheTerminal() throws {
    let arguments = ["simulate", "pledge-2016", "--until", "2016-01-20", "--seed", "7"]
    for columns in [60, 80, 120] {
      let lines = try output(arguments, columns: columns)
      #expect(lines.allSatisfy { $0.count <= columns }, "\(lines)")
      // Nothing is left out.
      let words = Set(lines.joined(separator: " ").split(separator: " "))
      for word in ["screened", "pending", "missed", "25,000", "fingerprint"] {
        #expect(words.contains(Substring(word)), "\(word) at \(columns)")
      }
    }
  }

  @Test func aListOfSessionsIsNoWiderThanTheTerminal() throws {
    try inTemporaryFolder { folder in
      let name = "pledge-2016-seed18446744073709551615-20161231-235959.modtop"
      let file = folder.appendingPathComponent(name).path
      let recording = ["simulate", "erlang-c", "--until", "2016-01-04", "--record", file]
      #expect(try modtop(recording).status == 0)
      let lines = try output(["sessions", "list", "--folder", folder.path])
      #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines)")
      for fact in [name, "erlang-c", "complete", "2016-01-05T00:00"] {
        #expect(lines.contains { $0.contains(fact) }, "\(fact)")
      }
    }
  }

  @Test func progressIsShownWhileItLastsAndGoes() throws {
    let program = try ScreenProcess(
      ScreenProcess.built("modtop"),
      ["simulate", "pledge-2016", "--replications", "40", "--until", "2016-01-30"],
      size: (100, 60))
    try program.waitFor(" of 40 runs")
    #expect(try program.waitForExit() == .code(0))
    #expect(!program.screen.contains(" of 40 runs"))
    #expect(program.screen.contains("40 replications from seed 1"))
  }
}
