import Moderation
import Queueing
import Testing

/// Authorities, shocks and interventions, told by hand.
@Suite struct RegimeBookTests {
  private typealias World = SmallWorld

  @Test func requestsAreAnsweredAndEveryAnswerIsLogged() {
    var world = World()
    let requests = (UInt32(0)..<4).map {
      InformationRequest(
        number: $0, signatory: $0 == 3 ? 1 : 0, hoursBack: 24, followsReport: $0 == 0)
    }
    world.at(1, .reportedToAuthority(World.post(1, .violating)))
    for request in requests { world.at(2, .requested(request)) }
    world.at(3, .answered(requests[0], .disclosed(records: 7)))
    world.at(4, .answered(requests[1], .expired))
    world.at(5, .answered(requests[3], .refused))
    let one = world.projection.authority(signatory: 0)
    #expect(one[.reports] == 1)
    #expect(world.projection.total[.reportedToAuthority] == 1)
    #expect(one[.requests] == 3)
    #expect(one[.requestsAfterReport] == 1)
    #expect(one[.disclosedAccounts] == 1)
    #expect(one[.disclosedRecords] == 7)
    #expect(one[.expired] == 1)
    #expect(one.pending == 1)
    #expect(one.auditEntries == 2)
    let all = world.projection.authority()
    #expect(all[.refused] == 1)
    #expect(all.auditEntries == 3)
    #expect(world.projection.audit.map(\.request.number) == [3, 1, 0])
    #expect(world.projection.audit[0].answer == .refused)
    #expect(world.projection.audit[0].time == 5 * TimeUnit.minute)
  }

  @Test func theNewestEntriesOfTheAuditLogAreKept() {
    var world = World()
    for number in UInt32(0)..<1_000 {
      let request = InformationRequest(
        number: number, signatory: 0, hoursBack: 1, followsReport: false)
      world.at(1, .requested(request), .answered(request, .expired))
    }
    #expect(world.projection.audit.count == 256)
    #expect(world.projection.audit.first?.request.number == 999)
    #expect(world.projection.audit.last?.request.number == 744)
    #expect(world.projection.authority().auditEntries == 1_000)
  }

  @Test func ordersToDecryptAreAnsweredInThreeWays() {
    var world = World()
    for number in UInt32(0)..<5 {
      world.at(1, .decryptionOrdered(DecryptionOrder(number: number, signatory: 1)))
    }
    for (number, answer) in DecryptionOrder.Answer.allCases.enumerated() {
      world.at(
        2, .decryptionAnswered(DecryptionOrder(number: UInt32(number), signatory: 1), answer))
    }
    let tally = world.projection.authority(signatory: 1)
    #expect(tally[.decryptionOrders] == 5)
    #expect(tally[.decryptionHelped] == 1)
    #expect(tally[.decryptionImpossible] == 1)
    #expect(tally[.decryptionContested] == 1)
    #expect(tally.decryptionPending == 2)
    #expect(tally != world.projection.authority(signatory: 0))
  }

  @Test func shocksBeginAndEndAndALawStays() {
    var world = World()
    #expect(world.projection.policiesInForce == [true, false])
    world.at(10, .intervened(.shock(0)))
    world.at(20, .intervened(.shock(1)))
    #expect(
      world.projection.activeShocks.map(\.start) == [10 * TimeUnit.minute, 20 * TimeUnit.minute])
    #expect(world.projection.policiesInForce == [true, true])
    world.at(30, .shockEnded(0), .shockEnded(1))
    #expect(world.projection.activeShocks == [])
    #expect(world.projection.policiesInForce == [true, true])
    #expect(world.projection.interventions.map(\.intervention) == [.shock(1), .shock(0)])
  }

  @Test func interventionsChangeWhatIsInForce() {
    var world = World()
    world.at(
      1, .intervened(.staffing(team: 1, percent: 50)),
      .intervened(.discipline(queue: 2, .views)),
      .intervened(.removeAt(policy: 0, kind: .post, score: 3)))
    #expect(world.projection.staffing == [100, 50])
    #expect(world.projection.disciplines == [.oldest, .oldest, .views, .oldest])
    #expect(world.projection.interventions.count == 3)
    #expect(world.projection.interventions[0].time == TimeUnit.minute)
  }

  @Test func aPublishedFigureIsComparedAtItsInstant() {
    var world = World(figuresAsOf: World.instant(10))
    world.change(World.post(1, .violating), at: 3, .arriving, .removed, .screening)
    #expect(world.projection.removedAtFigure == [nil])
    world.change(World.post(2, .violating), at: 10, .arriving, .removed, .screening)
    world.change(World.post(3, .violating), at: 11, .arriving, .removed, .screening)
    #expect(world.projection.removedAtFigure == [2])
    #expect(world.projection.total.removed == 3)
  }

  /// The last 24 hours are 24 hours, whatever the minute of the hour.
  @Test func removalsOfTheLastDayAreThoseOfTheLastDay() {
    var world = World()
    for hour in 0..<48 {
      world.change(
        World.post(UInt32(hour), .violating), at: Double(hour * 60 + 30), .arriving, .removed,
        .screening)
    }
    for minute in [0, 29, 31, 59] {
      world.advance(to: Double(48 * 60 + minute))
      #expect(
        world.projection.removedLately(.post) == (minute < 30 ? 24 : 23), "minute \(minute)")
    }
    #expect(world.projection.removals[0].values == Array(repeating: 1, count: 48) + [0])
    #expect(world.projection.activity.values == Array(repeating: 1, count: 48) + [0])
  }
}
