import Moderation
import Queueing
import Testing

/// Views, prevalence and the time for which lawful subjects are down.
@Suite struct ViewTests {
  private typealias World = SmallWorld

  private func burden(_ world: World) -> Burden { world.projection.burden(of: .all) }

  private func isNear(_ value: Double, _ expected: Double) -> Bool {
    abs(value - expected) <= 1e-6 * max(1, abs(expected))
  }

  /// Half of 100 views come in the first hour, half of the rest in the second.
  @Test func viewsComeWithTheirHalfLife() {
    var world = World()
    let subject = World.post(1, .violating)
    world.change(subject, at: 0, .arriving, .unnoticed, .screening, ahead: 100)
    world.advance(to: 60)
    #expect(isNear(burden(world).violatingViews, 50))
    world.advance(to: 120)
    #expect(isNear(burden(world).violatingViews, 75))
    world.queue(subject, at: 120, .unnoticed, .undecided, .report, .report, ahead: 25)
    world.review(subject, .report, since: 120, from: 120, until: 120, .undecided, .kept)
    world.change(
      subject, at: 120, .kept, .removed, .bulkError, seen: 75, ahead: 25)
    world.advance(to: 10_000)
    #expect(isNear(burden(world).violatingViews, 75))
    #expect(burden(world).lawfulViewsLost == 0)
    #expect(burden(world).itemHoursDown == 0)
    #expect(isNear(burden(world).exposureBeforeAction, 75))
  }

  @Test func heldSubjectsHaveNoViewsUntilTheyArePublished() {
    var world = World()
    let subject = World.post(1, .violating)
    world.queue(subject, at: 0, .arriving, .held, .screening, .screening, ahead: 100)
    world.advance(to: 60)
    #expect(burden(world).violatingViews == 0)
    world.at(60, .claimed(subject, World.place(.screening, since: 0)))
    world.at(
      60,
      .decided(
        subject, Transition(from: .held, to: .kept, cause: .review, ahead: 100),
        World.place(.screening, since: 0)))
    world.advance(to: 120)
    #expect(isNear(burden(world).violatingViews, 50))
  }

  @Test func aWrongfulRemovalCostsViewsAndHoursUntilItIsUndone() {
    var world = World()
    let subject = World.post(1, .lawful)
    world.change(subject, at: 0, .arriving, .unnoticed, .screening, ahead: 80)
    world.change(subject, at: 60, .unnoticed, .removed, .bulkError, seen: 40, ahead: 40)
    world.advance(to: 90)
    #expect(burden(world).itemHoursDown == 0.5)
    world.change(subject, at: 120, .removed, .reinstated, .audit, seen: 40, ahead: 20)
    world.advance(to: 180)
    #expect(burden(world).itemHoursDown == 1)
    #expect(isNear(burden(world).lawfulViewsLost, 20))
    #expect(isNear(burden(world).lawfulViews, 40 + 10))
    #expect(burden(world).exposureBeforeAction == 0)
    // For ever is as long as views come.
    world.change(World.post(2, .lawful), at: 180, .arriving, .removed, .screening, ahead: 64)
    world.advance(to: 60_000)
    #expect(isNear(burden(world).lawfulViewsLost, 20 + 64))
  }

  @Test func uploadsThatNobodyNoticedAreViewedToo() {
    var world = World()
    world.at(0, .passed(signatory: 0, kind: .post, count: 9))
    world.change(
      World.post(1, .violating, policy: 1), at: 0, .arriving, .unnoticed, .screening, ahead: 100)
    world.advance(to: 60)
    let prevalence = world.projection.prevalence(of: .all)
    #expect(isNear(prevalence.allViews, 500))
    #expect(isNear(prevalence.value ?? 0, 0.1))
    // Of a policy too, the share is one of all views.
    #expect(isNear(world.projection.prevalence(of: Scope(policy: 1)).value ?? 0, 0.1))
    #expect(world.projection.prevalence(of: Scope(policy: 0)).value == 0)
    #expect(world.projection.prevalence(of: Scope(signatory: 1)).value == nil)
    var stream = RandomStream(seed: 1, name: "views")
    #expect(world.projection.prevalence(of: Scope(signatory: 1)).sample(&stream) == nil)
    #expect(world.projection.prevalence(of: Scope(policy: 0)).sample(&stream)?.hits == 0)
  }

  /// Nine in ten of many samples of 10 % have intervals of 90 % around it.
  @Test func aSampleOfViewsTellsPrevalenceWithinAnInterval() throws {
    var world = World()
    world.at(0, .passed(signatory: 0, kind: .post, count: 9))
    world.change(World.post(1, .violating), at: 0, .arriving, .unnoticed, .screening, ahead: 100)
    world.advance(to: 60)
    let prevalence = world.projection.prevalence(of: .all)
    var stream = RandomStream(seed: 1, name: "views")
    var (hits, covered) = (0, 0)
    for _ in 0..<2_000 {
      let sample = try #require(prevalence.sample(size: 1_000, &stream))
      hits += sample.hits
      if sample.interval(level: 0.9).contains(0.1) { covered += 1 }
    }
    // Binomial with a standard deviation of 424, and of 13.
    #expect(abs(hits - 200_000) < 4 * 424)
    #expect(abs(covered - 1_800) < 60)
  }

  /// Wilson's interval of 10 in 100 is 0.0552 to 0.1744.
  @Test func theIntervalOfASampleIsWilsons() {
    let sample = Prevalence.Sample(size: 100, hits: 10)
    #expect(abs(sample.interval().lowerBound - 0.0552) < 0.0001)
    #expect(abs(sample.interval().upperBound - 0.1744) < 0.0001)
    let wider = sample.interval(level: 0.99)
    #expect(wider.lowerBound < sample.interval().lowerBound)
    #expect(wider.upperBound > sample.interval().upperBound)
  }
}
