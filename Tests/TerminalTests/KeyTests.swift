import TerminalTesting
import Testing

@Suite(.serialized) struct KeyTests {
  /// What an xterm sends in one of its modes, and the key that the program has to see.
  private static let keys: [(String, String)] = [
    ("a", #"character("a")"#), (" ", #"character(" ")"#), ("百", #"character("百")"#),
    ("é", #"character("é")"#), ("\u{1}", #"control("a")"#), ("\u{12}", #"control("r")"#),
    ("\u{13}", #"control("s")"#), ("\u{16}", #"control("v")"#),
    (Key.up.rawValue, "up"), ("\u{1B}[A", "up"), (Key.down.rawValue, "down"),
    (Key.left.rawValue, "left"), ("\u{1B}[D", "left"), (Key.right.rawValue, "right"),
    (Key.shiftLeft.rawValue, "shiftLeft"), (Key.shiftRight.rawValue, "shiftRight"),
    (Key.pageUp.rawValue, "pageUp"), (Key.pageDown.rawValue, "pageDown"),
    (Key.home.rawValue, "home"), ("\u{1B}[H", "home"), ("\u{1B}[1~", "home"),
    (Key.end.rawValue, "end"), ("\u{1B}[F", "end"), ("\u{1B}[4~", "end"),
    (Key.enter.rawValue, "enter"), ("\n", "enter"), (Key.escape.rawValue, "escape"),
    (Key.tab.rawValue, "tab"), (Key.backTab.rawValue, "backTab"),
    (Key.backspace.rawValue, "backspace"), ("\u{8}", "backspace"),
    (Key.delete.rawValue, "delete"),
  ]

  @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "linux", "rxvt", "vt100"])
  func everyKey(terminal: String) throws {
    let program = try ScreenProcess.demo(["TERM": terminal])
    for (index, (sequence, name)) in Self.keys.enumerated() {
      program.send(sequence)
      try program.waitUntil("\(name) from \(sequence.debugDescription)") {
        $0.contains("keys \(index + 1)") && $0.line(13).hasSuffix(name)
      }
    }
  }

  @Test func unknownKeysTypeNothing() throws {
    let program = try ScreenProcess.demo()
    // F5, Ctrl-Up, an unknown function key, Alt-q, a mouse report, a colour report.
    for sequence in [
      "\u{1B}[15~", "\u{1B}[1;5A", "\u{1B}[99~", "\u{1B}q", "\u{1B}[<0;3;4M",
      "\u{1B}]11;rgb:1/1/1\u{7}",
    ] {
      program.send(sequence)
    }
    program.send("k")
    try program.waitUntil("the one key") {
      $0.contains("keys 1") && $0.line(13).hasSuffix(#"last character("k")"#)
    }
  }

  @Test func keysTypedAheadAreKept() throws {
    let program = try ScreenProcess.demo()
    program.send("jjk" + Key.down.rawValue + "百" + Key.escape.rawValue)
    try program.waitUntil("six keys") { $0.contains("keys 6") && $0.line(13).hasSuffix("escape") }
  }

  @Test func aPasteIsTakenInAndThenKeysWork() throws {
    let program = try ScreenProcess.demo()
    program.send(String(repeating: "paste 百度\n", count: 5000))
    try program.waitFor("keys 45000")
    program.send("q")
    #expect(try program.waitForExit() == .code(0))
  }
}
