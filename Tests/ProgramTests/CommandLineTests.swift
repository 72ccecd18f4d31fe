import Foundation
import TerminalTesting
import Testing

/// The commands that need no screen, and how they fail.
@Suite struct CommandLineTests {
  private struct Outcome {
    let status: Int32
    let output: String
    let error: String
  }

  /// Runs the program without a terminal.
  private func run(_ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ScreenProcess.built("modtop"))
    process.arguments = arguments
    let output = Pipe()
    let error = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      error: String(decoding: complaint, as: UTF8.self))
  }

  @Test func twoProcessesWithOneSeedAgreeToTheByte() throws {
    let arguments = [
      "simulate", "pledge-2016", "--until", "2016-04-12", "--seed", "7", "--format", "json",
    ]
    let first = try run(arguments)
    let second = try run(arguments)
    #expect(first.status == 0)
    #expect(first.output == second.output)
    #expect(first.output.contains("\"fingerprint\" : \""))
    #expect(first.output.contains("\"until\" : \"2016-04-13T00:00:00+08:00\""))
    #expect(first.output.contains("\"simulated\" : true"))
    let other = try run(arguments.map { $0 == "7" ? "8" : $0 })
    #expect(other.output != first.output)
  }

  @Test(
    arguments: [
      (
        ["simulate", "pledge-2061"],
        "unknown scenario \"pledge-2061\", did you mean \"pledge-2016\"?; built in: pledge-2016; a file needs its path, such as ./NAME.yaml"
      ),
      (
        ["simulate", "--seed", "abc"],
        "The value 'abc' is invalid for '--seed <number>': expected a whole number from 0 to 18446744073709551615"
      ),
      (
        ["simulate", "--until", "2016-13-40"],
        "--until \"2016-13-40\": expected a date such as 2016-04-12 or \"2016-04-12 09:00\""
      ),
      (
        ["simulate", "--until", "2015-12-30"],
        "--until \"2015-12-30\": expected a date within 200 years from 2016-01-01"
      ),
      (["simulate", "./nowhere.yaml"], "./nowhere.yaml: No such file or directory"),
      (
        ["run", "--speed", "fast"],
        "--speed \"fast\": expected a speed such as 10min/s, 1h/s, 1d/s, 60x or max"
      ),
      ([], "standard input is not a terminal"),
      (["runn"], "unknown command or scenario \"runn\", did you mean \"run\"?"),
      (
        ["simulate", "x\u{1B}[31m"],
        "unknown scenario \"x�[31m\"; built in: pledge-2016; a file needs its path, such as ./NAME.yaml"
      ),
      (["--bogus"], "Unknown option '--bogus'"),
    ] as [([String], String)])
  func aWrongCallIsOneLine(arguments: [String], line: String) throws {
    let outcome = try run(arguments)
    #expect(outcome.status != 0)
    #expect(outcome.output == "")
    #expect(outcome.error == "modtop: \(line)\n")
  }

  @Test func aBrokenScenarioFileIsNamedWithItsPlace() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("modtop-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("format: 1\nname: [x\n".utf8).write(to: file)
    let outcome = try run(["simulate", file.path])
    #expect(outcome.status != 0)
    #expect(
      outcome.error == "modtop: \(file.path):3:1: YAML: did not find expected ',' or ']'\n")
  }

  @Test func everyNumberIsShownWithItsGradeAndSource() throws {
    let shown = try run(["scenarios", "show", "pledge-2016"])
    #expect(shown.status == 0)
    let accuracy = shown.output.split(separator: "\n").first { $0.hasPrefix("review.accuracy ") }
    let words = try #require(accuracy).split(separator: " ").map(String.init)
    #expect(words.prefix(4) == ["review.accuracy", "B", "reviewer-accuracy", "0.98"])
    #expect(try run(["scenarios"]).output.contains("pledge-2016  The pledge of April 2016"))
  }

  @Test func helpIsAnAnswer() throws {
    let help = try run(["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("simulate"))
    #expect(try run(["keys"]).output.contains("Space"))
  }
}
