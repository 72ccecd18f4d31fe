import Moderation
import Queueing
import Simulation
import Testing

/// Removal orders, valid or not, and requests for information.
@Suite struct OrderTests {
  private static let orders = "policies.terrorism.orders"

  private func total(_ overrides: [String: Double], days: Double = 60) throws -> Tally {
    var all = [
      "\(Self.orders).share_of_violating": 0.05, "\(Self.orders).share_of_lawful": 0.000_000_1,
    ]
    all.merge(overrides) { $1 }
    let scenario = try ScenarioFixture.scenario("tco-one-hour", overriding: all)
    return ScenarioFixture.projection(scenario, days: days).tally(of: .all)
  }

  @Test func whoContestsAllThatIsWrongFollowsValidOrdersOnly() throws {
    let total = try total([
      "\(Self.orders).valid_share": 0.5, "\(Self.orders).contest_share": 1,
      "teams.order-desk.accuracy": 1,
    ])
    #expect(total[.ordersDecided] > 100)
    // The valid ones among the rest came too late.
    #expect(total[.validOrders] - total[.ordersComplied] <= total[.mootOrders])
    #expect(total[.ordersComplied] > 30 && total[.ordersContested] > 30)
    #expect(total[.ordersCompliedWrongly] == 0 && total[.invalidOrdersComplied] == 0)
  }

  @Test func theLessIsValidTheMoreIsContested() throws {
    let shares = try [0.05, 0.5, 0.95].map { valid in
      let total = try total(["\(Self.orders).valid_share": valid])
      return Double(total[.ordersContested]) / Double(total[.ordersDecided])
    }
    #expect(shares[0] > shares[1] && shares[1] > shares[2])
  }

  @Test func whoContestsNothingFollowsEverything() throws {
    let total = try total([
      "\(Self.orders).valid_share": 0, "\(Self.orders).contest_share": 0,
    ])
    #expect(total[.ordersContested] == 0)
    #expect(total[.invalidOrdersComplied] == total[.ordersDecided])
    #expect(total[.ordersCompliedWrongly] > 0)
  }

  /// Requests that follow no report are the same whatever the regime does.
  @Test func otherRequestsDoNotDependOnThePolicy() throws {
    func requests(_ overrides: [String: Double]) throws -> [String] {
      let scenario = try ScenarioFixture.scenario("wuzhen-later", overriding: overrides)
      return ScenarioFixture.log(scenario, days: 20).compactMap { event in
        switch event.fact {
        case .requested(let request) where !request.followsReport:
          "\(event.time) \(request.signatory) \(request.hoursBack)"
        default: nil
        }
      }
    }
    let base = try requests([:])
    #expect(base.count > 20)
    let other = try requests(["policies.fraud.kinds.post.screening.review_at": 4.0])
    #expect(other == base)
  }
}
