import Moderation
import Queueing
import Recording
import Testing

@Suite struct ChunkTests {
  private func encode(_ events: [Event], first: Int = 0) -> Chunk {
    var encoder = ChunkEncoder(first: first)
    for event in events { encoder.add(event) }
    return encoder.finish()
  }

  private func decode(_ payload: [UInt8]) throws(ChunkError) -> [Event] {
    var decoder = try ChunkDecoder(payload)
    var events: [Event] = []
    while let event = try decoder.next() { events.append(event) }
    return events
  }

  @Test func whateverTheEventsTheyComeBackToTheBit() throws {
    let seed = UInt64.random(in: .min ... .max)
    var maker = RandomEvents(seed: seed)
    for round in 0..<200 {
      let events = maker.events(1 + round % 40)
      let decoded = try decode(encode(events, first: round).payload)
      #expect(decoded.count == events.count, "seed \(seed), round \(round)")
      for (index, (event, original)) in zip(decoded, events).enumerated() {
        #expect(event.isSame(as: original), "seed \(seed), round \(round), event \(index)")
      }
    }
  }

  @Test func aRegimesEventsComeBackInFewBytes() throws {
    var maker = SyntheticLog(seed: 1)
    let events = maker.events(50_000)
    var bytes = 0
    for start in stride(from: 0, to: events.count, by: 8_192) {
      let part = Array(events[start..<min(start + 8_192, events.count)])
      let chunk = encode(part, first: start)
      #expect(try decode(chunk.payload) == part)
      #expect(chunk.first == start)
      #expect(chunk.firstTime == part.first?.time)
      #expect(chunk.lastTime == part.last?.time)
      bytes += chunk.payload.count
    }
    #expect(bytes < 12 * events.count)
  }

  @Test func theHeaderIsInThePayload() throws {
    var maker = SyntheticLog(seed: 2)
    let chunk = encode(maker.events(100), first: 12_345)
    let decoder = try ChunkDecoder(chunk.payload)
    #expect(decoder.first == 12_345)
    #expect(decoder.count == chunk.count)
    #expect(decoder.firstTime == chunk.firstTime)
    #expect(decoder.lastTime == chunk.lastTime)
  }

  @Test func damagedBytesAreEventsOrAnErrorAndNothingElse() throws {
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomStream(seed: seed, name: "damage")
    var maker = RandomEvents(seed: seed)
    for _ in 0..<2_000 {
      var payload = encode(maker.events(20)).payload
      for _ in 0...random.below(4) {
        payload[Int(random.below(UInt32(payload.count)))] = UInt8(
          truncatingIfNeeded: random.next())
      }
      if random.uniform() < 0.3 { payload.removeLast(Int(random.below(UInt32(payload.count)))) }
      // What matters is that this returns.
      let events = try? decode(payload)
      #expect((events?.count ?? 0) <= payload.count, "seed \(seed)")
    }
  }

  @Test func noiseIsNoChunk() {
    let seed = UInt64.random(in: .min ... .max)
    var random = RandomStream(seed: seed, name: "noise")
    for length in 0..<2_000 {
      var payload = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      if length > 0 { payload[0] = 1 }
      _ = try? decode(payload)
    }
  }

  @Test func everyCutIsAnError() throws {
    var maker = SyntheticLog(seed: 3)
    let payload = encode(maker.events(50)).payload
    for length in payload.indices {
      #expect(throws: ChunkError.self) { try decode(Array(payload[..<length])) }
    }
    #expect(throws: ChunkError.self) { try decode(payload + [0]) }
  }

  @Test func aCountOutOfAllProportionIsRefusedBeforeAnythingIsRead() {
    // Format 1, first 0, count 2³⁵, times 0.
    let payload: [UInt8] = [1, 0, 0x80, 0x80, 0x80, 0x80, 0x80, 1, 0, 0]
    #expect(throws: ChunkError.malformedHeader) { try ChunkDecoder(payload) }
    #expect(throws: ChunkError.unknownFormat(2)) { try ChunkDecoder([2, 0, 0, 0, 0]) }
  }
}
