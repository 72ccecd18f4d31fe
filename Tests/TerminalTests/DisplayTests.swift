import Dashboard
import TerminalTesting
import Testing

@Suite(.serialized) struct DisplayTests {
  @Test(arguments: [(80, 24), (200, 50), (132, 43)])
  func theWholeScreenIsDrawn(columns: Int, rows: Int) throws {
    let program = try ScreenProcess.demo(size: (columns, rows))
    let screen = program.screen
    #expect(screen.isAlternate)
    #expect(!screen.isCursorVisible)
    #expect(screen.line(0).contains("\(columns)x\(rows)"))
    #expect(screen[columns - 1, rows - 1].text == "#")
    for style in Style.allCases {
      #expect(screen.contains("\(style) 25,000 ███▉"))
    }
  }

  @Test(arguments: ["C.UTF-8", "C", "", "zz_ZZ.ISO-8859-1"])
  func wideNamesAlign(locale: String) throws {
    let screen = try ScreenProcess.demo(["LANG": locale]).screen
    for (row, name) in ["百度", "阿里巴巴", "腾讯", "Café", "─▉⣿▸●"].enumerated() {
      #expect(screen.line(12 + row).hasPrefix("|" + name))
      #expect(screen[20, 12 + row].text == "|", "\(name)")
    }
    #expect(screen.line(17).hasPrefix("|e\u{301}tude"))
    #expect(screen.line(18).hasPrefix("|a?b?c?d"))
    #expect(screen[20, 17].text == "|")
    #expect(screen[20, 18].text == "|")
    #expect(screen[1, 12].text == "百")
    #expect(screen[2, 12].text == "")
    #expect(screen[3, 12].text == "度")
  }

  @Test func theTerminalKnowsItsSizeBetterThanTheEnvironment() throws {
    let program = try ScreenProcess.demo(["LINES": "10", "COLUMNS": "40"])
    #expect(program.screen.line(0).contains("80x24"))
    program.resize(columns: 90, rows: 30)
    try program.waitUntil("the new size") { $0[89, 29].text == "#" }
  }

  @Test func aResizeRedrawsCleanly() throws {
    let fresh = try ScreenProcess.demo(size: (100, 30)).screen
    let program = try ScreenProcess.demo()
    for (columns, rows) in [(200, 50), (44, 9), (1, 1), (7, 3), (120, 12), (100, 30)] {
      program.resize(columns: columns, rows: rows)
      try program.waitUntil("its corner") { $0[columns - 1, rows - 1].text == "#" }
    }
    let screen = try program.waitUntil("its size") { $0.line(0).contains("100x30") }
    for row in 1..<30 { #expect(screen.line(row) == fresh.line(row)) }
  }

  @Test func manyResizesEndWithTheLast() throws {
    let program = try ScreenProcess.demo()
    for columns in 60..<160 { program.resize(columns: columns, rows: 24) }
    program.resize(columns: 90, rows: 28)
    try program.waitUntil("the last size") {
      $0.line(0).contains("90x28") && $0[89, 27].text == "#"
    }
  }

  @Test func everyStyleHasItsLook() throws {
    let screen = try ScreenProcess.demo(["COLORFGBG": "15;0"]).screen
    let alarm = try #require(screen.position(of: "alarm"))
    #expect(screen[alarm.column, alarm.row].foreground == 203)
    #expect(screen[alarm.column, alarm.row].isBold)
    let selected = try #require(screen.position(of: "selected "))
    #expect(screen[selected.column, selected.row].background == 25)
    #expect(screen[1, 2] == screen[2, 20].with(text: "n"))
  }

  @Test(arguments: ["linux", "xterm", "screen", "rxvt"])
  func fewColoursAreTheAnsiOnes(type: String) throws {
    let screen = try ScreenProcess.demo(["TERM": type]).screen
    #expect(screen.contains("depth ansi"))
    let alarm = try #require(screen.position(of: "alarm"))
    #expect(screen[alarm.column, alarm.row].foreground == 1)
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"], ["TERM": "xterm-mono"]])
  func withoutColourMeaningSurvives(environment: [String: String]) throws {
    let program = try ScreenProcess.demo(environment)
    let screen = program.screen
    #expect(screen.contains("depth monochrome"))
    let alarm = try #require(screen.position(of: "alarm"))
    #expect(screen[alarm.column, alarm.row].isBold)
    #expect(screen[alarm.column, alarm.row].isReversed)
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
    #expect(colourSequences(in: program.output) == [])
  }

  @Test func anEmptyNoColorMeansNothing() throws {
    let program = try ScreenProcess.demo(["NO_COLOR": ""])
    #expect(program.screen.contains("depth palette"))
    #expect(!colourSequences(in: program.output).isEmpty)
  }

  /// The SGR sequences that set or reset a colour.
  private func colourSequences(in output: [UInt8]) -> [String] {
    let text = String(decoding: output, as: UTF8.self)
    return text.matches(of: /\u{1B}\[([0-9;]*)m/).map { String($0.1) }.filter { parameters in
      parameters.split(separator: ";").compactMap { Int($0) }.contains {
        (30...49).contains($0) || (90...107).contains($0)
      }
    }
  }
}

extension TerminalScreen.Cell {
  fileprivate func with(text: String) -> TerminalScreen.Cell {
    var cell = self
    cell.text = text
    return cell
  }
}
