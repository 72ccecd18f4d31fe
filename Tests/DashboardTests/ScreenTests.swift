import Dashboard
import Moderation
import Queueing
import Testing

@Suite struct ScreenTests {
  private typealias Shot = (name: String, size: (Int, Int), commands: [Command])

  @Test(
    arguments: [
      ("overview-80x24", (80, 24), []), ("overview-200x50", (200, 50), []),
      ("overview-queues-80x24", (80, 24), [.nextPanel, .bottom]),
      ("queues-80x24", (80, 24), [.showQueues, .down, .right, .togglePause]),
      ("signatories-120x30", (120, 30), [.showSignatories, .right]),
      ("signatory-80x24", (80, 24), [.down, .open]),
      ("signatory-end-80x24", (80, 24), [.down, .open, .bottom]),
      ("signatory-200x50", (200, 50), [.down, .open]),
      ("unnamed-80x24", (80, 24), [.bottom, .open]),
      ("errors-80x24", (80, 24), [.showErrors]),
      ("errors-end-80x24", (80, 24), [.showErrors, .bottom]),
      ("errors-policy-80x24", (80, 24), [.showErrors, .right, .right]),
      ("errors-200x50", (200, 50), [.showErrors]),
      ("authority-80x24", (80, 24), [.showAuthority]),
      ("authority-120x40", (120, 40), [.showAuthority]),
      ("workforce-80x24", (80, 24), [.showWorkforce]),
      ("events-80x24", (80, 24), [.showEvents, .down]),
      ("events-end-80x24", (80, 24), [.showEvents, .bottom]),
      ("denominators-80x24", (80, 24), [.showDenominators]),
      ("help-80x24", (80, 24), [.help]), ("help-40x12", (40, 12), [.help, .pageDown]),
      ("help-200x50", (200, 50), [.help]),
    ] as [Shot])
  private func screensAreAsTheyWereLastLookedAt(shot: Shot) throws {
    var screen = Screen(shot.commands, columns: shot.size.0, rows: shot.size.1)
    screen.show(Regime.worlds(100))
    try Golden.expect(screen.text, shot.name)
  }

  @Test func aSearchShowsWhatItHasFoundSoFar() throws {
    var screen = Screen([.showDenominators])
    screen.show(Regime.worlds(37))
    #expect(screen.text.contains("37 of 100 worlds"))
    screen.show(.unsuitable("the scenario has no published figures"))
    #expect(screen.text.contains("the scenario has no published figures"))
  }

  @Test func aStoppedSessionSaysWhy() {
    let status = SessionStatus(
      origin: .simulation(seed: 7), speed: .maximum, stop: .tooManyOpenSubjects(limit: 5))
    var canvas = Canvas(Size(columns: 80, rows: 24))
    DashboardScreen.draw(
      Snapshot(of: Regime.shared, status: status), DashboardState(size: canvas.size),
      into: &canvas)
    #expect(canvas.text(row: 1).contains("STOPPED: queues full"))
  }

  @Test(arguments: Command.pages)
  func everyPageSaysThatItIsASimulation(page: Command) {
    for columns in [24, 40, 80, 200] {
      let screen = Screen([page], columns: columns)
      #expect(screen.canvas.text(row: 0).contains("SIMULATION"), "\(columns) columns")
    }
    #expect(Screen([page, .open]).canvas.text(row: 0).contains("SIMULATION"))
  }

