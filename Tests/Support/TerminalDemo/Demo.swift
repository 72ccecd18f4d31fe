import CursesTerminal
import Dashboard
import Glibc

/// A program that shows what a terminal can do and says which keys arrive.
///
/// Tests drive it. `q` quits; `$` writes to standard error; `!` traps, `@` calls `abort` and `%` calls `exit`, each
/// without giving the terminal back first.
@main @MainActor final class Demo {
  /// Wide, plain and combined characters, and such as must never reach a terminal.
  private static let names = [
    "百度", "阿里巴巴", "腾讯", "Café", "─▉⣿▸●", "e\u{301}tude", "a\u{7}b\u{9B}c\u{202E}d",
  ]

  private let terminal: CursesTerminal
  private var keys: [KeyPress] = []
  private var redraws = 0

  private init(_ terminal: CursesTerminal) { self.terminal = terminal }

  static func main() {
    do throws(TerminalError) {
      let demo = Demo(try CursesTerminal())
      let events = TerminalEvents(
        of: demo.terminal, keys: { demo.receive($0) }, redraw: { demo.redraw() })
      demo.redraw()
      withExtendedLifetime(events) { TerminalEvents.run() }
    } catch {
      say("\(error)")
      exit(1)
    }
  }

  private static func say(_ text: String) {
    let line = "terminal-demo: \(text)\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  }

  private func receive(_ pressed: [KeyPress]) {
    for key in pressed {
      switch key {
      case .character("q"):
        terminal.close()
        exit(0)
      case .character("$"): Self.say("noise")
      case .character("!"): fatalError("asked to")
      case .character("@"): abort()
      case .character("%"): exit(3)
      default: keys.append(key)
      }
    }
    draw()
  }

  private func redraw() {
    redraws += 1
    draw()
  }

  private func draw() {
    var canvas = Canvas(terminal.size)
    let size = canvas.size
    canvas.write("terminal-demo", column: 0, row: 0, style: .title)
    canvas.write(" SIMULATION ", column: 20, row: 0, style: .source)
    canvas.write("\(size.columns)x\(size.rows)", column: 34, row: 0)
    canvas.write("depth \(terminal.styles.depth)", column: 44, row: 0, style: .muted)
    canvas.write("redraws \(redraws)", column: 62, row: 0, style: .muted)
    for (index, style) in Style.allCases.enumerated() {
      let text = "\(style) 25,000 ███▉".padded(to: 36)
      canvas.write(text, column: 1 + index / 10 * 40, row: 2 + index % 10, style: style)
    }
    for (index, name) in Self.names.enumerated() {
      canvas.write("|\(name)", column: 0, row: 12 + index)
      canvas.write("|", column: 20, row: 12 + index)
    }
    canvas.write("keys \(keys.count)", column: 30, row: 12, style: .value)
    canvas.write("last \(keys.last.map { "\($0)" } ?? "none")", column: 30, row: 13)
    canvas.write("q Quit", column: 0, row: size.rows - 1, style: .hint)
    canvas.write("#", column: size.columns - 1, row: size.rows - 1, style: .alarm)
    terminal.present(canvas)
  }
}

extension String {
  fileprivate func padded(to cells: Int) -> String {
    self + String(repeating: " ", count: max(0, cells - CellWidth.of(self)))
  }
}
