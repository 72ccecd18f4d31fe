import Moderation
import Queueing
import Simulation
import Testing

/// Policies that come into force after the start: their uploads are mere counts until then.
@Suite struct LaterPolicyTests {
  private static let rumours: UInt8 = 1

  /// A log in which the new law comes on a day, if it does, and a threshold falls on another.
  private func log(
    _ scenario: Scenario, days: Int64, lawOn day: Int64?, lowerOn other: Int64? = nil
  ) throws -> [Event] {
    let simulation = RegimeSimulation(scenario, seed: 7)
    let law = try #require(scenario.facts.shocks.firstIndex { $0.kind == .newLaw })
    var log: [Event] = []
    for today in 0..<days {
      let now = today * TimeUnit.day
      _ = simulation.advance(to: now, limit: .max, into: &log)
      if today == day { simulation.apply(.shock(UInt8(law)), at: now, into: &log) }
      if today == other {
        let change = Intervention.reviewAt(policy: 0, kind: .post, score: 3.05)
        simulation.apply(change, at: now, into: &log)
      }
    }
    _ = simulation.advance(to: days * TimeUnit.day, limit: .max, into: &log)
    return log
  }

  private func arrivals(_ log: [Event]) -> [(time: Microseconds, subject: Subject, ahead: Float)] {
    log.compactMap { event in
      guard let subject = event.fact.subject, let transition = event.fact.transition,
        transition.from == .arriving, transition.cause != .strikes
      else { return nil }
      return (event.time, subject, transition.ahead)
    }
  }

  /// What comes under the policy from the start, but for copies: whether a lawful one is
  /// held up depends on the hash bank, and so on what moderators had time for.
  private func originals(_ log: [Event]) -> [String] {
    arrivals(log).filter { $0.subject.policy == 0 && $0.subject.origin == .original }
      .map { "\($0)" }
  }

  /// Common random numbers: neither the law nor a threshold changes who else comes, when,
  /// and with how many views.
  @Test func theRestOfTheWorldDoesNotNotice() throws {
    let scenario = try ScenarioFixture.scenario()
    let base = originals(try log(scenario, days: 4, lawOn: nil))
    #expect(base.count > 8_000)
    #expect(originals(try log(scenario, days: 4, lawOn: 2)) == base)
    #expect(originals(try log(scenario, days: 4, lawOn: 0)) == base)
    // A lower threshold has more come one by one, among the same ones.
    let lower = try log(scenario, days: 4, lawOn: 2, lowerOn: 1)
    #expect(Set(base).subtracting(originals(lower)).isEmpty)
    let under = { (log: [Event]) in
      arrivals(log).filter { $0.subject.policy == Self.rumours }.map { "\($0)" }
    }
    #expect(under(lower) == under(try log(scenario, days: 4, lawOn: 2)))
  }

  /// Under the law some 1,440 lawful posts and 160 videos a day are reported, and 1,120
  /// violating uploads come; they have a range of ids of their own.
  @Test func itsUploadsComeOneByOneFromThenOn() throws {
    let scenario = try ScenarioFixture.scenario()
    let own = arrivals(try log(scenario, days: 6, lawOn: 2))
      .filter { $0.subject.policy == Self.rumours }
    #expect(own.allSatisfy { $0.time >= 2 * TimeUnit.day })
    #expect((2_100...3_400).contains(Double(own.count) / 4))
    let ids = own.map(\.subject.id)
    #expect(ids.first == IDSpace.laterUploads(under: 1))
    #expect(ids == Array(IDSpace.laterUploads(under: 1)..<(ids.last ?? 0) + 1))
  }

  /// Whether they are counted or come one by one, as much is uploaded.
  @Test func theTotalKeepsItsMean() throws {
    let scenario = try ScenarioFixture.scenario(overriding: [
      "uploads.post.per_day": 20_000, "uploads.video.per_day": 500,
      "uploads.account.per_day": 500, "policies.rumours.kinds.post.violating_per_million": 200_000,
    ])
    let screened = try [nil, 2].map { (day: Int64?) in
      var projection = Projection(facts: scenario.facts)
      for event in try log(scenario, days: 8, lawOn: day) { projection.apply(event) }
      return Double(projection.total[.uploaded])
    }
    // The days have the same noise, so the difference is that of two Poisson numbers.
    #expect(abs(screened[0] - screened[1]) < 4 * (screened[0] + screened[1]).squareRoot())
    #expect(screened[0] > 100_000)
  }
}
