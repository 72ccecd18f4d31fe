import Moderation
import Queueing
import Testing

/// The queues of a small world, told by hand.
@Suite struct QueueTests {
  private typealias World = SmallWorld

  /// Two posts wait; one is kept, one removed.
  private func reviewed() -> World {
    var world = World()
    let (bad, worse) = (World.post(1, .violating), World.post(2, .violating))
    world.at(0, .staffed(station: 0, moderators: 1))
    world.queue(bad, at: 10, .arriving, .held, .screening, .screening)
    world.at(10, .claimed(bad, World.place(.screening, since: 10)))
    world.queue(worse, at: 20, .arriving, .held, .screening, .screening)
    world.at(
      30,
      .decided(
        bad, Transition(from: .held, to: .kept, cause: .review),
        World.place(.screening, since: 10)))
    world.review(worse, .screening, since: 20, from: 30, until: 100, .held, .removed)
    return world
  }

  @Test func waitsAndPunctualityAreMeasured() throws {
    let queue = reviewed().projection.state(of: 0)
    #expect(queue.waiting == 0)
    #expect(queue.oldest == nil)
    #expect(try #require(queue.waitP95) > 8 * TimeUnit.minute)
    // 20 minutes in all for the first, 80 for the second, of which the target is 60.
    #expect(queue.onTimeShare == 0.5)
    #expect(queue.attainment == 0.5)
    // One since minute 45, where the window of whole five minutes begins.
    #expect(queue.decisionsPerMinute == 1.0 / 55)
    #expect(queue.hoursToClear == 0)
  }

  @Test func whatHappenedLongAgoLeavesTheWindows() {
    var world = reviewed()
    world.advance(to: 100 + 25 * 60)
    let queue = world.projection.state(of: 0)
    #expect(queue.decisionsPerMinute == 0)
    #expect(queue.waitP50 == nil)
    #expect(queue.onTimeShare == nil)
    #expect(queue.attainment == 0.5)
    #expect(queue.handledOnTime == 1)
    #expect(queue.handledLate == 1)
  }

  @Test func aQueueIsTheSumOfItsParts() {
    var world = World()
    for (id, signatory) in [0, 1, 1].enumerated() {
      world.queue(
        World.post(UInt32(id), .violating, at: signatory), at: Double(1 + signatory), .arriving,
        .held,
        .screening, .screening)
    }
    world.advance(to: 9)
    #expect(world.projection.state(of: 0).waiting == 3)
    #expect(world.projection.state(of: 0).oldest == 8 * TimeUnit.minute)
    #expect(world.projection.state(of: 0, signatory: 1).waiting == 2)
    #expect(world.projection.state(of: 0, signatory: 1).oldest == 7 * TimeUnit.minute)
    #expect(world.projection.state(of: 1).waiting == 0)
    #expect(world.projection.state(of: 1, signatory: 0).oldest == nil)
  }

  /// Who comes back takes the place that he had.
  @Test func aReleasedJobIsBackInItsPlace() {
    var world = World()
    for (id, minute) in [1.0, 2, 3].enumerated() {
      world.queue(
        World.post(UInt32(id), .violating), at: minute, .arriving, .held, .screening, .screening)
    }
    let (first, second) = (World.post(0, .violating), World.post(1, .violating))
    world.at(4, .claimed(first, World.place(.screening, since: 1)))
    world.at(4, .claimed(second, World.place(.screening, since: 2)))
    world.advance(to: 5)
    #expect(world.projection.state(of: 0).oldest == 2 * TimeUnit.minute)
    #expect(world.projection.state(of: 0).inReview == 2)
    world.at(5, .released(first, World.place(.screening, since: 1)))
    #expect(world.projection.state(of: 0).oldest == 4 * TimeUnit.minute)
    #expect(world.projection.state(of: 0).waiting == 2)
    world.review(first, .screening, since: 1, from: 6, until: 7, .held, .kept)
    #expect(world.projection.state(of: 0).oldest == 4 * TimeUnit.minute)
  }

  @Test func overdueJobsCountAgainstPunctuality() {
    var world = World()
    let subject = World.post(1, .violating)
    world.queue(subject, at: 0, .arriving, .held, .screening, .screening)
    #expect(world.projection.state(of: 0).onTimeShare == nil)
    #expect(world.projection.state(of: 0).attainment == nil)
    world.advance(to: 60)
    #expect(world.projection.state(of: 0).overdue == 0)
    world.advance(to: 61)
    #expect(world.projection.state(of: 0).overdue == 1)
    world.advance(to: 180)
    #expect(world.projection.state(of: 0).onTimeShare == 0)
    #expect(world.projection.state(of: 0).attainment == 0)
    #expect(world.projection.state(of: 0).hoursToClear == nil)
    // Being in review does not make it less overdue; being withdrawn does.
    world.at(181, .claimed(subject, World.place(.screening, since: 0)))
    #expect(world.projection.state(of: 0).overdue == 1)
    world.at(182, .released(subject, World.place(.screening, since: 0)))
    world.at(
      183,
      .withdrawn(
        subject, Transition(from: .held, to: .withdrawn, cause: .owner),
        World.place(.screening, since: 0)))
    #expect(world.projection.state(of: 0).overdue == 0)
  }

  @Test func aNewTargetHoldsFromNowOn() {
    var world = World()
    let (one, two) = (World.post(1, .violating), World.post(2, .violating))
    world.queue(one, at: 0, .arriving, .held, .screening, .screening)
    world.queue(two, at: 0, .arriving, .held, .screening, .screening)
    world.review(one, .screening, since: 0, from: 1, until: 90, .held, .kept)
    #expect(world.projection.state(of: 0).overdue == 1)
    world.at(91, .intervened(.target(queue: 0, seconds: 7_200)))
    #expect(world.projection.state(of: 0).target == 2 * TimeUnit.hour)
    #expect(world.projection.state(of: 0).overdue == 0)
    world.review(two, .screening, since: 0, from: 92, until: 93, .held, .kept)
    #expect(world.projection.state(of: 0).handledLate == 1)
    #expect(world.projection.state(of: 0).handledOnTime == 1)
    world.queue(World.post(3, .violating), at: 94, .arriving, .held, .screening, .screening)
    world.at(100, .intervened(.target(queue: 0, seconds: 60)))
    #expect(world.projection.state(of: 0).overdue == 1)
    #expect(world.projection.state(of: 1).target == TimeUnit.hour)
  }

  @Test func theRateOfDecisionsClearsTheBacklog() {
    var world = World()
    for id in UInt32(0)..<30 {
      world.queue(World.post(id, .violating), at: 0, .arriving, .held, .screening, .screening)
    }
    for id in UInt32(0)..<10 {
      world.review(
        World.post(id, .violating), .screening, since: 0, from: 59, until: 59, .held, .kept)
    }
    // Ten in 59 minutes, twenty wait.
    #expect(world.projection.state(of: 0).waiting == 20)
    #expect(abs((world.projection.state(of: 0).hoursToClear ?? 0) - 2 * 59.0 / 60) < 1e-9)
    #expect(world.projection.backlogs[0].values == [30])
  }
}
