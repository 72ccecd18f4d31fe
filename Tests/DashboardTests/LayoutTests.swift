import Dashboard
import Moderation
import Queueing
import Testing

/// Panels at sizes and over worlds that nobody has designed them for.
@Suite struct LayoutTests {
  private static let visits: [[Command]] =
    Command.pages.map { [$0] }
    + Command.pages.map { [$0, .bottom] }
    + [[.open], [.open, .bottom], [.help], [.help, .bottom], [.nextPanel, .bottom]]

  /// Every page at every size, the absurd ones among them.
  @Test(arguments: [
    (0, 0), (1, 1), (20, 5), (80, 24), (79, 23), (200, 60), (400, 120), (3, 100), (150, 7),
  ])
  func everyPageDrawsAtEverySize(columns: Int, rows: Int) {
    for commands in Self.visits {
      var screen = Screen(commands, columns: columns, rows: rows)
      screen.show(Regime.worlds(100))
      #expect(screen.canvas.size == Size(columns: columns, rows: rows))
    }
  }

  @Test func aRegimeThatHasNothingDraws() {
    let facts = ScenarioFacts(
      name: "", title: "", about: "", sources: [], clock: Regime.facts().clock, opensAt: 0,
      publishedFigures: [], signatories: [], policies: [], queues: [], teams: [],
      views: Regime.facts().views)
    for commands in Self.visits {
      for (columns, rows) in [(1, 1), (80, 24), (200, 60)] {
        var screen = Screen(Projection(facts: facts), columns: columns, rows: rows)
        screen.apply(commands)
        #expect(screen.canvas.size.columns == columns)
      }
    }
    var screen = Screen(Projection(facts: facts))
    #expect(screen.text.contains("no published figure"))
    screen.apply([.showAuthority])
    #expect(screen.text.contains("No orders, reports or requests so far"))
  }

  /// With as many queues as a scenario can have, both tables of the overview stay usable.
  @Test func manyQueuesLeaveRoomForTheRoster() {
    var screen = Screen(Regime.projection(Regime.facts(queues: 30)))
    for commands in [[], [.nextPanel], [.bottom]] as [[Command]] {
      screen.apply(commands)
      let lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      let queues = lines.firstIndex { $0.contains("─ Queues") || $0.contains("━ Queues") }
      let roster = lines.firstIndex { $0.contains("Signatories · simulated") }
      #expect((roster ?? 0) - (queues ?? 0) >= 5)
      #expect(23 - (roster ?? 23) >= 5)
    }
    #expect(screen.text.contains("▸ Appeals"))
  }

  /// A narrow screen leaves figures out; it never cuts one into another.
  @Test(arguments: 20...80) func noFigureIsCut(columns: Int) {
    func figures(_ canvas: Canvas) -> Set<String> {
      let words = canvas.text.split { " \n─━~│".contains($0) }
      return Set(words.filter { $0.contains { $0.isNumber } }.map(String.init))
    }
    for page in [Command.showOverview, .showErrors, .showAuthority] {
      let wide = [80, 200].map { figures(Screen([page], columns: $0, rows: 100).canvas) }
      let narrow = Screen([page], columns: columns, rows: 100).canvas
      let known = wide[0].union(wide[1]).union(["2016-04-12"])
      for figure in figures(narrow) where !figure.contains("…") {
        #expect(known.contains(figure), "\(figure) at \(columns) columns of \(page)")
      }
    }
  }

  /// Whatever stands in a scenario file, no control character reaches the terminal.
  @Test func textFromScenariosIsMadeSafe() {
    let facts = Regime.facts(mark: "\u{1B}[2J\u{202E}")
    for commands in Self.visits + [[.showErrors, .right], [.showEvents, .down, .down]] {
      for columns in [80, 200] {
        var screen = Screen(Regime.projection(facts), columns: columns, rows: 100)
        screen.apply(commands)
        let scalars = screen.text.unicodeScalars
        #expect(!scalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(commands)")
      }
    }
  }

  @Test func aLongNameStaysInItsColumn() {
    #expect(Wrap.shortened("China Mobile International Services", cells: 12) == "China Mobil…")
    #expect(Wrap.shortened("阿里巴巴阿里巴巴", cells: 6) == "阿里…")
    #expect(Wrap.shortened("short", cells: 5) == "short")
  }
}
