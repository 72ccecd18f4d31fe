import Foundation
import TerminalTesting
import Testing

/// A live session whose program is killed at a random instant.
///
/// The variable MODTOP_KILLS says how often; 100 is the fault run, whose table is printed.
@Suite(.serialized) struct KillTests {
  private struct Outcome {
    let wait: Double
    let screenMinutes: Int
    let fileMinutes: Double
    let events: Int
    let verified: Bool

    /// Seconds of wall time of which the file knows nothing although the screen did.
    ///
    /// The whole time before the session went live took milliseconds: who is killed soon
    /// after it may have lost that, and no more than he was there.
    var lost: Double {
      min(wait, max(0, Double(screenMinutes) - fileMinutes) / KillTests.minutesPerSecond)
    }
  }

  /// At `1h/s`.
  private static let minutesPerSecond = 60.0
  private static let kills =
    ProcessInfo.processInfo.environment["MODTOP_KILLS"].flatMap { Int($0) } ?? 4

  @Test func aKilledProgramLosesAQuarterSecondAtMost() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("modtop-kill-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var outcomes: [Outcome] = []
    for number in 0..<Self.kills {
      let file = folder.appendingPathComponent("\(number).modtop").path
      outcomes.append(try kill(file, after: Double.random(in: 0...1)))
      try? FileManager.default.removeItem(atPath: file)
    }
    if Self.kills > 10 { Self.printTable(outcomes) }
    #expect(outcomes.allSatisfy { $0.verified })
    // The screen shows full minutes: a second of wall time has 60 of them.
    #expect(outcomes.allSatisfy { $0.lost <= 0.25 + 1 / Self.minutesPerSecond }, "\(outcomes)")
  }

  private func kill(_ file: String, after wait: Double) throws -> Outcome {
    let program = try ScreenProcess(
      ScreenProcess.built("modtop"),
      ["--from", "2016-01-02", "--seed", "\(Int(wait * 1e6))", "--record", file],
      environment: ["SWIFT_BACKTRACE": "enable=no"])
    try program.waitFor("▶ 1 h/s")
    // Reads what the program draws meanwhile.
    _ = try? program.waitUntil("the moment", patience: .milliseconds(Int(wait * 1_000))) { _ in
      false
    }
    let screen = program.screen
    program.signal(SIGKILL)
    _ = try program.waitForExit()
    let shown = try #require(Self.minutes(onScreen: screen.description))
    let info = try #require(
      try JSONSerialization.jsonObject(
        with: Data(modtop(["sessions", "info", file, "--format", "json"]).output.utf8))
        as? [String: Any])
    let until = try #require(info["until"] as? String)
    let verified = try modtop(["sessions", "verify", file])
    return Outcome(
      wait: wait, screenMinutes: shown, fileMinutes: try #require(Self.minutes(iso: until)),
      events: info["events"] as? Int ?? 0, verified: verified.status == 0)
  }

  /// Minutes since the start of January 2016 in `… 2 Jan 2016 01:23 …`.
  private static func minutes(onScreen text: String) -> Int? {
    guard let match = text.firstMatch(of: /(\d+) Jan 2016 (\d\d):(\d\d)/),
      let day = Int(match.1), let hour = Int(match.2), let minute = Int(match.3)
    else { return nil }
    return (day * 24 + hour) * 60 + minute
  }

  /// The same in `2016-01-02T01:23:45+08:00`.
  private static func minutes(iso text: String) -> Double? {
    guard let match = text.firstMatch(of: /2016-01-(\d\d)T(\d\d):(\d\d):(\d\d)/),
      let day = Double(match.1), let hour = Double(match.2), let minute = Double(match.3),
      let second = Double(match.4)
    else { return nil }
    return (day * 24 + hour) * 60 + minute + second / 60
  }

  private static func printTable(_ outcomes: [Outcome]) {
    let lost = outcomes.map(\.lost).sorted()
    print("kills \(outcomes.count), opened and verified \(outcomes.count { $0.verified })")
    print(
      "lost seconds: median \(lost[lost.count / 2]), most \(lost.last ?? 0);"
        + " events \(outcomes.map(\.events).min() ?? 0) to \(outcomes.map(\.events).max() ?? 0)")
    for limit in [0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3] {
      print("  at most \(limit) s: \(lost.count { $0 <= limit })")
    }
  }
}
