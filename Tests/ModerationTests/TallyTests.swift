import Moderation
import Testing

/// What becomes of subjects, told by hand.
@Suite struct TallyTests {
  private typealias World = SmallWorld

  @Test func aTallyHasAPlaceForAllThatItCounts() {
    #expect(Tally.size <= Tally.capacity)
    #expect(AuthorityTally.Count.allCases.count == 13)
  }

  @Test func talliesAddUpAndCompare() {
    var world = World()
    world.change(World.post(1, .lawful), at: 1, .arriving, .removed, .screening)
    world.change(World.post(2, .violating, at: 1), at: 1, .arriving, .unnoticed, .screening)
    let (one, two) = (
      world.projection.tally(signatory: 0), world.projection.tally(signatory: 1)
    )
    #expect(one != two)
    #expect(one + two == two + one)
    #expect(one + Tally() == one)
    #expect(world.projection.total == one + two)
    #expect(world.projection.totals[0] == one + two)
    #expect(world.projection.totals[1] == Tally())
    #expect(world.projection.totalsByPolicy == [one + two, Tally()])
    let index = world.projection.tallyIndex(signatory: 1, kind: .post, policy: 0)
    #expect(world.projection.tally(at: index) == two)
    #expect(world.projection.tallies[index] == two)
  }

  @Test func whatPassesUnnoticedIsACountUnderNoPolicy() {
    var world = World()
    world.at(1, .passed(signatory: 1, kind: .video, count: 500))
    let tally = world.projection.total
    #expect(tally[.uploaded] == 500)
    #expect(tally[.passedUnnoticed] == 500)
    #expect(tally.lawfulPublished == 500)
    #expect(tally.unaccounted == 0)
    #expect(world.projection.totalsByPolicy == [Tally(), Tally()])
    let none = world.projection.facts.policies.count
    let index = world.projection.tallyIndex(signatory: 1, kind: .video, policy: none)
    #expect(world.projection.tally(at: index) == tally)
    #expect(world.projection.tally(of: Scope(signatory: 1, kind: .video)) == tally)
    #expect(world.projection.tally(of: Scope(signatory: 0)) == Tally())
  }

  @Test func everyCauseHasItsOwnRemovals() {
    var world = World()
    for (id, cause) in [Cause.screening, .hashBank, .bulkError].enumerated() {
      world.change(World.post(UInt32(id), .lawful), at: 1, .arriving, .removed, cause)
    }
    world.change(World.post(9, .violating), at: 1, .arriving, .removed, .hashBank)
    let tally = world.projection.total
    #expect(tally.removed == 4)
    #expect(tally.removedByAutomation == 4)
    #expect(tally.wronglyRemoved == 3)
    #expect(tally[removedBy: .hashBank] == 2)
    #expect(tally[removedBy: .hashBank, .lawful] == 1)
    #expect(tally[.uploaded] == 4)
  }

  /// Posts are screened under the policy in force, videos under the one that a law brings,
  /// accounts under none.
  @Test func whatIsScreenedIsAPartOfWhatIsUploaded() {
    var world = World()
    func upload(at minutes: Double) {
      for kind in SubjectKind.allCases {
        world.at(minutes, .passed(signatory: 0, kind: kind, count: 10))
      }
    }
    upload(at: 1)
    let before = world.projection.total
    #expect((before[.uploaded], before[.screened]) == (30, 10))
    world.at(2, .intervened(.shock(1)))
    upload(at: 3)
    let after = world.projection.total
    #expect((after[.uploaded], after[.screened]) == (60, 30))
    let metrics = RegimeMetrics(of: world.projection, scope: Scope(policy: 0))
    #expect((metrics[.uploaded], metrics[.screened]) == (nil, nil))
  }

  /// A suspended account was not uploaded, and yet somebody's account is gone.
  @Test func aSuspendedAccountArrivesWithoutAnUpload() {
    var world = World()
    let account = Subject(id: 1, signatory: 0, kind: .account, truth: .lawful)
    world.change(account, at: 1, .arriving, .removed, .strikes)
    let tally = world.projection.totals[SubjectKind.account.index]
    #expect(tally[.uploaded] == 0)
    #expect(tally.contentActions == 0)
    #expect(tally[.suspended] == 1)
    #expect(tally.removed == 1)
    #expect(tally.wronglyRemoved == 1)
    #expect(tally.unaccounted == 0)
  }

