import Assets
import Moderation
import Queueing
import Simulation
import Testing

/// Nothing is lost: what arrived has a standing, and what is pending is in a queue.
@Suite struct ConservationTests {
  /// A built-in scenario whose uncertain numbers are drawn from their ranges, with shocks
  /// that a test can bear.
  private func randomScenario(_ name: String, seed: UInt64) throws -> Scenario {
    var stream = RandomStream(seed: seed, name: "scenario")
    let base = try ScenarioFixture.scenario(name)
    var overrides: [String: Double] = [:]
    for entry in base.provenance {
      if entry.path.hasPrefix("shocks"), entry.path.hasSuffix(".copies") {
        overrides[entry.path] = 20_000
      }
      guard let range = entry.range else { continue }
      let place = stream.uniform()
      overrides[entry.path] =
        range.lowerBound + place * (range.upperBound - range.lowerBound)
    }
    // More of what is rare.
    for entry in base.provenance
    where entry.path == "review.second_review_share" || entry.path == "review.escalation_share" {
      overrides[entry.path] = 0.3
    }
    return try base.changed(by: overrides)
  }

  /// A run in which a user interferes at random, folded piece by piece, and followed subject
  /// by subject; after each piece `check` sees both.
  private func run(
    _ scenario: Scenario, seed: UInt64,
    _ check: (Projection, SubjectRegister, Comment) -> Void
  ) {
    var stream = RandomStream(seed: seed, name: "user")
    let simulation = RegimeSimulation(scenario, seed: seed)
    var projection = Projection(facts: scenario.facts)
    var register = SubjectRegister()
    var log: [Event] = []
    var now: Microseconds = 0
    for _ in 0..<12 {
      now += Microseconds(stream.uniform() * 8 * Double(TimeUnit.hour))
      _ = simulation.advance(to: now, limit: .max, into: &log)
      if let intervention = intervention(scenario.facts, &stream) {
        simulation.apply(intervention, at: now, into: &log)
      }
      for event in log {
        projection.apply(event)
        register.add(event)
      }
      projection.advance(to: now)
      log.removeAll(keepingCapacity: true)
      check(projection, register, "\(scenario.facts.name), seed \(seed), \(now) µs")
    }
  }

  private func intervention(
    _ facts: ScenarioFacts, _ stream: inout RandomStream
  ) -> Intervention? {
    func index(_ count: Int) -> UInt8 { UInt8(stream.uniform() * Double(count)) }
    switch Int(stream.uniform() * 6) {
    case 0: return facts.shocks.isEmpty ? nil : .shock(index(facts.shocks.count))
    case 1:
      return .removeAt(policy: 0, kind: .post, score: Float(3 + 2 * stream.uniform()))
    case 2:
      return .staffing(
        team: index(facts.teams.count), percent: UInt16(200 * stream.uniform()))
    case 3:
      let discipline = QueueDiscipline.allCases[Int(index(3))]
      return .discipline(queue: index(facts.queues.count), discipline)
    case 4: return .target(queue: index(facts.queues.count), seconds: 600)
    default: return nil
    }
  }

  /// Per signatory, kind and policy: what arrived is what passed, was removed, waits, is in
  /// review and so on; and what is pending has a job, and is in the queue that the fold shows.
  @Test(arguments: BuiltInScenarios.names)
  func nothingIsUnaccountedFor(name: String) throws {
    for seed in 1...2 as ClosedRange<UInt64> {
      run(try randomScenario(name, seed: seed), seed: seed) { projection, register, place in
        #expect(register.faults.prefix(3) == [], place)
        checkCells(projection, register, place)
        checkQueues(projection, register, place)
        checkLetters(projection, register, place)
      }
    }
  }

