import Dashboard
import Moderation
import Queueing
import Testing

/// The foot of a replay, the prompt, and the keys that move in time.
@Suite struct ReplayScreenTests {
  private static func replay(live: Microseconds? = nil, found: Event? = nil) -> ReplayStatus {
    let projection = Regime.shared
    let last = Event(
      time: projection.now - TimeUnit.minute,
      fact: .claimed(
        Subject(id: 17, signatory: 1, kind: .video, policy: 0, truth: .lawful),
        Placement(queue: 0, source: .screening, since: 5)))
    return ReplayStatus(
      end: 96 * TimeUnit.hour, events: 8_421, position: 7_003, last: last,
      density: (0..<512).map { ($0 * 37) % 100 + ($0 > 300 ? 200 : 0) },
      interventions: [48 * TimeUnit.hour],
      markers: [
        ReplayStatus.Marker(time: 20 * TimeUnit.hour, note: "one"),
        ReplayStatus.Marker(time: projection.now, note: "a \u{1B}[31mred\u{202E} note"),
      ],
      loop: ReplayStatus.Loop(start: 30 * TimeUnit.hour, end: 40 * TimeUnit.hour),
      isReversed: false, unit: .oneHour, filter: "decided removed", found: found, live: live)
  }

  private static func snapshot(
    _ replay: ReplayStatus?, isPaused: Bool = false, notice: String? = nil
  ) -> Snapshot {
    Snapshot(
      of: Regime.shared,
      status: SessionStatus(
        origin: replay?.live == nil ? .recording(seed: 7) : .simulation(seed: 7),
        isPaused: isPaused, speed: Speed(perSecond: 4 * TimeUnit.hour),
        interventionRefusal: replay == nil ? nil : "a recording stays as it is",
        recording: replay?.live == nil ? .off : .on,
        notice: notice.map { SessionStatus.Notice(number: 1, text: $0) }),
      replay: replay)
  }

  private static func text(_ snapshot: Snapshot, _ state: DashboardState) -> String {
    var canvas = Canvas(state.size)
    DashboardScreen.draw(snapshot, state, into: &canvas)
    return canvas.text
  }

  private static func state(columns: Int = 80, rows: Int = 24) -> DashboardState {
    DashboardState(size: Size(columns: columns, rows: rows))
  }

  private static func type(
    _ text: String, into state: inout DashboardState, _ snapshot: Snapshot
  ) -> [Effect] {
    var effects: [Effect] = []
    for character in text {
      let key: KeyPress =
        switch character {
        case "\n": .enter
        case "\t": .tab
        case "\u{7F}": .backspace
        default: .character(character)
        }
      effects = state.receive(key, snapshot: snapshot)
    }
    return effects
  }

  @Test func theReplayIsAsItWasLastLookedAt() throws {
    let screen = Self.text(Self.snapshot(Self.replay()), Self.state())
    try Golden.expect(screen, "replay-80x24")
    #expect(!screen.contains("\u{1B}") && !screen.contains("\u{202E}"))
    let live = Self.replay(live: 90 * TimeUnit.hour, found: Self.replay().last)
    try Golden.expect(
      Self.text(Self.snapshot(live, isPaused: true), Self.state(columns: 120, rows: 30)),
      "replay-live-120x30")
  }

  @Test func itDrawsAtEverySize() {
    for (columns, rows) in [(0, 0), (1, 1), (4, 2), (20, 5), (80, 15), (200, 60), (400, 120)] {
      _ = Self.text(Self.snapshot(Self.replay()), Self.state(columns: columns, rows: rows))
      var state = Self.state(columns: columns, rows: rows)
      _ = Self.type(":goto somewhere far away\n", into: &state, Self.snapshot(Self.replay()))
      _ = Self.text(Self.snapshot(Self.replay()), state)
    }
  }

