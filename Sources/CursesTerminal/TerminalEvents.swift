import Dashboard
import Dispatch
import Glibc

/// Keys, changes of size and signals, as calls on the main queue.
///
/// The signals that end a program (SIGHUP, SIGINT, SIGQUIT, SIGTERM) give the terminal
/// back and then end it as they always do, so the shell sees 128 + n. Ctrl-Z is no key
/// for the dashboard: it gives the terminal back and stops the job; `fg` takes it over
/// again at the size of then. A terminal that is gone counts as SIGHUP.
///
///     let terminal = try CursesTerminal()
///     let events = TerminalEvents(of: terminal, keys: handle, redraw: draw)
///     draw()
///     withExtendedLifetime(events) { TerminalEvents.run() }
@MainActor package final class TerminalEvents {
  private static let ending = [SIGHUP, SIGINT, SIGQUIT, SIGTERM]

  private let terminal: CursesTerminal
  private let onKeys: @MainActor ([KeyPress]) -> Void
  private let onRedraw: @MainActor () -> Void
  private let onEnd: @MainActor (_ signal: Int32) -> Void
  private var sources: [any DispatchSourceProtocol] = []

  /// Starts at once; what happens before the main queue runs is kept for it.
  ///
  /// - Parameters:
  ///   - terminal: Where keys come from; has to live as long.
  ///   - keys: Called with one key or more.
  ///   - redraw: Called when the size changed or the screen was lost; presents anew.
  ///   - end: Called when a signal ends the program, the terminal already given back.
  package init(
    of terminal: CursesTerminal,
    keys: @escaping @MainActor ([KeyPress]) -> Void,
    redraw: @escaping @MainActor () -> Void,
    end: @escaping @MainActor (_ signal: Int32) -> Void = { _ in }
  ) {
    self.terminal = terminal
    onKeys = keys
    onRedraw = redraw
    onEnd = end
    if let signals = SignalPipe.catchSignals(Self.ending + [SIGWINCH, SIGTSTP, SIGCONT]) {
      watch(signals) { events in
        for signal in SignalPipe.read(from: signals) { events.handle(signal: signal) }
      }
    }
    watch(STDIN_FILENO) { $0.readKeys() }
  }

  /// Serves the main queue for the rest of the process.
  ///
  /// Only from the first thread. The main actor's code then runs on Dispatch's threads,
  /// one at a time.
  package static func run() -> Never {
    dispatchMain()
  }

  private func watch(
    _ descriptor: Int32, _ action: @escaping @MainActor @Sendable (TerminalEvents) -> Void
  ) {
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler { @Sendable [weak self] in
      MainActor.assumeIsolated {
        if let self { action(self) }
      }
    }
    source.activate()
    sources.append(source)
  }

  private func readKeys() {
    let pressed = terminal.readKeys()
    let keys = pressed.filter { $0 != .control("z") }
    if !keys.isEmpty { onKeys(keys) }
    if keys.count < pressed.count { stop { SignalPipe.raiseDefaultInGroup(SIGTSTP) } }
    if terminal.hasMoreKeys {
      // Behind whatever waits on the main queue, so that a paste cannot starve it.
      DispatchQueue.main.async { @Sendable [weak self] in
        MainActor.assumeIsolated { self?.readKeys() }
      }
    } else if pressed.isEmpty, Self.isHungUp {
      handle(signal: SIGHUP)
    }
  }

  /// Whether the terminal behind standard input is gone.
  private static var isHungUp: Bool {
    var state = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    let gone = Int16(POLLHUP) | Int16(POLLERR) | Int16(POLLNVAL)
    return poll(&state, 1, 0) == 1 && state.revents & gone != 0
  }

  private func handle(signal: Int32) {
    switch signal {
    case SIGWINCH:
      if terminal.isShown, terminal.updateSize() { onRedraw() }
    case SIGTSTP:
      stop { SignalPipe.raiseDefault(SIGTSTP) }
    case SIGCONT:
      // After SIGSTOP the shell has used the terminal without our leave.
      stayStopped {}
      terminal.suspend()
      takeOver()
    default:
      terminal.close()
      onEnd(signal)
      SignalPipe.raiseDefault(signal)
      // The first process of a container is spared by its own signals.
      exit(128 + signal)
    }
  }

  /// Gives the terminal back, stops, and takes the terminal over again.
  private func stop(by stopping: () -> Void) {
    terminal.suspend()
    stayStopped(by: stopping)
    takeOver()
  }

  private func takeOver() {
    terminal.resume()
    onRedraw()
  }

  /// Stops and returns once the shell has put this job in the foreground.
  private func stayStopped(by stopping: () -> Void) {
    // A shell's `kill` has to end a stopped job, which cannot serve its main queue. And
    // the SIGCONT that ends this stop asks for nothing more.
    SignalPipe.withDefaults(for: Self.ending + [SIGCONT]) {
      stopping()
      waitForForeground()
    }
  }

  /// Stops, as a program that writes to the terminal from the background would.
  ///
  /// Dispatch's threads block SIGTTOU, so the terminal's driver would let them through.
  /// Without a shell the signal is ignored, and there is no foreground to wait for.
  private func waitForForeground() {
    for _ in 0..<100 {
      let foreground = tcgetpgrp(STDIN_FILENO)
      if foreground == -1 || foreground == getpgrp() { return }
      SignalPipe.raiseDefault(SIGTTOU)
    }
  }
}