  @Test(arguments: [80, 100, 200]) func allTabsFit(columns: Int) {
    for commands in [[], [.togglePause]] as [[Command]] {
      let tabs = Screen(commands, columns: columns).canvas.text(row: 1)
      for key in 1...8 { #expect(tabs.contains("\(key) "), "tab \(key): \(tabs)") }
      #expect(tabs.contains("8 Denom"))
    }
  }

  /// Names of tabs depend on the width, not on what the session does at the moment.
  @Test(arguments: [60, 80, 90, 100, 115, 116, 120, 200]) func tabsDoNotJump(columns: Int) {
    let names = Page.allCases.map(\.name)
    func tabs(_ status: SessionStatus) -> String {
      var canvas = Canvas(Size(columns: columns, rows: 24))
      DashboardScreen.draw(
        Snapshot(of: Regime.shared, status: status), DashboardState(size: canvas.size),
        into: &canvas)
      let row = canvas.text(row: 1)
      let signs = ["▶", " PAUSED", "NOT RECORDED"]
      let end = signs.compactMap { row.firstRange(of: $0)?.lowerBound }.min()
      if case .failed = status.recording { #expect(row.contains("NOT RECORDED: disk full")) }
      return String(row[..<(end ?? row.endIndex)]).trimmed
    }
    func status(
      _ speed: String, isPaused: Bool = false, opening: Microseconds? = nil,
      isLagging: Bool = false, recording: RecordingState = .on
    ) -> SessionStatus {
      SessionStatus(
        origin: .simulation(seed: 7), isPaused: isPaused, opening: opening,
        speed: Speed(parsing: speed) ?? .oneHour, isLagging: isLagging, recording: recording)
    }
    let usual = tabs(status("1h/s", recording: .off))
    for other in [
      status("10min/s"), status("10min/s", isPaused: true), status("7d/s", isLagging: true),
      status("1h/s", opening: 3 * TimeUnit.day), status("max"),
    ] {
      #expect(tabs(other) == usual)
    }
    // What is wrong is said in full, and stays wrong.
    let failed = RecordingState.failed("disk full")
    let failing = tabs(status("1h/s", recording: failed))
    #expect(tabs(status("10min/s", isPaused: true, recording: failed)) == failing)
    #expect(usual.contains(names[1]) == (columns >= 115), "\(usual)")
    #expect(usual.contains("8 Denom") == (columns >= 80), "\(usual)")
  }

  @Test func whatWasChangedInTheScenarioIsSaid() throws {
    let changes = ScenarioChanges(
      file: .edited,
      numbers: [
        .init(path: "teams.first.accuracy", value: 0.92, before: "0.98"),
        .init(path: "uploads.post.per_day", value: 1_000, before: "2000"),
      ], roster: "companies.csv")
    for (columns, rows) in [(80, 24), (200, 50)] {
      var screen = Screen(
        Regime.projection(Regime.facts(changes: changes)), columns: columns, rows: rows)
      #expect(screen.canvas.text(row: 0).contains("made-up*"))
      if columns == 200 {
        #expect(screen.text.contains("made-up* edited file, other roster, 2 changed"))
        #expect(screen.text.contains("Changed from the file"))
        #expect(screen.text.contains("* teams.first.accuracy is 0.92, 0.98 in the file"))
      }
      screen.apply([.showEvents])
      var seen = ""
      for _ in 0..<60 {
        seen += screen.text
        screen.apply([.down])
      }
      for line in changes.lines { #expect(seen.contains("* \(line.prefix(40))"), "\(line)") }
    }
    let narrow = Screen(Regime.projection(Regime.facts(changes: changes)), columns: 30)
    #expect(
      narrow.canvas.text(row: 0).contains("modtop *SIMULATION")
        || narrow.canvas.text(row: 0).contains("modtop * SIMULATION"))
  }

  @Test func aFigureThatIsFarExceededIsAMultiple() {
    let screen = Screen(Regime.projection(Regime.facts(published: 3)))
    #expect(screen.text.contains(" ×344 of      3"))
    #expect(screen.text.contains("  ×45 of      3"))
  }

  @Test func thePublishedFiguresHaveTheirNoteWhereThereIsRoom() {
    #expect(
      Screen([], columns: 120).text.contains(
        "published figure as of 12 Apr 2016: \"as much as\" ─"))
    #expect(Screen([], columns: 70).text.contains("published figure as of 12 Apr 2016 ─"))
  }

  @Test func theGraphOfAQueueFillsItsPlace() throws {
    for columns in [180, 200, 240] {
      let canvas = Screen([], columns: columns, rows: 40).canvas
      let heading = try #require(
        (0..<40).map { canvas.text(row: $0) }.first { $0.contains("waiting over") })
      let start = try #require(heading.firstRange(of: " waiting over")).lowerBound
      let column = heading.distance(from: heading.startIndex, to: start)
      let row = try #require((0..<40).first { canvas.text(row: $0).contains("Terrorism · posts") })
      let glyph = canvas[column, row].glyph
      #expect(glyph.map { !["\u{2800}", " "].contains($0) } == true, "\(columns) columns")
    }
  }

