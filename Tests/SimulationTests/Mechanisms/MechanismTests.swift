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
    #expect(removed == [true, false])
    #expect(!bank.blocks(7, signatory: 0))
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
        limit: assumed(3), offendingAccounts: assumed(1), lawfulAccounts: assumed(1)),
      shares: [1])
    let account = book.account(of: subject(), 0.5)
    #expect(account.isOffending)
    let suspensions = (0..<6).map { _ in book.add(to: account) }
    #expect(suspensions == [false, false, true, false, false, true])
    let lawful = book.account(of: subject(1, .lawful), 0.5)
    #expect(lawful != account)
    let first = (0..<2).map { _ in book.add(to: lawful) }
    book.takeBack(from: lawful)
    let second = (0..<2).map { _ in book.add(to: lawful) }
    #expect(first == [false, false])
    #expect(second == [false, true])
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
    let request = InformationRequest(number: 0, signatory: 0, hoursBack: 1, followsReport: false)
    func answer(day: Int) -> InformationRequest.Answer {
      store.answer(request, age: Microseconds(day) * TimeUnit.day, isRefused: false) { _, _ in }
    }
    if months > 0 {
      guard case .disclosed = answer(day: lastDay) else {
        Issue.record("nothing was kept for \(lastDay) days")
        return
      }
    }
    #expect(answer(day: months == 0 ? 0 : lastDay + 1) == .expired)
  }

  /// There is no answer without an entry, whatever the answer.
  @Test func everyAccessIsInTheAuditLog() {
    var store = store(months: 6)
    var audited: [UInt32] = []
    for number in 0..<100 as Range<UInt32> {
      let request = InformationRequest(
        number: number, signatory: 3, hoursBack: 1, followsReport: true)
      _ = store.answer(
        request, age: Microseconds(number) * 4 * TimeUnit.day, isRefused: number % 7 == 0
      ) { request, _ in audited.append(request.number) }
    }
    #expect(audited == Array(0..<100))
    #expect(store.auditEntries == 100)
    #expect(store.answers == 100)
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
      life.move(to: standing, .review, at: hour * TimeUnit.hour, kind)
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