  @Test func reviewsAreFirstDecisionsWhoeverTakesThem() {
    var world = World()
    let (kept, hard) = (World.post(1, .violating), World.post(2, .lawful))
    world.queue(kept, at: 0, .arriving, .held, .screening, .screening)
    world.queue(hard, at: 0, .arriving, .undecided, .screening, .screening)
    #expect(world.projection.total.undecided == 1)
    #expect(world.projection.total.pending == 2)
    world.review(kept, .screening, since: 0, from: 1, until: 2, .held, .kept)
    // He is not sure: that is no decision.
    world.review(hard, .screening, since: 0, from: 2, until: 3, .undecided, nil, .escalation)
    #expect(world.projection.total[.reviewed] == 1)
    world.queue(hard, at: 3, .undecided, nil, .escalation, .escalation)
    world.review(
      hard, .escalation, since: 3, from: 4, until: 5, .undecided, .removed, .escalation)
    let tally = world.projection.total
    #expect(tally[.reviewed] == 2)
    #expect(tally[.escalations] == 1)
    #expect(tally[.disagreements] == 0)
    #expect(tally[removedBy: .escalation, .lawful] == 1)
    #expect(tally.missed == 1)
    #expect(tally.missed(by: .kept) == 1)
    #expect(tally.undecided == 0)
  }

  @Test func aSecondReviewAgreesOrPassesOn() {
    var world = World()
    let (fine, doubted) = (World.post(1, .violating), World.post(2, .lawful))
    for (subject, start) in [(fine, 0.0), (doubted, 10)] {
      world.queue(subject, at: start, .arriving, .held, .screening, .screening)
      world.review(
        subject, .screening, since: start, from: start, until: start + 1, .held, .removed)
      world.queue(subject, at: start + 1, .removed, nil, .secondReview, .secondReview)
      world.review(
        subject, .secondReview, since: start + 1, from: start + 2, until: start + 2, .removed,
        nil, .secondReview)
    }
    world.queue(doubted, at: 12, .removed, nil, .secondReview, .escalation)
    world.review(
      doubted, .escalation, since: 12, from: 13, until: 13, .removed, .reinstated,
      .secondReview)
    let tally = world.projection.total
    #expect(tally[.reviewed] == 2)
    #expect(tally[.secondReviews] == 2)
    #expect(tally[.disagreements] == 1)
    #expect(tally[.escalations] == 1)
    #expect(tally.removed == 2)
    #expect(tally[.wrongfulReversed] == 1)
    #expect(tally[.wrongfulRestored] == 1)
    #expect(tally[.overturned] == 0)
    #expect(tally.neverAppealed == 1)
    #expect(tally.restoredWithoutAppeal == 1)
    #expect(tally.wronglyDown == 0)
  }

  @Test func claimsLapseAndOwnersWithdraw() {
    var world = World()
    let subject = World.post(1, .violating)
    let place = World.place(.screening, since: 0)
    world.queue(subject, at: 0, .arriving, .undecided, .screening, .screening)
    world.at(1, .claimed(subject, place))
    world.at(2, .released(subject, place))
    world.at(
      3,
      .withdrawn(subject, Transition(from: .undecided, to: .withdrawn, cause: .owner), place))
    let tally = world.projection.total
    #expect(tally[.lapsedClaims] == 1)
    #expect(tally[.withdrawals] == 1)
    #expect(tally[.withdrawn, .violating] == 1)
    #expect(tally.missed == 0)
    #expect(tally[.reviewed] == 0)
    #expect(world.projection.state(of: 0).waiting == 0)
  }

  @Test func missesAreToldApartByTheirCause() {
    var world = World()
    world.change(World.post(1, .violating), at: 0, .arriving, .unnoticed, .screening)
    // Of two altered copies one would have matched a hash otherwise.
    let variant = World.post(2, .violating, origin: .variant)
    world.change(variant, at: 0, .arriving, .unnoticed, .screening, flags: .escapedHash)
    world.change(
      World.post(5, .violating, origin: .variant), at: 0, .arriving, .unnoticed, .screening)
    world.change(
      World.post(3, .violating, origin: .copy), at: 0, .arriving, .removed, .hashBank)
    let back = World.post(4, .violating)
    world.change(back, at: 0, .arriving, .removed, .screening)
    world.change(back, at: 1, .removed, .reinstated, .audit)
    var tally = world.projection.total
    #expect(MissCause.allCases.map(tally.missed) == [2, 1, 0, 1])
    #expect(tally.missed == 4)
    #expect(tally[.copiesArriving] == 3)
    #expect(tally[.copiesBlocked] == 1)
    world.queue(
      variant, at: 2, .unnoticed, .undecided, .report, .report, flags: [.reported, .escapedHash])
    tally = world.projection.total
    #expect(tally.missed(by: .variant) == 0)
    #expect(tally[.variantsMissed] == 0)
  }

  @Test func hashesAreAddedWronglyAndUndone() {
    var world = World()
    world.at(1, .hashed(World.post(1, .violating)), .hashed(World.post(2, .lawful)))
    world.at(2, .unhashed(World.post(2, .lawful)))
    let tally = world.projection.total
    #expect(tally[.hashesAdded] == 2)
    #expect(tally[.wrongHashesAdded] == 1)
    #expect(tally[.hashesUndone] == 1)
  }
}
