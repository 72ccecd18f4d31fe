import Moderation
import Testing

/// Actions, reports, orders and appeals, told by hand.
@Suite struct ActionTests {
  private typealias World = SmallWorld

  @Test func anActionIsProactiveUnlessSomebodyAsked() {
    var world = World()
    world.change(World.post(1, .violating), at: 0, .arriving, .removed, .screening)
    let reported = World.post(2, .violating)
    world.change(reported, at: 0, .arriving, .unnoticed, .screening)
    world.queue(reported, at: 5, .unnoticed, .undecided, .report, .report, flags: .reported)
    world.at(
      6, .claimed(reported, World.place(.report, since: 5)))
    world.at(
      7,
      .decided(
        reported,
        Transition(
          from: .undecided, to: .restricted, cause: .review, flags: .reported, seen: 7,
          age: 90_000, sinceFlag: 120), World.place(.report, since: 5)))
    let tally = world.projection.total
    #expect(tally[.actions] == 2)
    #expect(tally[.proactiveActions] == 1)
    #expect(tally[.actionsBeforeView] == 1)
    #expect(tally[.actionsWithinDay] == 1)
    #expect(tally[.restrictions] == 1)
    #expect(tally.removed == 1)
    #expect(world.projection.burden(of: .all).exposureBeforeAction == 7)
    // From restricted to removed is one more removal and no further action.
    world.change(reported, at: 8, .restricted, .removed, .bulkError)
    #expect(world.projection.total[.actions] == 2)
    #expect(world.projection.total.removed == 2)
  }

  @Test func reportsAreCountedWhetherOrNotTheyMakeAJob() {
    var world = World()
    let (bad, good) = (World.post(1, .violating), World.post(2, .lawful))
    world.change(bad, at: 0, .arriving, .unnoticed, .screening)
    world.queue(bad, at: 1, .unnoticed, .undecided, .report, .report, flags: .reported)
    world.queue(
      good, at: 1, .arriving, .undecided, .trustedReport, .trustedReport, flags: .reported)
    world.at(2, .merged(bad, .report), .merged(bad, .trustedReport), .merged(good, .report))
    let tally = world.projection.total
    #expect(tally[.reports] == 5)
    #expect(tally[.trustedReports] == 2)
    #expect(tally[.mergedReports] == 3)
    #expect(tally[.validReports] == 3)
    #expect(tally[.orders] == 0)
  }

  @Test func reportsAreHandledByTheHour() {
    var world = World()
    let reports = [(0.0, 2.0), (200, 2.1), (400, 8.1), (1_000, 24.1)]
    for (id, (start, hours)) in reports.enumerated() {
      let subject = World.post(UInt32(id), .violating)
      world.queue(subject, at: start, .arriving, .undecided, .report, .report)
      world.at(start, .claimed(subject, World.place(.report, since: start)))
      world.at(
        start + hours * 60,
        .decided(
          subject, Transition(from: .undecided, to: .removed, cause: .review),
          World.place(.report, since: start)))
    }
    // Reported 10 hours before a second moderator decides.
    let hard = World.post(9, .violating)
    world.queue(hard, at: 2_500, .arriving, .undecided, .report, .report)
    world.review(hard, .report, since: 2_500, from: 2_501, until: 2_502, .undecided)
    world.queue(hard, at: 2_502, .undecided, nil, .escalation, .escalation)
    world.review(
      hard, .escalation, since: 2_502, from: 2_503, until: 2_504, .undecided, .kept,
      .escalation, flags: .reported, sinceFlag: 36_000)
    let tally = world.projection.total
    #expect(tally[.reportsWithin2Hours] == 1)
    #expect(tally[.reportsWithin8Hours] == 1)
    #expect(tally[.reportsWithin24Hours] == 2)
    #expect(tally[.reportsAfter24Hours] == 1)
    #expect(tally.reportsHandled == 5)
  }

  @Test func ordersAreCompliedWithContestedOrMoot() {
    var world = World()
    let valid: Transition.Flags = [.ordered, .validOrder]
    for (id, (truth, to, flags)) in [
      (Truth.violating, Standing.removed, valid), (.lawful, .removed, .ordered),
      (.lawful, .kept, .ordered), (.violating, .kept, [.ordered, .validOrder, .lateOrder]),
    ].enumerated() {
      let subject = World.post(UInt32(id), truth)
      let start = Double(10 * id)
      world.change(subject, at: start, .arriving, .unnoticed, .screening)
      world.queue(
        subject, at: start, .unnoticed, .undecided, .order, .order, flags: flags)
      world.review(
        subject, .order, since: start, from: start, until: start + 1, .undecided, to, .order,
        flags: flags)
    }
    // One comes while a subject waits, one when all is over.
    let waiting = World.post(8, .violating)
    world.queue(waiting, at: 43, .arriving, .held, .screening, .screening)
    world.at(44, .merged(waiting, .order, .held))
    world.review(
      waiting, .screening, since: 43, from: 45, until: 46, .held, .removed, .order,
      flags: valid)
    world.at(47, .merged(waiting, .order, .removed, isValid: true))
    let tally = world.projection.total
    #expect(tally[.orders] == 6)
    #expect(tally[.mootOrders] == 1)
    #expect(tally[.ordersDecided] == 5)
    #expect(tally[.validOrders] == 3)
    #expect(tally[.ordersComplied] == 3)
    #expect(tally[.ordersCompliedWrongly] == 1)
    #expect(tally[.ordersContested] == 2)
    #expect(tally[.ordersContestedWrongly] == 1)
    #expect(tally[.lateOrders] == 1)
    #expect(tally[.proactiveActions] == 0)
    #expect(tally[removedBy: .order] == 3)
  }

