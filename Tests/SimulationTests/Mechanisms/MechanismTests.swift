import Moderation
import Queueing
import Testing

@testable import Simulation

/// The parts of the regime one by one.
@Suite struct MechanismTests {
  private func assumed<Value>(_ value: Value) -> Graded<Value> {
    Graded(value, grade: .assumption)
  }

  private func subject(
    _ id: UInt32 = 0, at signatory: Int = 0, _ truth: Truth = .violating
  ) -> Subject {
    Subject(id: id, signatory: signatory, kind: .post, truth: truth)
  }

  // MARK: The hash bank

  @Test(arguments: [true, false])
  func aHashBlocksWhereTheBankIsKnown(isShared: Bool) {
    var bank = HashBank(HashBankParameters(isShared: isShared, delayMinutes: assumed(0)))
    #expect(!bank.blocks(7, signatory: 0))
    let inserted = (0..<2).map { _ in bank.insert(7, signatory: 0) }
    #expect(inserted == [true, false])
    #expect(bank.blocks(7, signatory: 0))
    #expect(bank.blocks(7, signatory: 1) == isShared)
    let removed = (0..<2).map { _ in bank.remove(7, signatory: 0) }
    #expect(removed == [[], nil])
    #expect(!bank.blocks(7, signatory: 0))
  }

  /// What was found to be in order does not come back by what automation removes next.
  @Test func onlyAModeratorBringsAHashBackThatWasWrong() {
    var bank = HashBank(HashBankParameters(isShared: true, delayMinutes: assumed(0)))
    _ = bank.insert(7, signatory: 0)
    bank.noteBlocked(11, 7, signatory: 0)
    bank.noteBlocked(12, 7, signatory: 1)
    #expect(bank.remove(7, signatory: 0) == [11, 12])
    let byMachine = bank.insert(7, signatory: 0)
    let byHand = bank.insert(7, signatory: 0, isDecided: true)
    #expect((byMachine, byHand) == (false, true))
    #expect(bank.remove(7, signatory: 0) == [])
  }

  @Test func whatIsBlockedOfPastItemsIsForgotten() {
    var bank = HashBank(HashBankParameters(isShared: false, delayMinutes: assumed(0)))
    for item in [7, 8] as [UInt64] { _ = bank.insert(item, signatory: 0) }
    bank.noteBlocked(3, 8, signatory: 0)
    bank.noteBlocked(2, 7, signatory: 0)
    bank.noteBlocked(1, 8, signatory: 0)
    #expect(bank.forget { $0 == 8 } == [1, 3])
    #expect(bank.remove(8, signatory: 0) == [])
    #expect(bank.remove(7, signatory: 0) == [2])
  }

  @Test func nothingIsNoItem() {
    var bank = HashBank(HashBankParameters(isShared: true, delayMinutes: assumed(0)))
    let inserted = bank.insert(Circulation.none, signatory: 0)
    #expect(!inserted)
    #expect(!bank.blocks(Circulation.none, signatory: 0))
  }

  // MARK: What circulates

  private var circulation: Circulation {
    Circulation(
      CopyParameters(
        shareOfViolating: assumed(0.5), shareOfCandidates: assumed(0.1),
        lawfulPerMillion: assumed(1), items: assumed(100), circulationDays: assumed(10),
        variantShare: assumed(0.2), variants: assumed(50)),
      policy: 0)
  }

  @Test func anItemIsTheSameInItsPeriodAndAnotherInTheNext() {
    func item(_ day: Microseconds, _ uniform: Double, isViolating: Bool = true) -> UInt64 {
      circulation.item(at: day * TimeUnit.day, isViolating: isViolating, uniform: uniform)
    }
    #expect(item(0, 0.3) == item(9, 0.3))
    #expect(item(0, 0.3) != item(10, 0.3))
    #expect(item(0, 0.3) != item(0, 0.3, isViolating: false))
    #expect(item(0, 1e-9) != item(0, 1 - 1e-9))
  }

  /// Zipf's law: the first item is copied some seven times as often as the tenth.
  @Test func frequentItemsAreFrequent() {
    let numbers = KeyedRandom(seed: 3, purpose: "items")
    var counts: [UInt64: Int] = [:]
    for key in 0..<100_000 {
      let item = circulation.item(at: 0, isViolating: true, uniform: numbers.uniform(UInt64(key)))
      counts[item, default: 0] += 1
    }
    let sorted = counts.values.sorted(by: >)
    #expect(sorted.count == 100)
    #expect(abs(Double(sorted[0]) / 100_000 - 0.150) < 0.006)
    #expect(abs(Double(sorted[9]) / 100_000 - 0.0207) < 0.003)
  }

