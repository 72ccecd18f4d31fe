import Moderation
import Queueing
import Testing

/// The accounts that take constant time an event agree with those that remember everything.
@Suite struct RandomFoldTests {
  private static let facts = RandomWorld.facts

  static let worlds = (UInt64(1)...8).map { seed in
    RandomWorld(
      seed: seed, count: 400 * Int(seed),
      pause: [0, 40 * TimeUnit.minute, 30 * TimeUnit.hour][Int(seed % 3)])
  }

  private static let scopes =
    [Scope.all, Scope(policy: 1), Scope(signatory: 0), Scope(kind: .video)]
    + [0, 1].flatMap { signatory in
      SubjectKind.allCases.flatMap { kind in
        [0, 1].map { Scope(signatory: signatory, kind: kind, policy: $0) }
      }
    }

  private func isNear(_ value: Double, _ expected: Double, _ share: Double = 1e-5) -> Bool {
    abs(value - expected) <= share * max(1, abs(expected))
  }

  @Test(arguments: worlds) func talliesAgree(world: RandomWorld) {
    let (projection, naive) = world.folded
    for scope in Self.scopes {
      let tally = projection.tally(of: scope)
      let counts = naive.counts(of: scope)
      let last = naive.histories(of: scope).compactMap(\.last)
      for count in Count.allCases where ![.variantsMissed, .offendersSuspended].contains(count) {
        #expect(tally[count] == counts[count, default: 0], "\(count) \(scope) \(world)")
      }
      #expect(
        tally[.variantsMissed]
          == last.count {
            $0.step.to == .unnoticed && $0.subject.truth == .violating
              && $0.step.flags.contains(.escapedHash)
          })
      #expect(
        tally[.offendersSuspended]
          == last.count {
            $0.step.to == .removed && $0.subject.truth == .violating
              && $0.step.flags.contains(.suspended)
          })
      for standing in Standing.allCases {
        for truth in Truth.allCases {
          #expect(
            tally[standing, truth]
              == last.count { $0.step.to == standing && $0.subject.truth == truth },
            "\(standing) \(truth) \(scope) \(world)")
        }
      }
      for cause in Cause.allCases {
        let removals = naive.histories(of: scope).joined().filter {
          $0.step.to == .removed && $0.step.cause == cause
        }
        #expect(tally[removedBy: cause] == removals.count, "\(cause) \(scope) \(world)")
        #expect(
          tally[removedBy: cause, .lawful] == removals.count { $0.subject.truth == .lawful })
        let appeals = naive.events(of: scope).count { event in
          guard case .queued(let subject, let step, let place) = event.fact else { return false }
          return place.source == .appeal && subject.truth == .lawful && step.from == .removed
            && step.cause == cause
        }
        #expect(tally[wrongfulAppealedOf: cause] == appeals, "\(cause) \(scope) \(world)")
      }
      #expect(tally.unaccounted == 0)
      #expect(tally.removed == Cause.allCases.reduce(0) { $0 + tally[removedBy: $1] })
    }
  }

  @Test(arguments: worlds) func burdensAgree(world: RandomWorld) {
    let (projection, naive) = world.folded
    for scope in Self.scopes {
      let burden = projection.burden(of: scope)
      let text = "\(scope) \(world)"
      #expect(isNear(burden.violatingViews, naive.violatingViews(of: scope)), "\(text)")
      #expect(isNear(burden.lawfulViews, naive.lawfulViews(of: scope)), "\(text)")
      #expect(isNear(burden.lawfulViewsLost, naive.lawfulViewsLost(of: scope)), "\(text)")
      #expect(isNear(burden.itemHoursDown, naive.itemHoursDown(of: scope)), "\(text)")
      #expect(
        isNear(burden.exposureBeforeAction, naive.exposureBeforeAction(of: scope)), "\(text)")
      let tally = projection.tally(of: scope)
      #expect(isNear(burden.wrongfulRemovalCost, 3 * Double(tally.wronglyRemoved)))
      #expect(isNear(burden.missCost, 10 * Double(tally.missed)))
    }
  }

  @Test(arguments: worlds) func queuesAgree(world: RandomWorld) {
    let (projection, naive) = world.folded
    let hour = naive.now / TimeUnit.hour * TimeUnit.hour
    let day = max(0, hour - 23 * TimeUnit.hour)
    for queue in Self.facts.queues.indices {
      for signatory in [nil, 0, 1] as [Int?] {
        let state =
          signatory.map { projection.state(of: queue, signatory: $0) }
          ?? projection.state(of: queue)
        let jobs = naive.openJobs.filter {
          Int($0.placement.queue) == queue
            && signatory ?? Int($0.subject.signatory) == Int($0.subject.signatory)
        }
        let text = "queue \(queue) of \(String(describing: signatory)), \(world)"
        #expect(state.waiting == jobs.count { !$0.isClaimed }, "\(text)")
        #expect(state.inReview == jobs.count { $0.isClaimed }, "\(text)")
        #expect(
          state.oldest
            == jobs.filter { !$0.isClaimed }.map(\.placement.since).min().map { naive.now - $0 },
          "\(text)")
        let target = naive.target(of: queue)
        #expect(state.target == target, "\(text)")
        #expect(
          state.overdue == jobs.count { naive.now - $0.placement.since > target }, "\(text)")
        let all = naive.punctuality(queue: queue, signatory: signatory, since: 0)
        #expect(state.handledOnTime == all.onTime, "\(text)")
        #expect(state.handledLate == all.late, "\(text)")
        let recent = naive.punctuality(queue: queue, signatory: signatory, since: day)
        let due = recent.onTime + recent.late + state.overdue
        #expect(
          state.onTimeShare == (due == 0 ? nil : Double(recent.onTime) / Double(due)), "\(text)")
        let slot = 5 * TimeUnit.minute
        let rates = naive.rates(
          queue: queue, signatory: signatory, since: max(0, naive.now / slot - 11) * slot)
        #expect(isNear(state.arrivalsPerMinute, rates.arrivals, 1e-12), "\(text)")
        #expect(isNear(state.decisionsPerMinute, rates.decisions, 1e-12), "\(text)")
        let waits = naive.waits(queue: queue, signatory: signatory, since: day)
        #expect((state.waitP50 == nil) == waits.isEmpty, "\(text)")
        if let p95 = state.waitP95 {
          // Between the values around the rank, give or take a bucket and a second.
          let rank = 0.95 * Double(waits.count)
          let low = Double(waits[max(0, Int(rank) - 1)]) * 0.96 - 2e6
          let high = Double(waits[min(waits.count - 1, Int(rank) + 1)]) * 1.04 + 2e6
          #expect((low...high).contains(Double(p95)), "\(text)")
        }
      }
    }
  }

  @Test(arguments: worlds) func moderatorsAgree(world: RandomWorld) {
    let (projection, naive) = world.folded
    let hour = naive.now / TimeUnit.hour
    let day = max(0, hour - 23) * TimeUnit.hour
    // The shared team is the last; the first team has a station for each signatory.
    for (state, stations) in [
      (projection.workforce(team: 0), [0, 1]), (projection.workforce(team: 1), [2]),
      (projection.workforce(signatory: 1), [1, 2]), (projection.workforce(), [0, 1, 2]),
    ] {
      func sum(_ hours: (Int) -> Double) -> Double { stations.reduce(0) { $0 + hours($1) } }
      let duty = sum { naive.dutyHours(station: $0) }
      let busy = sum { naive.busyHours(station: $0) }
      #expect(isNear(state.dutyHours, duty), "\(world)")
      #expect(isNear(state.restHours, sum { naive.restHours(station: $0) }), "\(world)")
      #expect(isNear(state.busyHours, busy), "\(world)")
      let exposed = sum { naive.busyHours(station: $0, isExposedOnly: true) }
      #expect(isNear(state.exposureMinutes, 60 * exposed), "\(world)")
      let recentDuty = sum { naive.dutyHours(station: $0, since: day) }
      let recentBusy = sum { naive.busyHours(station: $0, since: day) }
      #expect(isNear(state.recentUtilization ?? 0, recentBusy / recentDuty), "\(world)")
    }
    let decisions = naive.events.count { event in
      if case .decided = event.fact { true } else { false }
    }
    #expect(projection.workforce().decisions == decisions)
    for kind in SubjectKind.allCases {
      let times = naive.handlingTimes(of: kind)
      let handling = projection.durations(of: kind).handling
      #expect(handling.count == times.count)
      let mean = Double(times.reduce(0, +)) / Double(max(1, times.count)) / 1e6
      #expect(isNear(handling.mean ?? 0, mean, 1e-4), "\(kind) \(world)")
    }
  }

  /// What is read does not depend on where the fold paused.
  @Test func pausesChangeNothing() {
    let events = RandomLog.make(seed: 99, events: 2_000, facts: Self.facts)
    var straight = Projection(facts: Self.facts)
    var halting = Projection(facts: Self.facts)
    for event in events {
      straight.apply(event)
      halting.advance(to: (halting.now + event.time) / 2)
      halting.apply(event)
    }
    #expect(straight.tallies == halting.tallies)
    #expect(straight.fingerprint == halting.fingerprint)
    #expect((0..<4).map { straight.state(of: $0) } == (0..<4).map { halting.state(of: $0) })
    #expect(straight.activity == halting.activity)
    #expect(straight.backlogs == halting.backlogs)
    let duty = (straight.workforce().dutyHours, halting.workforce().dutyHours)
    #expect(isNear(duty.0, duty.1, 1e-12))
  }
}