  @Test func barsByCauseAreOnTheScaleOfTheirShares() throws {
    let screen = Screen([.showErrors], columns: 320, rows: 50).text
    let line = try #require(screen.split(separator: "\n").first { $0.contains("Removal order ") })
    let bar = line.drop { !"█▏▎▍▌▋▊▉".contains($0) }.prefix { "█▏▎▍▌▋▊▉░".contains($0) }
    // 45.5 % of its cells.
    #expect(Double(bar.count { $0 == "█" }) / Double(bar.count) < 0.46)
    #expect(Double(bar.count { $0 == "█" }) / Double(bar.count) > 0.35)
  }

  @Test func onAVeryNarrowScreenTheErrorsComeFirst() {
    let text = Screen([], columns: 40, rows: 12).text
    #expect(text.contains("Removed wrongly") && text.contains("Never appealed"))
    #expect(!text.contains("Screened"))
  }

  @Test func warningsStayVisibleInTheSelectedRow() throws {
    let canvas = Screen([.nextPanel]).canvas
    let row = try #require((0..<24).first { canvas.text(row: $0).contains("▸ Terrorism · posts") })
    let styles = Set((0..<80).map { canvas[$0, row].style })
    #expect(styles == [.selected, .selectedWarning])
    let unfocused = Screen([]).canvas
    #expect(Set((0..<80).map { unfocused[$0, row].style }) == [.selectedUnfocused, .warning])
  }

  @Test func theReasonsForRestAreThoseOfTheScenario() {
    let text = Screen([.showWorkforce], columns: 140).text
    #expect(text.contains("a team at each signatory"))
    #expect(
      text.contains(
        "They rest for 10 min after each 120 min of review, and until the end of the shift after "
          + "90 min with violating subjects."))
    #expect(text.contains("80 %") && text.contains("100 %"))
  }

  @Test func theChineseNamesAlign() throws {
    let screen = Screen([]).canvas
    for name in ["Baidu", "Alibaba", "Tencent"] {
      let row = try #require((0..<24).first { screen.text(row: $0).contains(name) })
      let text = (0..<80).compactMap { screen[$0, row].glyph == nil ? nil : $0 }
      let starts = text.filter { screen[$0, row].glyph == name.first }
      #expect(starts.contains(12), "\(name) starts in column 12")
    }
  }

  @Test func aSourcedFactCarriesItsSource() {
    let signatory = Screen([.down, .open]).text
    #expect(signatory.contains("Named as a signatory of the pledge."))
    #expect(signatory.contains("A report on the pledge, 14 April 2016"))
    #expect(signatory.contains("not facts about the company"))
    let workforce = Screen([.showWorkforce]).text
    #expect(workforce.contains("about 6 % of its employees   grade S"))
    #expect(workforce.contains("A report from a later conference, undated"))
  }

  @Test func publishedFiguresLookUnlikeSimulatedOnes() throws {
    let screen = Screen([]).canvas
    let row = try #require((0..<24).first { screen.text(row: $0).contains("% of    500") })
    let columns = (0..<80).filter { screen[$0, row].style == .published }
    #expect(columns.count >= 3)
    #expect((0..<80).contains { screen[$0, row].style == .value })
  }
}

extension Command {
  /// Those that open a page.
  static let pages: [Command] = [
    .showOverview, .showQueues, .showSignatories, .showErrors, .showAuthority, .showWorkforce,
    .showEvents, .showDenominators,
  ]
}