  @Test func everyAlterationHasAHashOfItsOwn() {
    let numbers = (0..<50).map { (Double($0) + 0.5) / 50 }
    let items = Set(
      numbers.map { circulation.item(at: 0, isViolating: true, uniform: 0.5, variant: $0) })
    #expect(items.count == 50)
    #expect(!items.contains(circulation.item(at: 0, isViolating: true, uniform: 0.5)))
  }

  // MARK: Strikes

  @Test func theLastStrikeSuspendsAndTheCountBeginsAgain() {
    var book = StrikeBook(
      StrikeParameters(
        limit: assumed(3), offendingAccounts: assumed(1), lawfulAccounts: assumed(1),
        lapseDays: nil), surgeAccounts: 0, shares: [1])
    let account = book.account(of: subject(), 0.5)
    #expect(account.isOffending)
    let suspensions = (0..<6).map { book.add(to: account, at: $0 * TimeUnit.day).suspends }
    #expect(suspensions == [false, false, true, false, false, true])
    let lawful = book.account(of: subject(1, .lawful), 0.5)
    #expect(lawful != account)
    let first = (0..<2).map { _ in book.add(to: lawful, at: 0) }
    book.takeBack(from: lawful, of: first[0].round)
    let second = (0..<2).map { _ in book.add(to: lawful, at: 0).suspends }
    #expect(first.map(\.suspends) == [false, false])
    #expect(second == [false, true])
  }

  /// A strike from before a suspension is not one of those that came after it.
  @Test func whatWentWithASuspensionIsNotTakenBackTwice() {
    var book = StrikeBook(
      StrikeParameters(
        limit: assumed(2), offendingAccounts: assumed(1), lawfulAccounts: assumed(1),
        lapseDays: nil), surgeAccounts: 0, shares: [1])
    let account = book.account(of: subject(), 0.5)
    let strikes = (0..<3).map { book.add(to: account, at: $0 * TimeUnit.day) }
    book.takeBack(from: account, of: strikes[0].round)
    #expect(strikes.map(\.suspends) == [false, true, false])
    #expect(strikes[0].round == strikes[1].round && strikes[1].round != strikes[2].round)
    let next = book.add(to: account, at: 3 * TimeUnit.day)
    #expect(next.suspends)
  }

  @Test func strikesLapseAfterQuietDays() {
    var book = StrikeBook(
      StrikeParameters(
        limit: assumed(2), offendingAccounts: assumed(1), lawfulAccounts: assumed(1),
        lapseDays: assumed(90)), surgeAccounts: 0, shares: [1])
    let account = book.account(of: subject(), 0.5)
    let days: [Microseconds] = [0, 91, 181, 181, 272]
    let suspensions = days.map { book.add(to: account, at: $0 * TimeUnit.day).suspends }
    #expect(suspensions == [false, false, true, false, false])
  }

  @Test func aSurgeComesFromAccountsOfItsOwn() {
    let book = StrikeBook(
      StrikeParameters(
        limit: assumed(2), offendingAccounts: assumed(10), lawfulAccounts: assumed(10),
        lapseDays: nil), surgeAccounts: 1_000, shares: [1])
    let usual = (0..<100).map { book.account(of: subject(), Double($0) / 100).number }
    let surge = (0..<100).map { book.account(of: subject(IDSpace.shocks), Double($0) / 100).number }
    #expect(Set(usual).count == 10 && Set(surge).count == 100)
    #expect(Set(usual).isDisjoint(with: surge))
  }

  private func subject(_ id: UInt32, _ truth: Truth) -> Subject { subject(id, at: 0, truth) }

  // MARK: Login metadata

  private func store(months: Double) -> MetadataStore {
    MetadataStore(
      AuthorityParameters(
        reportShare: assumed(0), requestShare: assumed(0), requestDelayDays: assumed(1),
        otherRequestsPerDay: assumed(0), lookbackDays: assumed(30), loginsPerDay: assumed(5),
        answerHours: assumed(1), refusedShare: assumed(0), retentionMonths: assumed(months)),
      retention: Microseconds(months * 30) * TimeUnit.day, seed: 1)
  }

  @Test(arguments: [(0.0, 0), (6.0, 179), (12.0, 359)])
  func recordsExpireWithTheRetention(months: Double, lastDay: Int) {
    var store = store(months: months)
    func answer(day: Int) -> InformationRequest.Answer {
      store.answer(account: 7, age: Microseconds(day) * TimeUnit.day, isRefused: false)
    }
    if months > 0 {
      guard case .disclosed = answer(day: lastDay) else {
        Issue.record("nothing was kept for \(lastDay) days")
        return
      }
    }
    #expect(answer(day: months == 0 ? 0 : lastDay + 1) == .expired)
  }

