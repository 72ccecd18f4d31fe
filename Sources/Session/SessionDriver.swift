import Dispatch
import Moderation
import Queueing
import Recording
import Synchronization

/// One running session on a Dispatch queue of its own.
///
/// A timer advances the source to where the pace says it should be, folds the
/// events and leaves the newest snapshot in the mailbox. Commands enter the same
/// queue in the order in which they were sent. Nothing here ever waits for the
/// screen, and the screen never waits for this.
package actor SessionDriver {
  /// How often a running session advances and posts: 30 times a second.
  private static let frame = 33 * TimeUnit.millisecond
  /// How long one turn on the queue may take before commands get theirs.
  private static let turn = 10 * TimeUnit.millisecond
  /// A longer time without a turn is a time in which the program did not run.
  private static let gap = TimeUnit.second
  /// Events folded between two looks at the clock.
  private static let batch = 4_096

  private nonisolated let executor: DispatchQueueExecutor
  private nonisolated let mailbox: Mailbox<Snapshot>
  /// Called on the session's queue when a snapshot waits in the empty mailbox.
  private let onSnapshot: @Sendable () -> Void

  private var deck: SessionDeck
  /// The recorder of the deck, for whoever must not wait for the queue.
  private nonisolated let recorder: Mutex<Recorder?>
  private var timer: (any DispatchSourceTimer)?
  /// Whether something changed that no snapshot shows yet.
  private var isStale = true
  /// Whether a turn is queued because the last one did not reach its horizon.
  private var isBehind = false
  private var lastPost: Microseconds = 0
  private var lastTurn: Microseconds = 0

  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// Makes a session that does nothing before `start()`.
  package init(
    deck: sending SessionDeck, mailbox: Mailbox<Snapshot>,
    onSnapshot: @escaping @Sendable () -> Void
  ) {
    executor = DispatchQueueExecutor(label: "modtop.session")
    recorder = Mutex(deck.recorder)
    self.deck = deck
    self.mailbox = mailbox
    self.onSnapshot = onSnapshot
  }

  /// Begins to advance.
  package nonisolated func start() {
    executor.queue.async { self.assumeIsolated { $0.startTimer() } }
  }

  /// Sends a command; commands keep their order.
  package nonisolated func send(_ command: SessionCommand) {
    executor.queue.async { self.assumeIsolated { $0.apply(command) } }
  }

  /// Stops for good and ends the recording; returns once nothing runs any more, with the
  /// files that were recorded and what went wrong.
  @discardableResult
  package nonisolated func stop() -> (recorded: [String], failure: SessionError?) {
    // The session may be waiting for the recorder, and that for another program.
    recorder.withLock { $0?.prepareToClose() }
    return executor.queue.sync { self.assumeIsolated { $0.end() } }
  }

  // MARK: On the queue

  private func startTimer() {
    let timer = DispatchSource.makeTimerSource(queue: executor.queue)
    timer.schedule(
      deadline: .now(), repeating: .microseconds(Int(Self.frame)), leeway: .milliseconds(5))
    timer.setEventHandler { [weak self] in
      self?.assumeIsolated { if !$0.isBehind { $0.takeTurn() } }
    }
    timer.activate()
    self.timer = timer
  }

  private func end() -> (recorded: [String], failure: SessionError?) {
    timer?.cancel()
    timer = nil
    deck.close()
    return (deck.recorded, deck.failure)
  }

  private func takeTurn() {
    let start = Self.wall()
    // After Ctrl-Z or a sleep of the machine the session goes on from where it was.
    if start - lastTurn > Self.gap { deck.rebase(at: start) }
    lastTurn = start
    var isComplete = false
    while !isComplete, Self.wall() - start < Self.turn {
      let step = deck.advance(at: start, limit: Self.batch)
      isComplete = step.isComplete
      isStale = isStale || step.hasMoved
    }
    let end = Self.wall()
    deck.note(at: end)
    if isComplete || end - lastPost >= Self.frame { post() }
    isBehind = !isComplete && timer != nil
    // Behind the turn stand the commands that came meanwhile.
    if isBehind { executor.queue.async { self.assumeIsolated { $0.takeTurn() } } }
  }

  private func apply(_ command: SessionCommand) {
    deck.apply(command, at: Self.wall())
    if command == .fork { recorder.withLock { $0 = deck.recorder } }
    isStale = true
    post()
  }

  private func post() {
    guard isStale else { return }
    isStale = false
    lastPost = Self.wall()
    if mailbox.post(deck.snapshot(isBehind: isBehind)) { onSnapshot() }
  }

  /// Microseconds of a steady clock.
  package static func wall() -> Microseconds {
    Microseconds(DispatchTime.now().uptimeNanoseconds / 1_000)
  }
}
