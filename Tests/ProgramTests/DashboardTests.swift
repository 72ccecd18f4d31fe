import Glibc
import TerminalTesting
import Testing

/// The real program in a terminal, as a user has it.
@Suite(.serialized) struct DashboardTests {
  private static let small = (columns: 80, rows: 24)
  private static let large = (columns: 200, rows: 50)

  /// The dashboard once it has raced to 12 April and goes on live.
  private func open(
    _ arguments: [String] = ["--seed", "7"], size: (columns: Int, rows: Int) = small
  ) throws -> ScreenProcess {
    let program = try ScreenProcess(
      ScreenProcess.built("modtop"), arguments + ["--no-record"],
      environment: ["SWIFT_BACKTRACE": "enable=no"],
      size: size)
    try program.waitUntil("the live session") {
      $0.contains("▶ 1 h/s") && $0.contains("12 Apr 2016")
    }
    return program
  }

  @Test(arguments: [small, large])
  func theFirstMomentEndsOnTheDayOfTheAnnouncement(columns: Int, rows: Int) throws {
    let program = try open(size: (columns, rows))
    let screen = program.screen
    for text in [
      "SIMULATION", "pledge-2016", "UTC+8", "seed 7", "% of 25,000", "% of  4,000", "% of    200",
      "Screened", "Reviewed", "Missed", "Removed wrongly", "waiting", "oldest", "p95",
      "百度      Baidu", "阿里巴巴  Alibaba", "腾讯      Tencent", "Signatory 04 not named",
    ] {
      #expect(screen.contains(text), "\(text)")
    }
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
  }

  @Test func theKeysDoWhatHelpSays() throws {
    let program = try open()
    program.send(" ")
    try program.waitFor("PAUSED")
    program.send(" ")
    try program.waitUntil("the session to go on") { !$0.contains("PAUSED") }
    program.send("+")
    try program.waitFor("▶ 6 h/s")
    program.send("--")
    try program.waitFor("▶ 10 min/s")
    program.send("?")
    try program.waitFor("the row above")
    program.send(.escape)
    try program.waitFor("What the counters do not show")
    program.send("j")
    program.send(.enter)
    try program.waitFor("About 3,000 of nearly 50,000 employees")
    program.send(.escape)
    try program.waitFor("What the counters do not show")
    program.send(.tab, .enter)
    try program.waitFor("waiting · peak of each")
    program.send("3")
    try program.waitFor("Signatory 20 not named")
    program.send("1")
    try program.waitFor("What the counters do not show")
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
  }

  @Test func everyPageOpensByItsNumber() throws {
    let program = try open()
    for (key, text) in [
      ("4", "Never appealed"), ("5", "every access is here"), ("6", "Who works on what"),
      ("7", "Levers"), ("8", "of 100 worlds"),
    ] {
      program.send(key)
      try program.waitFor(text)
    }
    program.send("q")
    #expect(try program.waitForExit(patience: .seconds(10)) == .code(0))
  }

  @Test func aShockBeginsWhenTheUserSaysSo() throws {
    let program = try open()
    program.send(" ")
    program.send("7")
    try program.waitFor("Enter, and once more, begins the selected one")
    program.send(.enter)
    try program.waitFor(":shock reupload_surge")
    program.send(.enter)
    try program.waitFor("active since")
    try program.waitFor("Shock: Re-upload surge")
    try program.waitFor("cannot begin: it is active")
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
  }

  @Test func aResizeRedrawsCleanly() throws {
    let program = try open()
    program.resize(columns: 200, rows: 50)
    try program.waitFor("B secondary  C ours")
    program.resize(columns: 60, rows: 12)
    try program.waitUntil("the narrow screen") { !$0.contains("Grades") && $0.contains("modtop") }
    program.resize(columns: 80, rows: 24)
    try program.waitUntil("the first size again") {
      $0.contains("Signatory 06 not named") && $0.contains("q Quit")
    }
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalLeavesTheTerminalAsItWas(signal: Int32) throws {
    let program = try open()
    program.signal(signal)
    #expect(try program.waitForExit() == .signal(signal))
    #expect(program.modes == program.initialModes)
    #expect(!program.screen.isAlternate)
    #expect(program.screen.isCursorVisible)
  }

  @Test func quittingLeavesTheTerminalAsItWas() throws {
    let program = try open()
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
    #expect(program.modes == program.initialModes)
    #expect(!program.screen.isAlternate)
    #expect(program.screen.isCursorVisible)
  }

  @Test func quittingWhileItRacesIsImmediate() throws {
    let program = try ScreenProcess(
      ScreenProcess.built("modtop"), ["--from", "2115-01-01"], size: Self.small)
    try program.waitFor("▶▶ to 1 Jan 2115")
    program.send("q")
    #expect(try program.waitForExit(patience: .seconds(10)) == .code(0))
  }

  @Test func aSessionStartsWhereItIsTold() throws {
    let program = try ScreenProcess(
      ScreenProcess.built("modtop"), ["--from", "2016-02-29", "--speed", "1min/s"],
      size: Self.small)
    try program.waitUntil("the leap day") {
      $0.contains("Mon 29 Feb 2016 00:0") && $0.contains("▶ 1 min/s")
    }
  }
}
