import Moderation
import Queueing
import Simulation
import Testing

/// Claims, locks, breaks, caps and shifts as the log has them.
@Suite struct ReviewFloorTests {
  /// By station: in review, resting and on duty, followed through a log.
  private struct Floor {
    var inReview: [Int]
    var resting: [Int]
    var onDuty: [Int]

    init(_ facts: ScenarioFacts) {
      inReview = Array(repeating: 0, count: facts.stationCount)
      (resting, onDuty) = (inReview, inReview)
    }
  }

  @Test(arguments: ["pledge-2016", "dsa", "netzdg"])
  func noStationWorksOnMoreAtOnceThanItHasModerators(name: String) throws {
    let scenario = try ScenarioFixture.scenario(name)
    let facts = scenario.facts
    var floor = Floor(facts)
    func station(_ subject: Subject, _ job: Placement) -> Int {
      facts.station(team: facts.queues[Int(job.queue)].team, signatory: Int(subject.signatory))
    }
    for event in ScenarioFixture.log(scenario, days: 3) {
      switch event.fact {
      case .staffed(let station, let count): floor.onDuty[Int(station)] = Int(count)
      case .resting(let station, let count): floor.resting[Int(station)] = Int(count)
      case .claimed(let subject, let job):
        let station = station(subject, job)
        floor.inReview[station] += 1
        #expect(floor.inReview[station] + floor.resting[station] <= floor.onDuty[station])
      case .decided(let subject, _, let job), .released(let subject, let job):
        floor.inReview[station(subject, job)] -= 1
        #expect(floor.inReview[station(subject, job)] >= 0)
      default: break
      }
    }
    #expect(floor.onDuty.reduce(0, +) > 0)
  }

  /// No source sets one of the named signatories apart, so nor does the staffing.
  @Test func theNamedSignatoriesAreStaffedAlike() throws {
    var counts: [UInt16: [UInt16]] = [:]
    for event in ScenarioFixture.log(try ScenarioFixture.scenario(), days: 1) {
      guard case .staffed(let station, let count) = event.fact else { continue }
      counts[station, default: []].append(count)
    }
    for first in stride(from: UInt16(0), to: 100, by: 25) {
      #expect(counts[first]?.isEmpty == false)
      #expect(counts[first] == counts[first + 1])
      #expect(counts[first] == counts[first + 2])
    }
  }

  /// A lapsed lock gives the job back with its place, and somebody decides on it later.
  @Test func aLapsedClaimIsTakenAgain() throws {
    let scenario = try ScenarioFixture.scenario(
      overriding: ["teams.reviewers.locks.lapse_share": 0.3])
    var released: [UInt32: Microseconds] = [:]
    var decided = 0
    for event in ScenarioFixture.log(scenario, days: 4) {
      switch event.fact {
      case .released(let subject, let job): released[subject.id] = job.since
      case .decided(let subject, _, let job):
        if let since = released[subject.id], job.source.isFirstReview {
          #expect(job.since == since)
          decided += 1
        }
      default: break
      }
    }
    #expect(released.count > 1_000)
    #expect(Double(decided) > 0.9 * Double(released.count))
  }

  /// A moderator who has seen enough violating material takes no job for the shift.
  @Test func anExposureCapEndsAShift() throws {
    func resting(_ cap: Double) throws -> Int {
      let scenario = try ScenarioFixture.scenario(overriding: [
        "teams.reviewers.exposure_cap_minutes": cap, "teams.reviewers.breaks.every_minutes": 480,
      ])
      return ScenarioFixture.log(scenario, days: 4).count {
        if case .resting(_, let count) = $0.fact { count > 0 } else { false }
      }
    }
    let (low, high) = (try resting(0.1), try resting(480))
    #expect(low > 100 && low > 2 * high, "\(low) with a cap of 6 s, \(high) without")
  }
}
