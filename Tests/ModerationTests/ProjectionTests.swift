import Moderation
import Queueing
import Testing

/// The fold of small logs whose outcome can be told by hand.
@Suite struct ProjectionTests {
  private static let minute = TimeUnit.minute
  private static let hour = TimeUnit.hour

  private func facts(asOf: Microseconds = .max) -> ScenarioFacts {
    let names = ["One", "Two"].map {
      Signatory(name: $0, chineseName: nil, isNamed: true, facts: [], safetyStaffShare: nil)
    }
    return ScenarioFacts(
      name: "small", title: "", about: "", sources: [],
      clock: ScenarioClock(startDate: CivilDate(daysSinceEpoch: 0), utcOffsetMinutes: 0),
      opensAt: 0,
      publishedFigures: [
        PublishedFigure(kind: .post, removed: Graded(10, grade: .assumption), asOf: asOf)
      ], signatories: names, queues: ReviewQueue.allCases, hasSharedTeam: false,
      reviewTarget: Graded(Self.hour, grade: .assumption))
  }

  private func subject(_ id: UInt32, _ truth: Truth, at signatory: Int = 0) -> Subject {
    Subject(id: id, signatory: signatory, kind: .post, truth: truth)
  }

  /// Two posts wait; one is kept wrongly, one removed rightly.
  private func folded() -> Projection {
    let bad = subject(1, .violating)
    let worse = subject(2, .violating)
    var projection = Projection(facts: facts())
    for (time, fact) in [
      (0, .staffed(team: 0, moderators: 1)),
      (10, .screened(bad, .queued)),
      (10, .reviewStarted(bad)),
      (20, .screened(worse, .queued)),
      (30, .decided(bad, .keep)),
      (30, .reviewStarted(worse)),
      (100, .decided(worse, .remove)),
    ] as [(Microseconds, Fact)] {
      projection.apply(Event(time: time * Self.minute, fact: fact))
    }
    return projection
  }

  @Test func aKeptViolationIsMissedAndARemovedOneCounts() {
    let tally = folded().tallies[0]
    #expect(tally.screened == 2)
    #expect(tally.reviewed == 2)
    #expect(tally.removedByReview == 1)
    #expect(tally.missed == 1)
    #expect(tally.wronglyRemoved == 0)
    #expect(tally.unaccounted == 0)
    #expect(folded().tallies[3] == Tally())
  }

  @Test func waitsAndPunctualityAreMeasured() throws {
    let queue = folded().state(of: .posts)
    #expect(queue.waiting == 0)
    #expect(queue.oldest == nil)
    #expect(try #require(queue.waitP95) > 8 * Self.minute)
    // 20 minutes in all for the first, 80 for the second, of which the target is 60.
    #expect(queue.onTimeShare == 0.5)
    #expect(queue.decisionsPerMinute == 1.0 / 60)
  }

  @Test func whatHappenedLongAgoLeavesTheWindows() {
    var projection = folded()
    projection.advance(to: 100 * Self.minute + 25 * Self.hour)
    let queue = projection.state(of: .posts)
    #expect(queue.decisionsPerMinute == 0)
    #expect(queue.waitP50 == nil)
    #expect(queue.onTimeShare == nil)
  }

  @Test func aLawfulRemovalIsWrongWhoeverDidIt() {
    var projection = Projection(facts: facts())
    projection.apply(Event(time: 1, fact: .screened(subject(1, .lawful, at: 1), .removed)))
    projection.apply(Event(time: 2, fact: .screened(subject(2, .lawful, at: 1), .queued)))
    projection.apply(Event(time: 3, fact: .reviewStarted(subject(2, .lawful, at: 1))))
    projection.apply(Event(time: 4, fact: .decided(subject(2, .lawful, at: 1), .remove)))
    let tally = projection.tally(signatory: 1)
    #expect(tally.wronglyRemovedByScreening == 1)
    #expect(tally.wronglyRemovedByReview == 1)
    #expect(tally.removed == 2)
  }

  @Test func theLedgerFollowsARemovalToItsEnd() {
    var projection = Projection(facts: facts())
    for id in UInt32(1)...4 {
      projection.apply(Event(time: 1, fact: .screened(subject(id, .lawful), .removed)))
    }
    projection.apply(Event(time: 1, fact: .screened(subject(5, .violating), .removed)))
    for id in UInt32(1)...2 {
      projection.apply(Event(time: 2, fact: .appealed(subject(id, .lawful))))
    }
    projection.apply(Event(time: 2, fact: .appealed(subject(5, .violating))))
    #expect(projection.state(of: .appeals).waiting == 3)
    for (subject, outcome) in [
      (subject(1, .lawful), .overturned), (subject(2, .lawful), .upheld),
      (subject(5, .violating), .overturned),
    ] as [(Subject, AppealOutcome)] {
      projection.apply(Event(time: 3, fact: .appealStarted(subject)))
      projection.apply(Event(time: 4, fact: .appealDecided(subject, outcome)))
    }
    projection.apply(Event(time: 5, fact: .restored(subject(3, .lawful))))
    let tally = projection.tallies[0]
    #expect(tally.removed == 5)
    #expect(tally.wronglyRemoved == 4)
    #expect(tally.restored == 3)
    #expect(tally.wronglyRemovedAndRestored == 2)
    // The fourth: neither its owner nor the platform ever noticed.
    #expect(tally.neverAppealed == 1)
    #expect(tally.missed == 1)
    #expect(tally.lawfulPublished == 2)
    #expect(tally.unaccounted == 0)
    #expect(projection.state(of: .appeals).waiting == 0)
    #expect(projection.state(of: .posts).decisionsPerMinute == 0)
  }

