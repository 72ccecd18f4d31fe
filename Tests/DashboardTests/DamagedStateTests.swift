import Dashboard
import Moderation
import Queueing
import Testing

/// States that were altered and still are states can be drawn, whatever they say.
@Suite struct DamagedStateTests {
  private static let pages: [Command] = [
    .showOverview, .showQueues, .showSignatories, .showErrors, .showAuthority, .showWorkforce,
    .showEvents, .showDenominators,
  ]

  @Test func everyPageIsDrawn() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = RandomStream(seed: seed, name: "damage")
    let state = Regime.shared.encodedState()
    var drawn = 0
    for _ in 0..<600 {
      var damaged = state
      for _ in 0...random.below(3) {
        damaged[Int(random.below(UInt32(damaged.count)))] ^= 1 << UInt8(random.below(8))
      }
      guard
        let projection = try? Projection(facts: Regime.shared.facts, decoding: damaged)
      else { continue }
      var screen = Screen(projection, columns: 160, rows: 60)
      for page in Self.pages {
        screen.apply([page, .open])
        #expect(!screen.text.isEmpty, "seed \(seed)")
        screen.apply([.close])
      }
      drawn += 1
    }
    #expect(drawn > 0, "seed \(seed)")
  }
}
