/// M/G/c/c: customers who find all servers busy are lost.
///
/// A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in
/// automatic telephone exchanges" (1917). The recurrence in the number of servers has only
/// positive terms, so every digit survives. Time: O(c).
package struct ErlangB: Sendable {
  package let servers: Int
  /// Arrival rate times mean service time, in erlangs.
  package let offeredLoad: Double
  /// The share of customers who are lost.
  package let blockingProbability: Double
  /// The share of customers who are served, exact even when nearly all are lost.
  package let acceptedShare: Double

  package init(servers: Int, offeredLoad: Double) throws(ModelError) {
    self.servers = try Check.count(servers, "c")
    self.offeredLoad = try Check.positive(offeredLoad, "a")
    (blockingProbability, acceptedShare) = Self.shares(servers: servers, offeredLoad: offeredLoad)
  }

  /// The mean number of busy servers.
  package var busyServers: Double { offeredLoad * acceptedShare }

  package var utilization: Double { busyServers / Double(servers) }

  /// The shares lost and accepted, for checked arguments.
  static func shares(
    servers: Int, offeredLoad: Double
  ) -> (blocked: Double, accepted: Double) {
    var blocked = 1.0
    var accepted = 0.0
    for server in 1...servers {
      let scale = 1 / (Double(server) + offeredLoad * blocked)
      accepted = Double(server) * scale
      blocked = offeredLoad * blocked * scale
    }
    return (blocked, accepted)
  }
}

/// The load that a number of servers carries at a given share of losses.
///
/// Solves Erlang's loss formula for the load: Newton's method in the logarithm of the load, kept
/// inside a bracket. Time: O(c) per step, some ten steps.
package struct ErlangBInverse: Sendable {
  package let servers: Int
  package let targetBlocking: Double
  /// In erlangs.
  package let offeredLoad: Double

  package init(servers: Int, targetBlocking: Double) throws(ModelError) {
    self.servers = try Check.count(servers, "c")
    self.targetBlocking = try Check.insideUnitInterval(targetBlocking, "target_blocking")
    offeredLoad = Self.solve(servers: servers, target: targetBlocking)
  }

  private static func solve(servers: Int, target: Double) -> Double {
    // B(c, a) ≥ 1 − c/a bounds the load from above; one server loses a/(1 + a), more lose less.
    var low = RealMath.log(target / (1 - target))
    var high = RealMath.log(Double(servers) / (1 - target))
    var point = min(max(RealMath.log(Double(servers)), low), high)
    for _ in 0..<200 {
      let load = RealMath.exp(point)
      let (blocked, accepted) = ErlangB.shares(servers: servers, offeredLoad: load)
      if blocked > target { high = point } else { low = point }
      // d ln B / d ln a = c − a(1 − B); for high targets ln(1 − B) is the better scale.
      let slope = Double(servers) - load * accepted
      let step: Double
      if target < 0.5 {
        step = RealMath.log(target / blocked) / slope
      } else {
        step = RealMath.log(accepted / (1 - target)) * accepted / (blocked * slope)
      }
      var next = point + step
      if !(next > low && next < high) { next = low + (high - low) / 2 }
      if abs(next - point) <= 1e-15 * max(1, abs(point)) { return RealMath.exp(next) }
      point = next
    }
    return RealMath.exp(point)
  }
}
