import Moderation
import Queueing
import Testing

/// Queues long enough that what left them is cleared away.
@Suite struct LongQueueTests {
  private typealias World = SmallWorld

  /// One a minute enters; after five hours one a minute is decided, the oldest first.
  @Test func aLongQueueIsOverdueFromItsFrontOn() {
    var world = World()
    for id in UInt32(0)..<300 {
      world.queue(
        World.post(id, .violating), at: Double(id), .arriving, .held, .screening, .screening)
    }
    for id in UInt32(0)..<300 {
      let now = 300 + Double(id)
      world.review(
        World.post(id, .violating), .screening, since: Double(id), from: now, until: now, .held,
        .kept)
      // Those that entered more than 60 minutes ago and are not decided.
      let overdue = min(299, 239 + Int(id)) - Int(id)
      #expect(world.projection.state(of: 0).overdue == overdue, "job \(id)")
      #expect(world.projection.state(of: 0).waiting == 299 - Int(id))
    }
    #expect(world.projection.state(of: 0).oldest == nil)
  }

  @Test func aLongQueueCanBeWithdrawnFromItsFrontOn() {
    var world = World()
    for id in UInt32(0)..<300 {
      world.queue(
        World.post(id, .violating), at: Double(id), .arriving, .held, .screening, .screening)
    }
    for id in UInt32(0)..<300 {
      let oldest = world.projection.state(of: 0).oldest
      #expect(oldest == World.instant(300) - World.instant(Double(id)) || id == 0)
      world.at(
        300,
        .withdrawn(
          World.post(id, .violating),
          Transition(from: .held, to: .withdrawn, cause: .owner),
          World.place(.screening, since: Double(id))))
    }
    #expect(world.projection.state(of: 0).waiting == 0)
    #expect(world.projection.total[.withdrawals] == 300)
  }

  /// A signatory's part remembers so many waits; the whole queue forgets none of the day.
  @Test func aPartTellsTheWaitsOfItsNewestJobs() throws {
    var world = World()
    for id in UInt32(0)..<2_048 {
      let start = Double(id) / 2
      world.queue(
        World.post(id, .lawful), at: start, .arriving, .held, .screening, .screening)
      // The older half waits for half a minute, the newer for ten seconds.
      world.at(
        start + (id < 1_024 ? 0.5 : 1.0 / 6),
        .claimed(World.post(id, .lawful), World.place(.screening, since: start)))
    }
    let second = TimeUnit.second
    #expect(world.projection.state(of: 0, signatory: 0).waitP95 == 10 * second)
    #expect(try #require(world.projection.state(of: 0).waitP95) > 29 * second)
    #expect(world.projection.state(of: 0, signatory: 1).waitP95 == nil)
  }
}