  @Test func aReportTakesAMissedSubjectIntoTheQueue() {
    var projection = Projection(facts: facts())
    projection.apply(Event(time: 1, fact: .screened(subject(1, .violating), .passed)))
    #expect(projection.totals[0].missed == 1)
    projection.apply(Event(time: 5 * Self.minute, fact: .reported(subject(1, .violating))))
    #expect(projection.totals[0].missed == 0)
    #expect(projection.totals[0].waiting == 1)
    projection.advance(to: 9 * Self.minute)
    #expect(projection.state(of: .posts).oldest == 4 * Self.minute)
    #expect(projection.state(of: .posts, signatory: 1).oldest == nil)
  }

  @Test func aPublishedFigureIsComparedAtItsInstant() {
    var projection = Projection(facts: facts(asOf: 10))
    projection.apply(Event(time: 3, fact: .screened(subject(1, .violating), .removed)))
    #expect(projection.removedAtFigure == [nil])
    projection.apply(Event(time: 10, fact: .screened(subject(2, .violating), .removed)))
    projection.apply(Event(time: 11, fact: .screened(subject(3, .violating), .removed)))
    #expect(projection.removedAtFigure == [2])
    #expect(projection.totals[0].removed == 3)
  }

  /// The last 24 hours are 24 hours, whatever the minute of the hour.
  @Test func removalsOfTheLastDayAreThoseOfTheLastDay() {
    var projection = Projection(facts: facts())
    for hour in Microseconds(0)..<48 {
      let time = hour * Self.hour + 30 * Self.minute
      let removed = subject(UInt32(hour), .violating)
      projection.apply(Event(time: time, fact: .screened(removed, .removed)))
    }
    for minute in [0, 29, 31, 59] {
      projection.advance(to: 48 * Self.hour + Microseconds(minute) * Self.minute)
      #expect(projection.removedLately(.post) == (minute < 30 ? 24 : 23), "minute \(minute)")
    }
  }

  /// A violating subject that waits is neither missed nor forgotten.
  @Test func whatWaitsUndecidedIsCounted() {
    var projection = Projection(facts: facts())
    projection.apply(Event(time: 1, fact: .screened(subject(1, .violating), .queued)))
    projection.apply(Event(time: 1, fact: .screened(subject(2, .lawful), .queued)))
    #expect(projection.totals[0].undecided == 1)
    projection.apply(Event(time: 2, fact: .reviewStarted(subject(1, .violating))))
    #expect(projection.totals[0].undecided == 1)
    projection.apply(Event(time: 3, fact: .decided(subject(1, .violating), .keep)))
    #expect(projection.totals[0].undecided == 0)
    #expect(projection.totals[0].missed == 1)
  }

  @Test func overdueSubjectsCountAgainstPunctuality() {
    var projection = Projection(facts: facts())
    projection.apply(Event(time: 0, fact: .screened(subject(1, .violating), .queued)))
    #expect(projection.state(of: .posts).onTimeShare == nil)
    projection.advance(to: 2 * Self.hour)
    #expect(projection.state(of: .posts).onTimeShare == 0)
  }

  @Test func theFingerprintTellsLogsApart() {
    var one = LogFingerprint()
    var other = LogFingerprint()
    #expect(one == other)
    let event = Event(time: 5, fact: .screened(subject(1, .lawful), .passed))
    one.add(event)
    other.add(Event(time: 5, fact: .screened(subject(1, .violating), .passed)))
    #expect(one != other)
    #expect(one.hex.count == 16)
    var again = LogFingerprint()
    again.add(event)
    #expect(again == one)
  }

  @Test func seriesSumWholeRunsFromTheNewestBack() {
    var series = HourlySeries()
    series.add(1)
    for hour in 1...5 {
      series.advance(to: Int64(hour), filler: 0)
      series.add(Int32(hour + 1))
    }
    #expect(series.values == [1, 2, 3, 4, 5, 6])
    #expect(series.sums(of: 2, newest: 9) == [3, 7, 11])
    #expect(series.sums(of: 4, newest: 9) == [18])
    #expect(series.peaks(of: 2, newest: 9) == [2, 4, 6])
    #expect(series.peaks(of: 2, newest: 1) == [6])
    #expect(series.sums(of: 24, newest: 9) == [])
    series.advance(to: 1_000_000, filler: 7)
    #expect(series.values.count <= HourlySeries.capacity)
    #expect(series.lastHour == 1_000_000)
  }

  @Test func rollingCountsForgetWhatIsOld() {
    var count = RollingCount(buckets: 3)
    count.add(bucket: 0)
    count.add(2, bucket: 2)
    #expect(count.sum(at: 2) == 3)
    #expect(count.sum(at: 3) == 2)
    #expect(count.sum(at: 100) == 0)
    count.add(bucket: 100)
    #expect(count.sum(at: 102) == 1)
    #expect(count.sum(at: 103) == 0)
  }
}
