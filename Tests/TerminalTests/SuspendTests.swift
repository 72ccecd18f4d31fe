import Glibc
import TerminalTesting
import Testing

@Suite(.serialized) struct SuspendTests {
  /// A shell with job control at its prompt; lines go to it until the demo runs.
  private func startShell() throws -> ScreenProcess {
    let shell = try ScreenProcess(
      "/bin/dash", ["-i"],
      environment: ["PS1": "ready$ ", "DEMO": ScreenProcess.built("terminal-demo")])
    try shell.waitFor("ready$")
    return shell
  }

  private func runDemo(in shell: ScreenProcess, by line: String = "$DEMO") throws {
    shell.send(line + "\n")
    try shell.waitUntil("the demo") { $0.isAlternate && $0.contains("redraws 1") }
  }

  /// Asks the shell for its jobs until it says a word; a shell notices only when asked.
  private func waitForJob(_ word: String, in shell: ScreenProcess) throws {
    for round in 1...200 {
      shell.send("jobs; echo asked $((round = \(round)))\n")
      let screen = try shell.waitFor("asked \(round)")
      if screen.contains(word) { return }
    }
    Issue.record("no \(word): \(shell.screenText)")
  }

  /// Started by another program, as by make, it gives the screen back before that stops.
  @Test(arguments: ["$DEMO", #"sh -c "$DEMO; exit""#, "$DEMO; true"])
  func controlZGoesBackToTheShellAndForegroundReturns(line: String) throws {
    let shell = try startShell()
    try runDemo(in: shell, by: line)
    shell.send(.suspend)
    try shell.waitUntil("the shell") {
      !$0.isAlternate && $0.isCursorVisible && $0.contains("Stopped")
    }
    #expect(shell.modes == shell.initialModes)
    shell.resize(columns: 100, rows: 30)
    shell.send("fg\n")
    try shell.waitUntil("the demo") { $0.isAlternate && $0.line(0).contains("100x30") }
    shell.send("x")
    try shell.waitFor(#"character("x")"#)
    shell.send("q")
    try shell.waitUntil("the shell") { !$0.isAlternate }
    shell.send("echo status $?\n")
    try shell.waitFor("status 0")
    #expect(shell.modes == shell.initialModes)
  }

  @Test func inTheBackgroundItLeavesTheTerminalToTheShell() throws {
    let shell = try startShell()
    try runDemo(in: shell)
    for round in 1...3 {
      shell.send(.suspend)
      try shell.waitUntil("the shell") { !$0.isAlternate && $0.text.hasSuffix("ready$") }
      shell.send("bg\n")
      shell.send("echo still $((40 + \(round)))\n")
      try shell.waitUntil("the shell") { !$0.isAlternate && $0.contains("still 4\(round)") }
      // The job stops itself again; `jobs` says so as soon as the shell knows.
      try waitForJob("(tty output)", in: shell)
      #expect(shell.modes == shell.initialModes)
      shell.send("fg\n")
      try shell.waitUntil("the demo") { $0.isAlternate && $0.contains("redraws") }
    }
    shell.send("q")
    try shell.waitUntil("the shell") { !$0.isAlternate }
  }

  @Test func theSignalsOfAShellEndAStoppedProgram() throws {
    let shell = try startShell()
    try runDemo(in: shell)
    shell.send(.suspend)
    try shell.waitUntil("the shell") { !$0.isAlternate && $0.contains("Stopped") }
    shell.send("kill %1; kill -CONT %1\n")
    try waitForJob("Terminated", in: shell)
    #expect(shell.modes == shell.initialModes)
    #expect(!shell.screen.isAlternate)
  }

  @Test func afterAForcedStopTheScreenIsDrawnAnew() throws {
    let program = try ScreenProcess.demo()
    program.signal(SIGSTOP)
    try program.waitUntil("the stop", holds: { program.isStopped })
    program.resize(columns: 90, rows: 30)
    program.signal(SIGCONT)
    try program.waitUntil("the new size") {
      $0.line(0).contains("90x30") && $0[89, 29].text == "#"
    }
  }

  /// A program that no shell could continue must not stop.
  @Test func withoutAShellItGoesOn() throws {
    let program = try ScreenProcess.demo()
    program.signal(SIGTSTP)
    try program.waitUntil("the screen") { $0.isAlternate && $0.contains("redraws 2") }
    program.send("x")
    try program.waitFor("keys 1")
  }
}
