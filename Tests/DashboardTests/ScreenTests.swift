import Dashboard
import Moderation
import Testing

@Suite struct ScreenTests {
  private static let small = Size(columns: 80, rows: 24)
  private static let large = Size(columns: 200, rows: 50)

  @Test(
    arguments: [
      ("overview-80x24", small, []), ("overview-200x50", large, []),
      ("queues-80x24", small, [.showQueues, .right, .togglePause]),
      ("signatory-80x24", small, [.down, .open]),
      ("unnamed-80x24", small, [.bottom, .open]),
      ("signatories-120x30", Size(columns: 120, rows: 30), [.showSignatories, .right]),
      ("help-80x24", small, [.help]),
    ] as [(String, Size, [Command])])
  func screensAreAsTheyWereLastLookedAt(
    name: String, size: Size, commands: [Command]
  ) throws {
    try Golden.expect(try Pledge.screen(size, commands).text, name)
  }

  /// Every page at every size, the absurd ones among them.
  @Test(arguments: [(0, 0), (1, 1), (20, 5), (80, 24), (79, 23), (200, 60), (400, 120), (3, 100)])
  func everyPageDrawsAtEverySize(columns: Int, rows: Int) throws {
    let pages: [[Command]] = [
      [], [.showQueues], [.showSignatories], [.open], [.help], [.help, .bottom],
    ]
    for commands in pages {
      let size = Size(columns: columns, rows: rows)
      #expect(try Pledge.screen(size, commands).size == size)
    }
  }

  /// A narrow screen leaves figures out; it never cuts one into another.
  @Test(arguments: 20...80) func noFigureIsCut(columns: Int) throws {
    let wide = try Pledge.screen(Self.small)
    let narrow = try Pledge.screen(Size(columns: columns, rows: 24))
    func figures(_ canvas: Canvas) -> Set<String> {
      let words = canvas.text.split { " \n─━~".contains($0) }
      return Set(words.filter { $0.contains { $0.isNumber } }.map(String.init))
    }
    let known = figures(wide).union(["2016-04-12"])
    for figure in figures(narrow) where !figure.contains("…") {
      #expect(known.contains(figure), "\(figure) at \(columns) columns")
    }
  }

  @Test func aLongNameStaysInItsColumn() {
    #expect(Wrap.shortened("China Mobile International Services", cells: 12) == "China Mobil…")
    #expect(Wrap.shortened("阿里巴巴阿里巴巴", cells: 6) == "阿里…")
    #expect(Wrap.shortened("short", cells: 5) == "short")
  }

  @Test func aStoppedSessionSaysWhy() throws {
    let status = SessionStatus(
      origin: .simulation(seed: 7), speed: .maximum, stop: .tooManyOpenSubjects(limit: 5))
    var canvas = Canvas(Self.small)
    DashboardScreen.draw(
      Snapshot(of: try #require(Pledge.projection), status: status),
      DashboardState(size: Self.small), into: &canvas)
    #expect(canvas.text(row: 1).contains("STOPPED: queues full"))
  }

  @Test func everyPageSaysThatItIsASimulation() throws {
    for commands in [[], [.showQueues], [.showSignatories], [.open]] as [[Command]] {
      #expect(try Pledge.screen(Self.small, commands).text(row: 0).contains("SIMULATION"))
    }
  }

  @Test func theChineseNamesAlign() throws {
    let screen = try Pledge.screen(Self.small)
    for name in ["Baidu", "Alibaba", "Tencent"] {
      let row = try #require((0..<24).first { screen.text(row: $0).contains(name) })
      let text = (0..<80).compactMap { screen[$0, row].glyph == nil ? nil : $0 }
      let starts = text.filter { screen[$0, row].glyph == name.first }
      #expect(starts.contains(12), "\(name) starts in column 12")
    }
  }

  @Test func aSourcedFactCarriesItsSource() throws {
    let text = try Pledge.screen(Self.small, [.down, .open]).text
    #expect(text.contains("About 3,000 of nearly 50,000 employees"))
    #expect(text.contains("News report from the third World Internet Conference in Wuzhen, 18"))
    #expect(text.contains("not facts about the company"))
  }

  @Test func publishedFiguresLookUnlikeSimulatedOnes() throws {
    let screen = try Pledge.screen(Self.small)
    let row = try #require((0..<24).first { screen.text(row: $0).contains("% of 25,000") })
    let columns = (0..<80).filter { screen[$0, row].style == .published }
    #expect(columns.count >= 6)
    #expect((0..<80).contains { screen[$0, row].style == .value })
  }
}
