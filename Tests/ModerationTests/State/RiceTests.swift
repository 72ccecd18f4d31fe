import Queueing
import Testing

@testable import Moderation

@Suite struct RiceTests {
  private func read(_ bytes: [UInt8], _ count: Int) -> (numbers: [UInt64], isAtEnd: Bool)? {
    var reader = RiceReader(bytes[...])
    var numbers: [UInt64] = []
    var block = RiceReader.Block(repeating: 0)
    while numbers.count < count {
      guard let found = reader.read(&block, of: count - numbers.count) else { return nil }
      for index in 0..<found { numbers.append(block[index]) }
    }
    return (numbers, reader.isAtEnd)
  }

  @Test func whatIsWrittenIsRead() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStream(seed: seed, name: "rice")
    for round in 0..<600 {
      let count = Int(random.below(140))
      let width = round % 35
      let numbers = (0..<count).map { _ in
        // Of one size, or most of them small and few great.
        random.uniform() < (round % 3 == 0 ? 0.05 : 0.9)
          ? random.next() & ((1 << UInt64(width)) - 1) : UInt64(random.below(2))
      }
      var writer = RiceWriter()
      for number in numbers { writer.put(number) }
      let bytes = writer.finish()
      let found = try #require(read(bytes, count), "seed \(seed), round \(round)")
      #expect(found.numbers == numbers, "seed \(seed), round \(round)")
      #expect(found.isAtEnd, "seed \(seed), round \(round)")
      for length in bytes.indices where length > 0 {
        let cut = read(Array(bytes[..<length]), count)
        #expect(cut == nil || cut?.isAtEnd == false || count == 0, "seed \(seed), round \(round)")
      }
    }
  }

  @Test func smallNumbersTakeFewBits() {
    var writer = RiceWriter()
    for number in 0..<320 { writer.put(UInt64(number % 4)) }
    #expect(writer.finish().count < 320 * 3 / 8 + 10)
    writer = RiceWriter()
    for _ in 0..<3_200 { writer.put(0) }
    #expect(writer.finish().count == 75)
  }

  @Test func anyBytesAreReadOrRefused() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStream(seed: seed, name: "garbage")
    for _ in 0..<3_000 {
      let bytes = (0..<random.below(60)).map { _ in
        random.uniform() < 0.5 ? 0 : UInt8(random.below(256))
      }
      if let found = read(bytes, 100) {
        #expect(found.numbers.allSatisfy { $0 < 1 << 47 }, "seed \(seed)")
      }
    }
  }
}