  private func checkCells(
    _ projection: Projection, _ register: SubjectRegister, _ place: Comment
  ) {
    let facts = projection.facts
    let entries = Dictionary(grouping: register.entries.values) {
      SubjectRegister.cell(of: $0.subject)
    }
    for signatory in facts.signatories.indices {
      for kind in SubjectKind.allCases {
        for policy in Array(facts.policies.indices) + [-1] {
          let cell = SubjectRegister.Cell(signatory: signatory, kind: kind, policy: policy)
          let index = projection.tallyIndex(
            signatory: signatory, kind: kind, policy: policy < 0 ? facts.policies.count : policy)
          let tally = projection.tally(at: index)
          let own = entries[cell] ?? []
          let passed = register.passed[cell, default: 0]
          #expect(tally[.uploaded] == register.uploaded[cell, default: 0] + passed, place)
          #expect(tally[.suspended] == register.suspended[cell, default: 0], place)
          #expect(tally[.passedUnnoticed] == passed, place)
          for standing in Standing.allCases {
            #expect(tally[standing] == own.count { $0.standing == standing }, place)
          }
          let pending = own.filter(\.standing.isPending)
          let waiting = pending.count { $0.job?.isInReview == false }
          let inReview = pending.count { $0.job?.isInReview == true }
          #expect(tally.pending == waiting + inReview, place)
          #expect(tally.unaccounted == 0, place)
        }
      }
    }
  }

  private func checkQueues(
    _ projection: Projection, _ register: SubjectRegister, _ place: Comment
  ) {
    let facts = projection.facts
    var waiting = Array(
      repeating: Array(repeating: 0, count: facts.signatories.count), count: facts.queues.count)
    var inReview = waiting
    for entry in register.entries.values {
      guard let job = entry.job else { continue }
      let (queue, signatory) = (Int(job.placement.queue), Int(entry.subject.signatory))
      if job.isInReview {
        inReview[queue][signatory] += 1
      } else {
        waiting[queue][signatory] += 1
      }
    }
    for queue in facts.queues.indices {
      for signatory in facts.signatories.indices {
        let state = projection.state(of: queue, signatory: signatory)
        #expect(state.waiting == waiting[queue][signatory], place)
        #expect(state.inReview == inReview[queue][signatory], place)
      }
    }
  }

  /// Orders and requests are answered, pending, or about what was gone already.
  private func checkLetters(
    _ projection: Projection, _ register: SubjectRegister, _ place: Comment
  ) {
    let open = register.entries.values.count { $0.isOrdered && $0.standing.isPending }
    let orders = register.orders
    #expect(orders.received == orders.decided + orders.moot + open, place)
    #expect(projection.total[.orders] == orders.received, place)
    #expect(projection.total[.ordersDecided] == orders.decided, place)
    #expect(projection.total[.mootOrders] == orders.moot, place)
    #expect(register.requests == register.answers + register.openRequests.count, place)
    let authority = projection.authority()
    #expect(authority.pending == register.openRequests.count, place)
    #expect(authority.decryptionPending == register.openDecryptions.count, place)
    let sorts: [AuthorityTally.Count] = [.disclosedAccounts, .empty, .expired, .refused]
    #expect(authority.auditEntries == sorts.reduce(0) { $0 + authority[$1] }, place)
  }

  /// Each mechanism shows in the log of at least one of the scenarios that ship.
  @Test func everyMechanismLeavesItsMark() throws {
    var kinds: Set<Fact.Name> = []
    var causes: Set<Cause> = []
    for name in Assets.scenarios.map(\.name) where name != "reupload-surge" {
      let scenario = try ScenarioFixture.scenario(name)
      let simulation = RegimeSimulation(scenario, seed: 5)
      var log: [Event] = []
      _ = simulation.advance(to: 2 * TimeUnit.day, limit: .max, into: &log)
      for shock in scenario.facts.shocks.indices where scenario.facts.shocks[shock].at == nil {
        // A surge adds millions of events and no new kind of them.
        guard scenario.facts.shocks[shock].kind != .reuploadSurge else { continue }
        simulation.apply(.shock(UInt8(shock)), at: 2 * TimeUnit.day, into: &log)
      }
      // Only where there are few events, long enough for slow letters.
      let days: Microseconds = name == "orders-only" || name == "wuzhen-later" ? 20 : 4
      _ = simulation.advance(to: days * TimeUnit.day, limit: .max, into: &log)
      for event in log {
        kinds.insert(event.fact.name)
        if let transition = event.fact.transition { causes.insert(transition.cause) }
      }
    }
    #expect(Set(Fact.Name.allCases).subtracting(kinds) == [])
    #expect(Set(Cause.allCases).subtracting(causes) == [])
  }
}
