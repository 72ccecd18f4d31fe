import Dashboard
import Moderation
import Queueing
import Testing

/// The foot of a replay, the prompt, and the keys that move in time.
@Suite struct ReplayScreenTests {
  private static func replay(
    live: Microseconds? = nil, found: Event? = nil, markers: [ReplayStatus.Marker]? = nil,
    loop: ReplayStatus.Loop? = nil
  ) -> ReplayStatus {
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
      markers: markers ?? [
        ReplayStatus.Marker(time: 20 * TimeUnit.hour, note: "one"),
        ReplayStatus.Marker(time: projection.now, note: "a \u{1B}[31mred\u{202E} note"),
      ],
      loop: loop ?? ReplayStatus.Loop(start: 30 * TimeUnit.hour, end: 40 * TimeUnit.hour),
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
    "remove-at terrorism post 3.1", "review-at terrorism post 4.6", "review-at terrorism post 2.9",
    "remove-at terrorism video 4", "speed 4x", "goto 2016-02-30", "goto 25:00",
  ])
  func aLineThatCannotBeDoneStaysAndSaysWhy(line: String) {
    let snapshot = Self.snapshot(nil)
    var state = Self.state(columns: 160)
    #expect(Self.type(":\(line)\n", into: &state, snapshot) == [])
    #expect(state.prompt?.text == line && state.prompt?.fault != nil)
    #expect(Self.text(snapshot, state).contains(state.prompt?.fault?.prefix(12) ?? "?"))
    #expect(Self.type("\u{7F}", into: &state, snapshot) == [] && state.prompt?.fault == nil)
  }

  @Test(
    arguments: [
      (
        "remove-at terrorism post 3.1",
        "remove-at: 3.1 lies below review-at, 3.20 now; expected candidate_at ≤ review-at ≤ "
          + "remove-at, which are 3.00, 3.20 and 4.50"
      ),
      (
        "review-at terrorism post 4.6",
        "review-at: 4.6 lies above remove-at, 4.50 now; expected candidate_at ≤ review-at ≤ "
          + "remove-at, which are 3.00, 3.20 and 4.50"
      ),
      (
        "remove-at terrorism post 2.9",
        "remove-at: 2.9 lies below candidate_at, 3.00; expected candidate_at ≤ review-at ≤ "
          + "remove-at, which are 3.00, 3.20 and 4.50"
      ),
      (
        "speed 4x", "speed: expected 6h/s, 1d/s or max; multiples such as 4x are for replays"
      ),
      (
        "goto 2016-02-30",
        "goto: there is no day 2016-02-30; expected one such as 2016-03-01"
      ),
      ("goto 25:00", "goto: there is no time 25:00; expected one from 00:00 to 24:00"),
    ])
  func aFaultIsShownInFullHoweverNarrowTheScreen(line: String, fault: String) {
    let snapshot = Self.snapshot(nil)
    for (columns, rows) in [(40, 12), (80, 24), (200, 50)] {
      var state = Self.state(columns: columns, rows: rows)
      _ = Self.type(":\(line)\n", into: &state, snapshot)
      #expect(state.prompt?.fault == fault)
      let lines = Self.text(snapshot, state).split(separator: "\n").map { $0.trimmed }
      #expect(lines.last?.hasPrefix(":\(line)") == true)
      // The lines above the prompt, or what stands beside it, make the whole sentence.
      let shown = lines.suffix(6).joined(separator: " ")
      #expect(shown.contains(fault), "\(columns) columns: \(shown)")
    }
  }

  /// Events hold a score with fewer digits than a scenario does.
  @Test(arguments: ["remove-at terrorism post 3.2", "review-at terrorism post 4.5"])
  func thresholdsMayMeet(line: String) {
    var state = Self.state()
    #expect(!Self.type(":\(line)\n", into: &state, Self.snapshot(nil)).isEmpty)
  }

  @Test func aLongNoticeIsShownInFull() {
    let notice =
      "read-only: /home/somebody/a/rather/long/path/to/sessions/pledge-2016-seed7-20160412.modtop: "
      + "the file or its folder is read-only"
    let text = Self.text(Self.snapshot(nil, notice: notice), Self.state())
    func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    #expect(letters(text).contains(letters(notice)))
    #expect(text.contains("q Quit"))
  }

  @Test func aNoticeSaysWhatWasChanged() {
    let status = SessionStatus(
      origin: .simulation(seed: 7), speed: .oneHour,
      notice: .init(
        number: 1, text: "changed", applied: .removeAt(policy: 0, kind: .post, score: 4.5)))
    let text = Self.text(Snapshot(of: Regime.shared, status: status), Self.state())
    #expect(text.contains("Terrorism, posts: removed at once from a score of 4.50"))
  }

  @Test func multiplesOfTheUnitAreForReplays() {
    func effects(of line: String, _ snapshot: Snapshot) -> [Effect] {
      var state = Self.state()
      return Self.type(":\(line)\n", into: &state, snapshot)
    }
    let expected: [Effect] = [.session(.setSpeed(Speed(perSecond: 4 * TimeUnit.hour)))]
    #expect(effects(of: "speed 4x", Self.snapshot(Self.replay())) == expected)
    #expect(effects(of: "speed 4×", Self.snapshot(Self.replay())) == expected)
    #expect(effects(of: "speed 4h/s", Self.snapshot(nil)) == expected)
    for snapshot in [Self.snapshot(nil), Self.snapshot(Self.replay())] {
      #expect(effects(of: "speed max", snapshot) == [.session(.setSpeed(.maximum))])
    }
  }

  @Test func theKeysThatWorkInAReplayAreShown() {
    for (page, live, replay) in [
      (Command.showQueues, "7 days   ← →", "7 days   h l"), (.showErrors, "← →", "h l"),
    ] {
      var state = Self.state(columns: 120, rows: 40)
      _ = state.apply(page, snapshot: Self.snapshot(nil))
      #expect(Self.text(Self.snapshot(nil), state).contains(live))
      #expect(Self.text(Self.snapshot(Self.replay()), state).contains(replay))
    }
  }

  @Test func aLoopIsSaidInWords() {
    let text = Self.text(Self.snapshot(Self.replay()), Self.state(columns: 120))
    #expect(text.contains("loop 10 Apr 06:00 – 10 Apr 16:00"))
    let now = Regime.shared.now
    func heading(_ loop: ReplayStatus.Loop) -> String {
      Self.text(Self.snapshot(Self.replay(loop: loop)), Self.state(columns: 120))
    }
    #expect(
      heading(.init(start: now - TimeUnit.hour, end: now + TimeUnit.hour)).contains(
        "loop 08:41 – 10:41 "))
    #expect(heading(.init(start: now)).contains("loop from 09:41"))
  }

  @Test func markersAreListedWithTheirWholeNotes() throws {
    let long = Array(repeating: "a note that says much", count: 6).joined(separator: " ")
    let now = Regime.shared.now
    let markers = [
      ReplayStatus.Marker(time: TimeUnit.hour, note: long),
      ReplayStatus.Marker(time: now, note: "first"), ReplayStatus.Marker(time: now, note: "last"),
    ]
    let snapshot = Self.snapshot(Self.replay(markers: markers))
    #expect(Self.text(snapshot, Self.state()).contains("▼ 2 markers, the last: last  09:40:00"))
    var state = Self.state(columns: 80, rows: 60)
    _ = state.apply(.showEvents, snapshot: snapshot)
    let text = Self.text(snapshot, state)
    #expect(text.contains("Markers"))
    #expect(text.contains("9 Apr 2016 01:00"))
    let words = text.split { $0 == "\n" || $0 == " " }
    #expect(words.count { $0 == "says" } == 6)
    // Enter goes there.
    for _ in 0..<100 where state.marker(snapshot) != now {
      _ = state.receive(.character("j"), snapshot: snapshot)
    }
    #expect(state.receive(.enter, snapshot: snapshot) == [.session(.seek(.instant(now)))])
    #expect(Self.text(snapshot, state).contains("Enter Go"))
  }

  @Test func aLongNoteHasTheRoomOfTheEvent() {
    let note = "this is where the queue of videos began to grow and nobody saw it"
    let markers = [ReplayStatus.Marker(time: Regime.shared.now, note: note)]
    for columns in [70, 80, 100] {
      let state = Self.state(columns: columns)
      let text = Self.text(Self.snapshot(Self.replay(markers: markers)), state)
      #expect(text.contains("▼ \(note)\n"), "\(columns) columns")
    }
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
