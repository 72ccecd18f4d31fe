import Dispatch
import Moderation
import Queueing

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

  private var core: SessionCore
  private var pace: Pace
  private let origin: SessionStatus.Origin
  private var focus: Int?
  private var part: Scope?
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
  ///
  /// It races from the start of the scenario to `opening` and goes on from there at
  /// `speed`.
  package init(
    core: sending SessionCore, origin: SessionStatus.Origin, opening: Microseconds, speed: Speed,
    mailbox: Mailbox<Snapshot>, onSnapshot: @escaping @Sendable () -> Void
  ) {
    executor = DispatchQueueExecutor(label: "modtop.session")
    self.core = core
    self.origin = origin
    self.mailbox = mailbox
    self.onSnapshot = onSnapshot
    pace = Pace(speed: speed, opening: opening, at: Self.wall())
  }

  /// Begins to advance.
  package nonisolated func start() {
    executor.queue.async { self.assumeIsolated { $0.startTimer() } }
  }

  /// Sends a command; commands keep their order.
  package nonisolated func send(_ command: SessionCommand) {
    executor.queue.async { self.assumeIsolated { $0.apply(command) } }
  }

  /// Stops for good; returns once nothing runs any more.
  package nonisolated func stop() {
    executor.queue.sync { self.assumeIsolated { $0.cancelTimer() } }
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

  private func cancelTimer() {
    timer?.cancel()
    timer = nil
  }

  private func takeTurn() {
    let start = Self.wall()
    // After Ctrl-Z or a sleep of the machine the session goes on from where it was.
    if start - lastTurn > Self.gap { pace.rebase(reached: core.now, at: start) }
    lastTurn = start
    let horizon = pace.horizon(at: start, reached: core.now)
    var isComplete = horizon <= core.now || core.stop != nil
    while !isComplete, Self.wall() - start < Self.turn {
      isComplete = core.advance(to: horizon, limit: Self.batch)
      isStale = true
    }
    let end = Self.wall()
    pace.note(reached: core.now, at: end, isComplete: isComplete)
    if isComplete || end - lastPost >= Self.frame { post() }
    isBehind = !isComplete && timer != nil
    // Behind the turn stand the commands that came meanwhile.
    if isBehind { executor.queue.async { self.assumeIsolated { $0.takeTurn() } } }
  }

  private func apply(_ command: SessionCommand) {
    let wall = Self.wall()
    switch command {
    case .togglePause: pace.setPaused(!pace.isPaused, reached: core.now, at: wall)
    case .faster: pace.setSpeed(pace.speed.faster, reached: core.now, at: wall)
    case .slower: pace.setSpeed(pace.speed.slower, reached: core.now, at: wall)
    case .intervene(let intervention): core.apply(intervention)
    case .focus(let signatory): focus = signatory
    case .examine(let scope): part = scope
    }
    isStale = true
    post()
  }

  private func post() {
    guard isStale else { return }
    isStale = false
    lastPost = Self.wall()
    let status = SessionStatus(
      origin: origin, isPaused: pace.isPaused, opening: pace.opening, speed: pace.speed,
      isLagging: isBehind && pace.opening == nil && pace.speed < .maximum, stop: core.stop,
      interventionRefusal: core.interventionRefusal)
    let snapshot = Snapshot(of: core.projection, status: status, focus: focus, part: part)
    if mailbox.post(snapshot) { onSnapshot() }
  }

  /// Microseconds of a steady clock.
  private static func wall() -> Microseconds {
    Microseconds(DispatchTime.now().uptimeNanoseconds / 1_000)
  }
}
