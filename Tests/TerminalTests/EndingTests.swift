import Glibc
import TerminalTesting
import Testing

@Suite(.serialized) struct EndingTests {
  @Test func quittingRestoresTheTerminal() throws {
    let program = try ScreenProcess.demo()
    #expect(program.modes?.echoes == false)
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
    #expect(program.isRestored)
    #expect(program.output.isSuffixed(by: "\u{1B}[?1049l"))
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func aSignalRestoresTheTerminalAndEndsTheProgram(signal: Int32) throws {
    let program = try ScreenProcess.demo()
    program.signal(signal)
    #expect(try program.waitForExit() == .signal(signal))
    #expect(program.isRestored)
  }

  @Test func theInterruptKeyEndsTheProgram() throws {
    let program = try ScreenProcess.demo()
    program.send(.interrupt)
    #expect(try program.waitForExit() == .signal(SIGINT))
    #expect(program.isRestored)
  }

  @Test func aShellSeesTheConventionalStatus() throws {
    let program = try ScreenProcess.shell("$DEMO; echo status $?")
    try program.waitFor("redraws 1")
    program.send(.interrupt)
    #expect(try program.waitForExit() == .signal(SIGINT))
  }

  /// No moment from the first sign of the screen on may lose a signal or the terminal.
  @Test(arguments: 0..<8) func anEarlySignalRestoresTheTerminal(attempt: Int) throws {
    let program = try ScreenProcess(ScreenProcess.built("terminal-demo"))
    try program.waitUntil("the screen") { $0.isAlternate }
    program.signal(SIGTERM)
    #expect(try program.waitForExit() == .signal(SIGTERM))
    #expect(program.isRestored)
  }

  @Test func hangingUpEndsTheProgram() throws {
    let program = try ScreenProcess.demo()
    program.hangUp()
    #expect(try program.waitForExit() == .signal(SIGHUP))
  }

  @Test func hangingUpEndsTheProgramThatIgnoresTheSignal() throws {
    let program = try ScreenProcess.shell("trap '' HUP; exec $DEMO")
    try program.waitFor("redraws 1")
    program.signal(SIGHUP)
    program.send("x")
    try program.waitFor("keys 1")
    program.hangUp()
    #expect(try program.waitForExit() == .signal(SIGHUP))
  }

  @Test func aTrapRestoresTheTerminal() throws {
    let program = try ScreenProcess.demo()
    program.send("!")
    let exit = try program.waitForExit()
    #expect(exit == .signal(SIGILL) || exit == .signal(SIGTRAP))
    #expect(program.isRestored)
    #expect(String(decoding: program.output, as: UTF8.self).contains("Fatal error: asked to"))
  }

  @Test func whatIsWrittenToStandardErrorIsShownAfterwards() throws {
    let program = try ScreenProcess.demo()
    let before = program.screen
    program.send("$$x")
    let after = try program.waitFor("keys 1")
    for row in 0..<24 where row != 12 && row != 13 { #expect(after.line(row) == before.line(row)) }
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
    #expect(program.screenText.hasSuffix("terminal-demo: noise\nterminal-demo: noise"))
  }

  @Test func aProgramThatFillsStandardErrorGoesOn() throws {
    let program = try ScreenProcess.demo()
    program.send(String(repeating: "$", count: 10_000) + "x")
    try program.waitFor("keys 1")
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
    #expect(program.isRestored)
  }

  @Test(arguments: [("@", ScreenProcess.Exit.signal(SIGABRT)), ("%", .code(3))])
  func abortAndExitRestoreTheTerminal(key: String, exit: ScreenProcess.Exit) throws {
    let program = try ScreenProcess.demo()
    program.send(key)
    #expect(try program.waitForExit() == exit)
    #expect(program.isRestored)
  }

  @Test(arguments: [
    ("$DEMO </dev/null", "standard input is not a terminal"),
    ("$DEMO | cat", "standard output is not a terminal"),
    (
      "unset TERM; $DEMO",
      "TERM is not set; set it to your terminal's type, for example xterm-256color"
    ),
    ("TERM=zzz $DEMO", "unknown terminal type 'zzz' in TERM; try TERM=xterm-256color"),
    (
      "TERM=dumb $DEMO",
      "terminal type 'dumb' in TERM cannot move the cursor; try TERM=xterm-256color"
    ),
  ])
  func whatCannotWorkIsSaidInOneLine(command: String, line: String) throws {
    let program = try ScreenProcess.shell(command)
    let exit = try program.waitForExit()
    if !command.contains("|") { #expect(exit == .code(1)) }
    #expect(program.screen.line(0) + program.screen.line(1) == "terminal-demo: \(line)")
    #expect(program.isRestored)
  }
}

extension [UInt8] {
  /// Whether the last half of a hundred bytes hold a text.
  fileprivate func isSuffixed(by text: String) -> Bool {
    String(decoding: suffix(100), as: UTF8.self).contains(text)
  }
}
