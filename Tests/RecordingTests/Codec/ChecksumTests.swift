import Recording
import Testing

@Suite struct ChecksumTests {
  @Test(
    arguments: [
      ("", 0), ("a", 0xE8B7_BE43), ("123456789", 0xCBF4_3926),
      ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
    ] as [(String, UInt32)])
  func itIsThatOfZlib(text: String, checksum: UInt32) {
    #expect(Checksum.of(Array(text.utf8)) == checksum)
  }
}
