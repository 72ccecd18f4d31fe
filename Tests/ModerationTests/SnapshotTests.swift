import Moderation
import Queueing
import Testing

/// What a screen sees, and the measures of the field.
@Suite struct SnapshotTests {
  private typealias World = SmallWorld

  private func world() -> World {
    var world = World()
    world.at(0, .staffed(station: 0, moderators: 2), .staffed(station: 2, moderators: 1))
    world.at(0, .passed(signatory: 0, kind: .post, count: 90))
    world.change(World.post(1, .lawful), at: 1, .arriving, .removed, .screening)
    world.change(
      World.post(2, .violating, at: 1, policy: 1), at: 1, .arriving, .removed, .hashBank)
    world.queue(
      Subject(id: 3, signatory: 1, kind: .video, truth: .violating), at: 2, .arriving, .held,
      .screening, .screening)
    world.at(2, .reportedToAuthority(World.post(2, .violating, at: 1)))
    world.advance(to: 32)
    return world
  }

  @Test func aSnapshotHasAllThatTheProjectionSays() {
    let projection = world().projection
    let snapshot = Snapshot(
      of: projection,
      status: SessionStatus(origin: .simulation(seed: 1), speed: .oneHour), focus: 1)
    #expect(snapshot.now == 32 * TimeUnit.minute)
    #expect(snapshot.total == projection.total)
    #expect(snapshot.totals == projection.totals)
    #expect(snapshot.policies == projection.totalsByPolicy)
    #expect(snapshot.signatories.map(\.tally) == [0, 1].map { projection.tally(signatory: $0) })
    #expect(snapshot.signatories.map(\.moderators) == [3, 1])
    #expect(snapshot.moderators == 3)
    #expect(snapshot.queues == (0..<4).map { projection.state(of: $0) })
    #expect(snapshot.errors == projection.errors(of: .all))
    #expect(snapshot.prevalence == projection.prevalence(of: .all))
    #expect(snapshot.authority[.reports] == 1)
    #expect(snapshot.policiesInForce == [true, false])
    #expect(snapshot.removedLately == [2, 0, 0])
    #expect(snapshot.activity.values == [7])
  }

  @Test func theFocusIsOneSignatory() throws {
    let projection = world().projection
    let focus = try #require(
      Snapshot(
        of: projection,
        status: SessionStatus(origin: .simulation(seed: 1), speed: .oneHour), focus: 1
      ).focus)
    #expect(focus.signatory == 1)
    #expect(focus.tallies.map(\.removed) == [1, 0, 0])
    #expect(focus.policies.map(\.removed) == [0, 1])
    #expect(focus.queues[0].waiting == 1)
    #expect(focus.errors == projection.errors(of: Scope(signatory: 1)))
    #expect(focus.authority[.reports] == 1)
    #expect(focus.workforce.onDuty == 1)
  }

  @Test func measuresFollowTheirDefinitions() {
    let metrics = RegimeMetrics(of: world().projection)
    #expect(metrics[.uploaded] == 93)
    #expect(metrics[.screened] == 92)
    #expect(metrics[.removed] == 2)
    #expect(metrics[.precision] == 0.5)
    #expect(metrics[.recall] == 1)
    #expect(metrics[.automationRecall] == 0.5)
    #expect(metrics[.proactiveRate] == 1)
    #expect(metrics[.neverAppealedShare] == 1)
    #expect(metrics[.wrongfulRemovals] == 1)
    #expect(metrics[.errorCost] == 3)
    #expect(metrics[.backlog] == 1)
    #expect(metrics[.oldestWait] == 0.5)
    #expect(metrics[.hoursToClear] == nil)
    #expect(metrics[.overturnRate] == nil)
    #expect(metrics[.utilization] == 0)
    #expect(metrics[.reportsToAuthority] == 1)
    #expect(metrics[.timeToActionMedian] == 0)
    #expect(metrics.entries.count == RegimeMetric.allCases.count)
  }

  /// What is not accounted for a part is not made up.
  @Test func measuresOfAPartAreNilWhereAccountsCutAcross() {
    let projection = world().projection
    let policy = RegimeMetrics(of: projection, scope: Scope(policy: 1))
    #expect(policy[.removed] == 1)
    #expect(policy[.precision] == 1)
    #expect(policy[.backlog] == nil)
    #expect(policy[.timeToActionMedian] == nil)
    let signatory = RegimeMetrics(of: projection, scope: Scope(signatory: 1))
    #expect(signatory[.backlog] == 1)
    #expect(signatory[.timeToActionMedian] == nil)
    let kind = RegimeMetrics(of: projection, scope: Scope(kind: .post))
    #expect(kind[.timeToActionMedian] == 0)
    #expect(kind[.utilization] == nil)
  }

  /// No measure is forgotten in the table of values: each has one in a world with everything.
  @Test func everyMeasureHasAValueOnceThereIsSomethingToMeasure() {
    var world = world()
    let bad = World.post(10, .violating, origin: .copy)
    world.queue(bad, at: 40, .arriving, .undecided, .report, .report, flags: .reported)
    world.at(41, .claimed(bad, World.place(.report, since: 40)))
    world.at(
      42,
      .decided(
        bad, Transition(from: .undecided, to: .removed, cause: .review, flags: .reported),
        World.place(.report, since: 40)))
    world.queue(bad, at: 43, .removed, nil, .appeal, .appeal)
    world.review(bad, .appeal, since: 43, from: 44, until: 45, .removed, nil, .appeal)
    world.at(46, .hashed(World.post(11, .lawful)))
    world.queue(bad, at: 47, .removed, nil, .secondReview, .secondReview)
    world.review(bad, .secondReview, since: 47, from: 48, until: 49, .removed, nil, .secondReview)
    let metrics = RegimeMetrics(of: world.projection)
    for entry in metrics.entries { #expect(entry.value != nil, "\(entry.metric)") }
  }
}