  /// A later review of what was ordered answers no order.
  @Test func anOrderIsAnsweredOnce() {
    var world = World()
    let subject = World.post(1, .violating)
    world.queue(subject, at: 1, .arriving, .undecided, .order, .order, flags: .ordered)
    world.review(
      subject, .order, since: 1, from: 2, until: 3, .undecided, .removed, .order,
      flags: .ordered)
    world.queue(subject, at: 4, .removed, nil, .appeal, .appeal, flags: .ordered)
    world.review(
      subject, .appeal, since: 4, from: 5, until: 6, .removed, nil, .appeal, flags: .ordered)
    #expect(world.projection.total[.ordersDecided] == 1)
    #expect(world.projection.total[.ordersComplied] == 1)
  }

  @Test func theLedgerFollowsARemovalToItsEnd() {
    var world = World()
    for id in UInt32(1)...4 {
      world.change(World.post(id, .lawful), at: 1, .arriving, .removed, .screening)
    }
    let guilty = World.post(5, .violating)
    world.change(guilty, at: 1, .arriving, .removed, .screening)
    let appeals = [
      (World.post(1, .lawful), Standing.reinstated), (World.post(2, .lawful), .removed),
      (guilty, .reinstated),
    ]
    for (subject, _) in appeals {
      world.queue(subject, at: 2, .removed, nil, .screening, .appeal)
    }
    for (subject, to) in appeals {
      world.review(subject, .appeal, since: 2, from: 3, until: 3, .removed, to, .appeal)
    }
    world.change(World.post(3, .lawful), at: 5, .removed, .reinstated, .audit)
    var tally = world.projection.total
    #expect(tally.removed == 5)
    #expect(tally.wronglyRemoved == 4)
    #expect(tally[.appealed] == 3)
    #expect(tally[.wrongfulAppealed] == 2)
    #expect(tally[.appealsDecided] == 3)
    #expect(tally[.overturned] == 2)
    #expect(tally[.restoredUnasked] == 1)
    #expect(tally[.wrongfulRestored] == 2)
    #expect(tally[.wrongfulRestoredUnasked] == 1)
    #expect(tally[.reviewed] == 0)
    // The third was found, the fourth neither its owner nor the platform ever noticed.
    #expect(tally.neverAppealed == 2)
    #expect(tally.restoredWithoutAppeal == 1)
    #expect(tally.wronglyDown == 2)
    #expect(tally.missed(by: .reinstated) == 1)
    #expect(tally.lawfulPublished == 2)
    let errors = world.projection.errors(of: .all)
    #expect(errors.neverAppealedShare == 0.5)
    #expect(errors.appealed(by: .screening) == 2)
    #expect(errors.appealed(by: .review) == 0)
    #expect(errors.wrongfulRemovals(by: .screening) == 4)
    // Whose appeal has failed was not restored unasked.
    world.change(
      World.post(2, .lawful), at: 6, .removed, .reinstated, .audit, flags: .appealed)
    tally = world.projection.total
    #expect(tally[.restoredAfterAppeal] == 1 && tally[.restoredUnasked] == 1)
    #expect(tally.restoredWithoutAppeal == 1)
    // Nor an account that comes back with its strike after its own appeal.
    let account = World.post(6, .lawful)
    world.change(account, at: 7, .arriving, .removed, .strikes, flags: .suspended)
    world.change(
      account, at: 8, .removed, .reinstated, .strikes, flags: [.suspended, .appealed])
    #expect(world.projection.total.restoredWithoutAppeal == 1)
    // An offender who is back is no upload that was missed.
    let offender = World.post(7, .violating)
    world.change(offender, at: 9, .arriving, .removed, .strikes, flags: .suspended)
    #expect(world.projection.total[.offendersSuspended] == 1)
    world.change(offender, at: 10, .removed, .reinstated, .strikes, flags: .suspended)
    let end = world.projection.total
    #expect(end.missed == tally.missed + 1 && end.missedUploads == tally.missedUploads)
    #expect(end.caught == tally.caught)
    #expect(errors.wrongfulShare(by: .screening) == 0.8)
    #expect(errors.wrongfulShare(by: .order) == nil)
    #expect(errors.burden.wrongfulRemovalCost == 12)
    #expect(errors.burden.missCost == 10)
    #expect(world.projection.errors(of: Scope(policy: 1)).wrongfulRemovals == 0)
  }
}
