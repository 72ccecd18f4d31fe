import Dashboard
import Testing

@testable import CursesTerminal

@Suite struct KeyDecoderTests {
  /// The keys of a text that arrives at once and is then over.
  private func keys(_ text: String) -> [KeyPress] {
    var decoder = KeyDecoder()
    var keys = text.unicodeScalars.compactMap { decoder.feed(.scalar($0.value)) }
    if let key = decoder.finish() { keys.append(key) }
    return keys
  }

  @Test func charactersAndControlLetters() {
    #expect(keys("a 百") == [.character("a"), .character(" "), .character("百")])
    #expect(keys("\u{1}\u{1A}") == [.control("a"), .control("z")])
    #expect(keys("\t\r\n\u{8}\u{7F}") == [.tab, .enter, .enter, .backspace, .backspace])
    #expect(keys("\u{0}\u{1C}\u{85}\u{200F}\u{E000}") == [])
  }

  @Test func escapeAloneIsAKey() {
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
  }

  @Test func altAndUnknownSequencesAreSwallowedWhole() {
    #expect(keys("\u{1B}xq") == [.character("q")])
    #expect(keys("\u{1B}[1;5Aq") == [.character("q")])
    #expect(keys("\u{1B}[<0;10;20Mq") == [.character("q")])
    #expect(keys("\u{1B}OSq") == [.character("q")])
    #expect(keys("\u{1B}]11;rgb:0/0/0\u{7}q") == [.character("q")])
    #expect(keys("\u{1B}P1$r0m\u{1B}\\q") == [.character("q")])
    #expect(keys("\u{1B}[1;\u{1B}[2~q") == [.character("q")])
  }

  @Test func aSequenceThatBreaksOffEndsWithTheInput() {
    var decoder = KeyDecoder()
    #expect(keys("\u{1B}[1;") == [])
    for scalar in "\u{1B}[1".unicodeScalars { _ = decoder.feed(.scalar(scalar.value)) }
    #expect(decoder.isInsideSequence)
    #expect(decoder.finish() == nil)
    #expect(decoder.feed(.scalar(0x71)) == .character("q"))
  }

  @Test func noInputKeepsItInsideASequence() {
    #expect(keys("\u{1B}[" + String(repeating: "1", count: 100)).count > 30)
    #expect(keys("\u{1B}]" + String(repeating: "1", count: 5000)).count > 900)
  }
}
