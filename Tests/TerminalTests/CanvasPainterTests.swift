import CursesTerminal
import Dashboard
import Queueing
import TerminalTesting
import Testing

/// What is painted shows as the canvas, on a real terminal emulation.
@Suite struct CanvasPainterTests {
  private let styles = StyleTable(theme: .dark, depth: .palette)

  @Test func aTerminalShowsEachCanvasInTurn() throws {
    let size = Size(columns: 40, rows: 8)
    let terminal = try #require(VirtualTerminal(columns: size.columns, rows: size.rows))
    var painter = CanvasPainter(styles)
    var random = RandomStream(seed: 3, name: "canvases")
    let words = ["百度", "plain", "⣿⣷", "Ünï", " ", "阿里巴巴 x"]
    var canvas = Canvas(size)
    for _ in 0..<60 {
      for _ in 0..<4 {
        canvas.write(
          words[Int(random.uniform() * Double(words.count))],
          column: Int(random.uniform() * 44) - 3, row: Int(random.uniform() * 8),
          style: Style.allCases[Int(random.uniform() * Double(Style.allCases.count))])
      }
      terminal.write(Array(painter.paint(canvas).utf8))
      let screen = terminal.snapshot()
      for row in 0..<size.rows { #expect(screen.line(row) == canvas.text(row: row)) }
    }
  }

  @Test func nothingIsSentForTheSameCanvas() {
    var painter = CanvasPainter(styles)
    var canvas = Canvas(Size(columns: 20, rows: 3))
    canvas.write("once", column: 2, row: 1, style: .alarm)
    #expect(!painter.paint(canvas).isEmpty)
    #expect(painter.paint(canvas).isEmpty)
  }
}
