import Moderation
import Queueing
import Recording
import Session
import Simulation
import Testing

@Suite struct PlaybackTests {
  private static let shock = AppliedIntervention(
    time: 3 * TimeUnit.day + 7, intervention: .staffing(team: 0, percent: 60))

  @Test func aSeekShowsWhatWasThenWhereverItComesFrom() throws {
    let recorded = try RecordedPledge(seed: 5, changes: [Self.shock])
    var playback = Playback(try recorded.open())
    var random = RandomStream(seed: 11, name: "instants")
    let end = playback.extent.end
    var instants = (0..<12).map { _ in Microseconds(random.uniform() * Double(end)) }
    instants += [0, end, instants[0], instants[0] - 1, instants[0] - TimeUnit.minute, 0]
    for instant in instants {
      try playback.seek(to: instant)
      #expect(playback.now == instant)
      expectSame(playback.core.projection, recorded.projection(at: instant))
    }
  }

  @Test func stepsGoBackAndForthEventByEvent() throws {
    let recorded = try RecordedPledge(seed: 6)
    var playback = Playback(try recorded.open())
    var number = 40_000
    try playback.seek(toEvent: number)
    for step in [-1, -1, 1, -1_500, -1, 2_000, -1, -1, 70_000, -1, 1] {
      number += step
      try playback.seek(toEvent: number)
      #expect(playback.position == number)
      #expect(playback.last() == recorded.log[number - 1])
    }
    expectSame(playback.core.projection, recorded.projection(events: number))
    try playback.seek(toEvent: 0)
    #expect(playback.position == 0 && playback.last() == nil && playback.now == 0)
    try playback.seek(toEvent: .max)
    #expect(playback.position == recorded.log.count)
  }

  @Test func playingOnAfterASeekIsTheSameAsPlayingFromTheStart() throws {
    let recorded = try RecordedPledge(seed: 7)
    var playback = Playback(try recorded.open())
    try playback.seek(to: 5 * TimeUnit.day)
    while !playback.advance(to: 6 * TimeUnit.day, limit: 1_000) {}
    expectSame(playback.core.projection, recorded.projection(at: 6 * TimeUnit.day))
  }

  @Test func targetsAreUnderstoodAsTheyAreTyped() throws {
    let recorded = try RecordedPledge(seed: 8)
    var playback = Playback(try recorded.open())
    let clock = recorded.scenario.facts.clock
    for (text, instant) in [
      ("2016-01-03 14:03", 2 * TimeUnit.day + 14 * TimeUnit.hour + 3 * TimeUnit.minute),
      ("09:30", 2 * TimeUnit.day + 9 * TimeUnit.hour + 30 * TimeUnit.minute),
      ("+90m", 2 * TimeUnit.day + 11 * TimeUnit.hour),
      ("-2h", 2 * TimeUnit.day + 9 * TimeUnit.hour),
      ("50%", RecordedPledge.days * TimeUnit.day / 2),
      ("2016-01-03 14:03:59", 2 * TimeUnit.day + 14 * TimeUnit.hour + 239 * TimeUnit.second),
      ("start", 0), ("end", RecordedPledge.days * TimeUnit.day),
    ] {
      let target = try #require(SeekTarget(parsing: text, clock: clock, now: playback.now))
      #expect(try playback.seek(target), "\(text)")
      #expect(playback.now == instant, "\(text)")
    }
    #expect(try playback.seek(.event(1_200)) && playback.position == 1_200)
    #expect(try !playback.seek(.instant(100 * TimeUnit.day)))
    // A jump that cannot be as long as it was asked to be goes as far as there is something.
    #expect(try !playback.seek(.by(7 * TimeUnit.day)) && playback.now == playback.extent.end)
    #expect(try playback.seek(.by(-7 * TimeUnit.day)))
    #expect(try !playback.seek(.by(-7 * TimeUnit.day)) && playback.now == 0)
    #expect(try playback.seek(.start) && playback.position == 0)
    #expect(try !playback.seek(.byEvents(-1)) && playback.position == 0)
    #expect(try playback.seek(.byEvents(1)) && playback.position == 1)
    for text in ["", "tomorrow", "+90", "101%", "#-1", "25:00", "2016-13-01", "14:03:60", "1:2:3"] {
      #expect(SeekTarget(parsing: text, clock: clock) == nil, "\(text)")
    }
  }

  @Test func aSearchFindsEachMatchBothWays() throws {
    let recorded = try RecordedPledge(seed: 9)
    let playback = Playback(try recorded.open())
    let filter = try EventFilter(parsing: "decided removed video", recorded.scenario.facts)
    let expected = recorded.log.indices.filter {
      let fact = recorded.log[$0].fact
      guard case .decided(let subject, let transition, _) = fact else { return false }
      return subject.kind == .video && transition.to == .removed
        && transition.from != .removed
    }
    #expect(expected.count > 20)
    var forth: [Int] = []
    while let found = try playback.next(filter, from: (forth.last ?? -1) + 1) {
      forth.append(found.number)
    }
    var back: [Int] = []
    while let found = try playback.previous(filter, before: back.last ?? .max) {
      back.append(found.number)
    }
    #expect(forth == expected)
    #expect(back == expected.reversed())
  }

  @Test func aHeaderSaysInWhatItsScenarioDiffers() throws {
    let roster = try RosterFile("name\nAcme\n", file: "r.csv")
    let scenario = try #require(
      try BuiltInScenarios.scenario(
        named: "pledge-2016", overriding: ["teams.reviewers.accuracy": 0.9], roster: roster))
    let header = try SessionHeader(scenario, seed: 1, program: "test", recordedAt: 0)
    #expect(
      header.scenarioChanges
        == ScenarioChanges(
          file: .builtIn, numbers: [.init(path: "teams.reviewers.accuracy", value: 0.9)],
          roster: "r.csv"))
    #expect(try header.scenario().facts.changes == scenario.facts.changes)
    let other = SessionHeader(
      program: "test", scenario: "pledge-2016", scenarioText: "name: pledge-2016", changes: "{}",
      seed: 1, clock: scenario.facts.clock, recordedAt: 0)
    #expect(other.scenarioChanges == ScenarioChanges(file: .edited))
  }
}
