import Glibc

/// A program that runs in a terminal of its own, for tests that look at its screen.
///
///     let program = try ScreenProcess(ScreenProcess.built("modtop"), size: (80, 24))
///     try program.waitUntil("the title") { $0.contains("modtop") }
///     program.send("q")
///     #expect(try program.waitForExit() == .code(0))
///     #expect(program.modes == program.initialModes)
///
/// Nothing here sleeps for a fixed time: a wait ends when its condition holds, and fails
/// with the screen in the message when its deadline has passed. Deadlines are long,
/// since they are reached only by a failure. What the program writes is taken in only
/// by the waits; a program that writes much stops until the next one.
///
/// The program leads a session and has the terminal as its controlling one, with every
/// signal at its default and unblocked. Its environment is `environment` and nothing
/// else but TERM, LANG, HOME and PATH. It is killed when the object goes.
package final class ScreenProcess {
  /// How a program ended.
  package enum Exit: Equatable, Sendable {
    case code(Int32)
    case signal(Int32)
  }

  /// The time a wait may take when the test does not say.
  package static let patience = Duration.seconds(30)

  /// The driver's settings before the program started.
  package let initialModes: TerminalModes?
  /// All that the program wrote.
  package private(set) var output: [UInt8] = []
  package let processID: pid_t

  private let terminal: VirtualTerminal
  private let pty: PseudoTerminal
  private var isHungUp = false
  private var exit: Exit?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: The executable; not searched for in PATH.
  ///   - arguments: Without the program's name.
  ///   - environment: Added to the few variables that every program gets; an empty
  ///     TERM or LANG is left out.
  ///   - size: Columns and rows of the terminal.
  /// - Throws: `ScreenError` when there is no terminal or no such program.
  package init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    size: (columns: Int, rows: Int) = (80, 24)
  ) throws {
    guard let terminal = VirtualTerminal(columns: size.columns, rows: size.rows) else {
      throw ScreenError("libvterm gives no terminal")
    }
    self.terminal = terminal
    pty = try PseudoTerminal(columns: size.columns, rows: size.rows)
    initialModes = TerminalModes(of: pty.slave)
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/", "PATH": "/usr/bin:/bin",
    ]
    variables.merge(environment) { $1 }
    processID = try Spawn.start(
      path, arguments, environment: variables.filter { !$1.isEmpty }, terminal: pty.path)
  }

  deinit {
    if exit == nil {
      kill(processID, SIGKILL)
      var status: Int32 = 0
      waitpid(processID, &status, 0)
    }
    if !isHungUp { close(pty.master) }
    close(pty.slave)
  }

  /// The driver's settings now.
  package var modes: TerminalModes? { TerminalModes(of: pty.slave) }

  /// What the terminal shows, as far as the output has been taken in.
  package var screen: TerminalScreen { terminal.snapshot() }

  package var screenText: String { screen.text }

  /// Types a text; the program sees its UTF-8 bytes at once.
  package func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    let deadline = ContinuousClock.now + Self.patience
    while !rest.isEmpty, !isHungUp, ContinuousClock.now < deadline {
      let count = rest.withUnsafeBytes { write(pty.master, $0.baseAddress, $0.count) }
      rest = rest.dropFirst(max(0, count))
      if !rest.isEmpty { takeOutput(milliseconds: 10) }
    }
  }

  package func send(_ keys: Key...) {
    for key in keys { send(key.rawValue) }
  }

  /// Gives the terminal another size; its driver sends SIGWINCH.
  package func resize(columns: Int, rows: Int) {
    takeOutput(milliseconds: 0)
    terminal.resize(columns: columns, rows: rows)
    pty.resize(columns: columns, rows: rows)
  }

  /// Sends a signal to the program alone, as `kill` does.
  package func signal(_ signal: Int32) {
    if exit == nil { kill(processID, signal) }
  }

  /// Takes the terminal away, as closing its window or losing the connection does.
  package func hangUp() {
    guard !isHungUp else { return }
    isHungUp = true
    close(pty.master)
  }

  /// Waits until the screen meets a condition.
  ///
  /// - Parameters:
  ///   - what: What is waited for; the error names it.
  ///   - patience: The longest time to wait.
  ///   - condition: Called whenever the screen may have changed.
  /// - Returns: The screen that met it.
  /// - Throws: `ScreenError`, also at once when the program has ended without it.
  @discardableResult
  package func waitUntil(
    _ what: String, patience: Duration = patience, _ condition: (TerminalScreen) throws -> Bool
  ) throws -> TerminalScreen {
    let deadline = ContinuousClock.now + patience
    var isUnseen = true
    var settling = 0
    while true {
      let hasEnded = reap() != nil
      let isNew = takeOutput(milliseconds: hasEnded ? 0 : 20)
      if isNew || isUnseen {
        isUnseen = false
        let screen = terminal.snapshot()
        if try condition(screen) {
          // Half a frame may meet it: what is on its way is taken in before it counts,
          // unless the program never pauses.
          settling += 1
          isUnseen = takeOutput(milliseconds: 10)
          if !isUnseen || settling > 20 { return screen }
          continue
        }
      }
      if hasEnded, !isNew { throw failure("ended (\(exit.map { "\($0)" } ?? "")) before", what) }
      if ContinuousClock.now > deadline { throw failure("waited \(patience) for", what) }
    }
  }

  /// Waits until a text is on the screen.
  @discardableResult
  package func waitFor(_ text: String, patience: Duration = patience) throws -> TerminalScreen {
    try waitUntil("'\(text)'", patience: patience) { $0.contains(text) }
  }

  /// Waits until anything holds that is not on the screen, and takes the output in.
  package func waitUntil(
    _ what: String, patience: Duration = patience, holds condition: () throws -> Bool
  ) throws {
    let deadline = ContinuousClock.now + patience
    while try !condition() {
      takeOutput(milliseconds: 20)
      if ContinuousClock.now > deadline { throw failure("waited \(patience) for", what) }
    }
  }

  /// Waits until the program ends, takes its last output in, and says how it ended.
  package func waitForExit(patience: Duration = patience) throws -> Exit {
    let deadline = ContinuousClock.now + patience
    while true {
      if let exit = reap() {
        while takeOutput(milliseconds: 0) {}
        return exit
      }
      takeOutput(milliseconds: 20)
      if ContinuousClock.now > deadline { throw failure("waited \(patience) for", "the end") }
    }
  }

  /// Whether the program is stopped, as by Ctrl-Z under a shell or by SIGSTOP.
  package var isStopped: Bool {
    guard exit == nil, let status = Spawn.state(of: processID) else { return false }
    return status == "T"
  }

  /// Collects the program's status when it has ended.
  private func reap() -> Exit? {
    if let exit { return exit }
    var status: Int32 = 0
    guard waitpid(processID, &status, WNOHANG) == processID else { return nil }
    let signal = status & 0x7F
    exit = signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
    return exit
  }

  /// Takes in what the program has written; waits for it at most so long.
  ///
  /// Returns whether there was any.
  @discardableResult
  private func takeOutput(milliseconds: Int32) -> Bool {
    guard !isHungUp else {
      if milliseconds > 0 { usleep(useconds_t(milliseconds) * 1000) }
      return false
    }
    var state = pollfd(fd: pty.master, events: Int16(POLLIN), revents: 0)
    guard poll(&state, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(pty.master, &buffer, buffer.count)
    guard count > 0 else { return false }
    let bytes = Array(buffer.prefix(count))
    output += bytes
    terminal.write(bytes)
    let answers = terminal.takeAnswers()
    _ = answers.withUnsafeBytes { write(pty.master, $0.baseAddress, $0.count) }
    return true
  }

  private func failure(_ how: String, _ what: String) -> ScreenError {
    ScreenError("\(how) \(what); the screen:\n\(screenText)")
  }
}