  /// There is no answer without an entry, whatever the answer; and that records cannot be
  /// read without a permit, the compiler sees to.
  @Test func everyAccessIsInTheAuditLog() {
    var store = store(months: 6)
    let answers = (0..<100 as Range<UInt64>).map { account in
      let age = Microseconds(account) * 4 * TimeUnit.day
      return store.answer(account: account, age: age, isRefused: account % 7 == 0)
    }
    #expect(store.audit.entries == 100)
    #expect(answers.count { $0 == .refused } == 15)
    // Records of the days from the 180th on are no longer kept.
    #expect(answers.enumerated().allSatisfy { $1 == .refused || ($1 == .expired) == ($0 >= 45) })
    // The same account has the same records, in whatever order it is asked about.
    #expect(store.answer(account: 3, age: 0, isRefused: false) == answers[3])
  }

  // MARK: Screening

  @Test func thresholdsStayInOrderWhenAUserMovesThem() {
    var bounds = ScreeningBounds(
      ScreeningParameters(
        separation: assumed(4), removeAt: assumed(4), reviewAt: assumed(3.5),
        candidateAt: assumed(3), isBeforePublication: false))
    // A violating subject's score is its number's quantile, shifted by the separation.
    func violating(score: Double) -> ScreeningOutcome {
      bounds.outcome(of: .violating, StandardNormal.cdf(score - 4))
    }
    #expect(violating(score: 3.4) == .passed)
    #expect(violating(score: 3.6) == .queued(isPublished: true))
    #expect(violating(score: 4.1) == .removed)
    bounds.setReviewAt(5)
    #expect(violating(score: 4.9) == .passed)
    #expect(violating(score: 5.1) == .removed)
    bounds.setRemoveAt(1)
    #expect(violating(score: 2.9) == .passed)
    #expect(violating(score: 3.1) == .removed)
  }

  // MARK: Views

  private var kind: KindConstants {
    get throws {
      KindConstants(
        UploadParameters(
          kind: .post, perDay: assumed(1), viewsLogSD: assumed(0),
          handlingSeconds: assumed(try .exponential(mean: 60))),
        ViewFacts(mean: assumed(1_000), halfLife: assumed(TimeUnit.hour)))
    }
  }

  /// A life by hand: half of the views an hour, none while it is down.
  @Test func viewsAccrueWhileASubjectIsVisible() throws {
    let kind = try kind
    var life = Case(subject(), item: 0, uploadedAt: 0, views: 1_000)
    func move(_ standing: Standing, hour: Microseconds) -> Transition {
      life.move(
        to: standing, .review, at: hour * TimeUnit.hour, kind, restrictedReach: 0.25)
    }
    let held = move(.held, hour: 0)
    #expect((held.seen, held.ahead) == (0, 1_000))
    let kept = move(.kept, hour: 5)
    #expect((kept.seen, kept.ahead, kept.age) == (0, 1_000, 5 * 3_600))
    let removed = move(.removed, hour: 6)
    #expect((removed.seen, removed.ahead) == (500, 500))
    let reinstated = move(.reinstated, hour: 7)
    #expect((reinstated.seen, reinstated.ahead) == (500, 250))
    let again = move(.removed, hour: 8)
    #expect((again.seen, again.ahead) == (625, 125))
    // Of the 62.5 views of the next hour a restriction leaves a quarter.
    _ = move(.restricted, hour: 8)
    let back = move(.kept, hour: 9)
    #expect((back.seen, back.ahead) == (640.625, 62.5))
  }

  /// What is removed at its upload loses its views while it is down, as if it had been seen.
  @Test func viewsDecayFromARemovalAtUpload() throws {
    let kind = try kind
    var life = Case(subject(), item: 0, uploadedAt: 0, views: 1_000)
    let steps = [(Standing.removed, 1), (.reinstated, 2), (.removed, 3)].map { standing, hour in
      life.move(
        to: standing, .review, at: hour * TimeUnit.hour, kind, restrictedReach: 0.25)
    }
    #expect(steps.map(\.ahead) == [1_000, 500, 250])
    #expect(steps.map(\.seen) == [0, 0, 250])
  }

  @Test func viewsAndHandlingTimesHaveTheirMeans() throws {
    let kind = try kind
    let numbers = KeyedRandom(seed: 1, purpose: "handling")
    #expect(abs(kind.views(numbers, of: 3) - 1_000) < 1e-6)
    var moments = RunningMoments()
    for id in 0..<200_000 as Range<UInt32> { moments.add(kind.handlingTime(numbers, of: id)) }
    #expect(abs(moments.mean / 60e6 - 1) < 0.01)
  }
}
