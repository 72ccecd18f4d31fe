import Dashboard
import Moderation
import Queueing
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (24_871, "24,871"), (1_234_567, "1,234,567"),
    (-1_234, "−1,234"),
  ])
  func countsHaveSeparators(number: Int, text: String) { #expect(Format.count(number) == text) }

  @Test(arguments: [
    (999_999, "999,999"), (412_600_000, "412.6 M"), (1_000_000, "1.0 M"),
    (2_500_000_000, "2.5 G"), (7_000_000_000_000, "7.0 T"), (999_960_000, "1.0 G"),
  ])
  func largeCountsAreShort(number: Int, text: String) { #expect(Format.short(number) == text) }

  @Test(arguments: [
    (123_456, 7, "123,456"), (123_456, 6, "123 k"), (1_234_567, 8, "1.2 M"), (999_600, 5, "1 M"),
    (418_100_000, 7, "418.1 M"), (418_100_000, 5, "418 M"),
  ])
  func aCountFitsItsCells(number: Int, cells: Int, text: String) {
    #expect(Format.count(number, cells: cells) == text)
  }

  @Test(arguments: [
    (9.99, "999 %"), (9.996, "×10"), (276.98, "×277"), (27_698, "×27,698"), (1.0, "100 %"),
  ])
  func fromTenTimesTheWholeOnAShareIsAMultiple(share: Double, text: String) {
    #expect(Format.percent(share, decimals: 0) == text)
  }

  @Test(arguments: [
    (0, "0s"), (59 * TimeUnit.second, "59s"), (60 * TimeUnit.second, "1m"),
    (72 * TimeUnit.minute, "1h 12m"), (26 * TimeUnit.hour, "1d 2h"), (400 * TimeUnit.day, "400d"),
  ])
  func durationsAreShort(span: Microseconds, text: String) {
    #expect(Format.duration(span) == text)
  }

  @Test func sharesOfNothingAreADash() {
    #expect(Format.percent(1, of: 0) == "–")
    #expect(Format.percent(1, of: 4) == "25.0 %")
    #expect(Format.percent(4, of: 4) == "100 %")
    #expect(Format.fixed(.nan, 2) == "–")
    #expect(Format.fixed(-0.004, 2) == "0.00")
    #expect(Format.fixed(0.05, 1) == "0.1")
  }

  @Test func theGreatestValueFillsTheGraph() {
    #expect(Sparkline.text([0, 4], cells: 1) == "⢸")
    #expect(Sparkline.text([1, 100], cells: 1) == "⣸")
    #expect(Sparkline.text([4], cells: 2) == "\u{2800}⢸")
    #expect(Sparkline.text([], cells: 2) == "\u{2800}\u{2800}")
    #expect(Sparkline.rows([8, 4], cells: 1, rows: 2) == ["⡇", "⣿"])
    #expect(Sparkline.text([1], cells: 0) == "")
  }

  @Test func barsFillInEighths() {
    #expect(Bar.text(0.5, cells: 4) == ("██", "░░"))
    #expect(Bar.text(0.99, cells: 4) == ("███▉", ""))
    #expect(Bar.text(7, cells: 2) == ("██", ""))
    #expect(Bar.text(.nan, cells: 2) == ("", "░░"))
  }

  @Test func textFromOutsideCannotReachTheTerminal() {
    #expect(Sanitizer.clean("百度 ok") == "百度 ok")
    #expect(Sanitizer.clean("a\u{1B}[31mb") == "a�[31mb")
    #expect(Sanitizer.clean("x\u{202E}y\u{7}\u{9B}z") == "x�y��z")
    #expect(Sanitizer.clean("two\nlines\tand") == "two lines and")
  }

  @Test func proseBreaksAtBlanks() {
    #expect(Wrap.lines("one two three", cells: 7) == ["one two", "three"])
    #expect(Wrap.lines("abcdefgh", cells: 3) == ["abc", "def", "gh"])
    #expect(Wrap.lines("百度百度", cells: 5) == ["百度", "百度"])
    #expect(Wrap.lines("百", cells: 1) == [])
    #expect(Wrap.lines("any", cells: 0) == [])
  }

  @Test(arguments: [
    ("1h/s", TimeUnit.hour), ("10 min/s", 10 * TimeUnit.minute), ("60x", TimeUnit.minute),
    ("max", Microseconds.max), ("2d/s", 2 * TimeUnit.day),
  ])
  func speedsAreRead(text: String, perSecond: Microseconds) {
    #expect(Speed(parsing: text)?.perSecond == perSecond)
  }

  @Test(arguments: ["", "1", "h/s", "-1h/s", "0h/s", "1w/s", "1h", "9999999d/s"])
  func otherTextsAreNoSpeed(text: String) { #expect(Speed(parsing: text) == nil) }
}
