import Moderation
import Queueing
import Testing

/// Moderators' time and the durations of what they do, told by hand.
@Suite struct WorkforceTests {
  private typealias World = SmallWorld

  private func isNear(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-9 } ?? false
  }

  /// Two on duty for an hour; a violating job of 30 minutes and a lawful one of 15.
  private func worked() -> World {
    var world = World()
    let (bad, good) = (World.post(1, .violating), World.post(2, .lawful))
    world.at(0, .staffed(station: 0, moderators: 2), .staffed(station: 1, moderators: 4))
    world.at(0, .staffed(station: World.Station.shared, moderators: 1))
    world.queue(bad, at: 0, .arriving, .held, .screening, .screening)
    world.queue(good, at: 0, .arriving, .held, .screening, .screening)
    world.at(0, .claimed(bad, World.place(.screening, since: 0)))
    world.at(0, .claimed(good, World.place(.screening, since: 0)))
    world.at(15, .released(good, World.place(.screening, since: 0)))
    world.at(15, .resting(station: 0, moderators: 1))
    world.at(
      30,
      .decided(
        bad, Transition(from: .held, to: .removed, cause: .review, age: 1_800, sinceFlag: 1_800),
        World.place(.screening, since: 0)))
    world.advance(to: 60)
    return world
  }

  @Test func timeOnDutyIsBusyRestingOrIdle() {
    let one = worked().projection.workforce(signatory: 0)
    #expect(one.onDuty == 3)
    #expect(one.resting == 1)
    #expect(one.busy == 0)
    #expect(one.decisions == 1)
    #expect(isNear(one.dutyHours, 3))
    #expect(isNear(one.restHours, 0.75))
    #expect(isNear(one.busyHours, 0.75))
    #expect(isNear(one.utilization, 0.25))
    #expect(isNear(one.exposureMinutes, 30))
    #expect(isNear(one.secondsPerDecision, 2_700))
  }

  @Test func teamsAreSumsOfStations() {
    let world = worked()
    #expect(world.projection.workforce(team: 0).onDuty == 6)
    #expect(world.projection.workforce(team: 1).onDuty == 1)
    #expect(world.projection.workforce().onDuty == 7)
    #expect(world.projection.workforce(team: 1).utilization == 0)
    #expect(isNear(world.projection.state(of: 0).utilization, 0.75 / 6))
    #expect(isNear(world.projection.state(of: 0, signatory: 0).utilization, 0.375))
    #expect(world.projection.state(of: 0, signatory: 1).utilization == 0)
  }

  @Test func utilizationIsThatOfTheLastDay() {
    var world = worked()
    world.at(60, .staffed(station: 0, moderators: 0), .staffed(station: 1, moderators: 0))
    world.advance(to: 24 * 60 + 30)
    #expect(world.projection.state(of: 0).utilization == nil)
    #expect(isNear(world.projection.workforce(team: 0).utilization, 0.125))
    #expect(world.projection.workforce(team: 0).recentExposureMinutes == 0)
    world.at(24 * 60 + 30, .staffed(station: 0, moderators: 1))
    let subject = World.post(3, .violating)
    world.queue(subject, at: 24 * 60 + 30, .arriving, .held, .screening, .screening)
    world.review(
      subject, .screening, since: 24 * 60 + 30, from: 24 * 60 + 30, until: 24 * 60 + 45, .held,
      .kept)
    world.advance(to: 25 * 60 + 30)
    #expect(isNear(world.projection.workforce(team: 0).recentUtilization, 0.25))
    #expect(isNear(world.projection.workforce(team: 0).recentExposureMinutes, 15))
  }

  @Test func durationsAreToldByKind() {
    var world = worked()
    let post = world.projection.durations(of: .post)
    #expect(post.handling.count == 1)
    #expect(isNear(post.handling.mean, 1_800))
    #expect(post.actionFromUpload.count == 1)
    #expect(isNear(post.actionFromFlag.mean, 1_800))
    #expect(post.appeals.median == nil)
    #expect(world.projection.durations(of: .video).handling.count == 0)
    // Automation acts at once; the owner's appeal takes two hours.
    let video = Subject(id: 5, signatory: 0, kind: .video, truth: .lawful)
    world.change(video, at: 60, .arriving, .removed, .screening)
    world.queue(video, at: 60, .removed, nil, .appeal, .appeal)
    world.review(
      video, .appeal, since: 60, from: 170, until: 180, .removed, .reinstated, .appeal)
    let second = world.projection.durations(of: .video)
    #expect(isNear(second.appeals.mean, 7_200))
    #expect(abs((second.appeals.median ?? 0) - 7_200) < 0.032 * 7_200)
    #expect(second.actionFromUpload.count == 1)
    #expect(second.actionFromFlag.count == 0)
    let all = world.projection.durations()
    #expect(all.handling.count == 2)
    #expect(isNear(all.handling.mean, 1_200))
    #expect(all.actionFromUpload.count == 2)
  }
}