  @Test func theArrowsMeanTimeInAReplayOnly() {
    let (live, replay) = (Self.snapshot(nil), Self.snapshot(Self.replay()))
    var state = Self.state()
    #expect(
      state.receive(.left, snapshot: replay) == [.session(.seek(.by(-TimeUnit.minute)))])
    #expect(
      state.receive(.shiftRight, snapshot: replay) == [.session(.seek(.by(TimeUnit.day)))])
    let column = state.order.column
    #expect(state.receive(.character("l"), snapshot: replay) == [] && state.order.column != column)
    #expect(state.receive(.left, snapshot: live) == [] && state.order.column == column)
    #expect(state.receive(.shiftRight, snapshot: live) == [] && state.page == .queues)
    for snapshot in [live, replay] {
      #expect(
        state.receive(.character(","), snapshot: snapshot) == [.session(.seek(.byEvents(-1)))])
      #expect(
        state.receive(.character("]"), snapshot: snapshot)
          == [.session(.seek(.marker(.forth)))])
    }
    #expect(state.receive(.character("F"), snapshot: live) == [])
    #expect(state.receive(.character("F"), snapshot: replay) == [.session(.fork)])
    #expect(state.receive(.character("L"), snapshot: replay) == [])
    let behind = Self.snapshot(Self.replay(live: 90 * TimeUnit.hour))
    #expect(state.receive(.character("L"), snapshot: behind) == [.session(.goLive)])
  }

  @Test func commandsAskTheSession() {
    let snapshot = Self.snapshot(Self.replay())
    func effects(of line: String) -> [Effect] {
      var state = Self.state()
      return Self.type(":\(line)\n", into: &state, snapshot)
    }
    #expect(effects(of: "goto 50%") == [.session(.seek(.share(0.5)))])
    #expect(effects(of: "goto +90m") == [.session(.seek(.by(90 * TimeUnit.minute)))])
    #expect(
      effects(of: "goto 2016-04-10 14:03")
        == [.session(.seek(.instant(38 * TimeUnit.hour + 3 * TimeUnit.minute)))])
    #expect(
      effects(of: "speed 1/8x")
        == [.session(.setSpeed(Speed(perSecond: TimeUnit.hour / 8)))])
    #expect(effects(of: "mark a note") == [.session(.addMarker(note: "a note"))])
    #expect(effects(of: "") == [])
  }

  @Test func leversAreChangedByCommands() {
    let snapshot = Self.snapshot(nil)
    func effects(of line: String) -> [Effect] {
      var state = Self.state()
      return Self.type(":\(line)\n", into: &state, snapshot)
    }
    func intervention(_ intervention: Intervention) -> [Effect] {
      [.session(.intervene(intervention))]
    }
    #expect(effects(of: "staff hard 150%") == intervention(.staffing(team: 1, percent: 150)))
    let queue = snapshot.facts.queues[1].key
    #expect(effects(of: "target \(queue) 90m") == intervention(.target(queue: 1, seconds: 5_400)))
    #expect(
      effects(of: "discipline \(queue) views") == intervention(.discipline(queue: 1, .views)))
    let policy = snapshot.facts.policies[0].key
    #expect(
      effects(of: "review-at \(policy) post 3.5")
        == intervention(.reviewAt(policy: 0, kind: .post, score: 3.5)))
  }

  @Test(arguments: [
    "got 50%", "goto", "goto yesterday", "staff nobody 100", "staff hard 201", "staff hard -1",
    "target appeals soon", "discipline appeals best", "remove-at terrorism post high",
    "remove-at nothing post 4", "speed 0x", "speed quick", "find nonsense", "shock flood",
  ])
  func aLineThatCannotBeDoneStaysAndSaysWhy(line: String) {
    let snapshot = Self.snapshot(nil)
    var state = Self.state(columns: 160)
    #expect(Self.type(":\(line)\n", into: &state, snapshot) == [])
    #expect(state.prompt?.text == line && state.prompt?.fault != nil)
    #expect(Self.text(snapshot, state).contains(state.prompt?.fault?.prefix(12) ?? "?"))
    #expect(Self.type("\u{7F}", into: &state, snapshot) == [] && state.prompt?.fault == nil)
  }

  @Test func aRecordingRefusesChangesInThePrompt() {
    let snapshot = Self.snapshot(Self.replay())
    var state = Self.state()
    #expect(Self.type(":staff hard 150\n", into: &state, snapshot) == [])
    #expect(state.prompt?.fault == "a recording stays as it is")
  }

  @Test func tabCompletesAsFarAsItIsCertain() {
    let snapshot = Self.snapshot(nil)
    var state = Self.state()
    _ = Self.type(":st\tha\t", into: &state, snapshot)
    #expect(state.prompt?.text == "staff hard ")
    _ = state.receive(.control("u"), snapshot: snapshot)
    _ = Self.type("re\t", into: &state, snapshot)
    #expect(state.prompt?.text == "re" && state.prompt?.choices == ["remove-at", "review-at"])
    _ = state.receive(.control("w"), snapshot: snapshot)
    #expect(state.prompt?.text == "")
    _ = Self.type("\u{7F}", into: &state, snapshot)
    #expect(state.prompt == nil)
  }

  @Test func aLeverOpensItsCommand() {
    let snapshot = Self.snapshot(nil)
    var state = Self.state()
    _ = state.apply(.showEvents, snapshot: snapshot)
    for _ in 0..<200 where state.prompt == nil {
      _ = state.receive(.down, snapshot: snapshot)
      let effects = state.receive(.enter, snapshot: snapshot)
      #expect(effects.isEmpty || state.prompt == nil)
    }
    let line = state.prompt?.text ?? ""
    #expect(PromptCommand.all.contains { line.hasPrefix($0.name) }, "\(line)")
    #expect(state.receive(.escape, snapshot: snapshot) == [] && state.prompt == nil)
  }

  @Test func aNoticeStaysUntilTheNextKey() {
    let snapshot = Self.snapshot(Self.replay(), notice: "no marker that way")
    var state = Self.state()
    #expect(Self.text(snapshot, state).contains("no marker that way"))
    _ = state.receive(.character("k"), snapshot: snapshot)
    #expect(!Self.text(snapshot, state).contains("no marker that way"))
  }
}
