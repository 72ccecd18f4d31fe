import Dashboard
import Moderation
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
      ("help-80x24", (80, 24), [.help]), ("help-200x50", (200, 50), [.help]),
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
