import Queueing
import Testing

@Suite struct FlexibleStationTests {
  @Test func arrivalsBalkWhenAllPlacesAreTaken() {
    var station = FlexibleStation(servers: 1, capacity: 2)
    #expect(station.arrive(job: 1) == .starts(server: 0))
    #expect(station.arrive(job: 2) == .waits)
    #expect(station.arrive(job: 3) == .balks)
    #expect(station.finish(server: 0)?.job == 2)
    #expect(station.arrive(job: 4) == .waits)
    let counts = station.counts
    #expect(counts.arrived == 4 && counts.balked == 1 && counts.served == 1)
  }

  @Test func aJobThatGaveUpIsNotServed() {
    var station = FlexibleStation(servers: 1)
    for job: UInt32 in 1...4 { _ = station.arrive(job: job) }
    let outcomes = [3, 3, 1].map { station.renege($0) }
    #expect(outcomes == [true, false, false])
    var served: [UInt32] = []
    while let start = station.finish(server: 0) { served.append(start.job) }
    #expect(served == [2, 4])
    #expect(station.counts.reneged == 1 && station.counts.served == 3)
  }

  @Test func theEarliestDeadlineGoesFirst() {
    var station = FlexibleStation(discipline: .byRank, servers: 1)
    _ = station.arrive(job: 0, rank: 5)
    for (job, deadline) in [(1, 30), (2, 10), (3, 20), (4, 10)] as [(UInt32, Int64)] {
      #expect(station.arrive(job: job, rank: deadline) == .waits)
    }
    _ = station.renege(3)
    var served: [UInt32] = []
    while let start = station.finish(server: 0) { served.append(start.job) }
    #expect(served == [2, 4, 1])
  }

  @Test func anUrgentJobInterruptsTheLeastUrgentOne() {
    var station = FlexibleStation(discipline: .preemptiveResume, servers: 2, classes: 3)
    #expect(station.arrive(job: 1, priorityClass: 1) == .starts(server: 0))
    #expect(station.arrive(job: 2, priorityClass: 2) == .starts(server: 1))
    #expect(station.arrive(job: 3, priorityClass: 2) == .waits)
    #expect(station.arrive(job: 4, priorityClass: 0) == .interrupts(server: 1, job: 2))
    #expect(station.arrive(job: 5, priorityClass: 1) == .waits)
    #expect(station.arrive(job: 6, priorityClass: 0) == .interrupts(server: 0, job: 1))
    // The interrupted ones resume before the others of their class.
    var served: [UInt32] = []
    while let start = station.finish(server: 0) { served.append(start.job) }
    #expect(served == [1, 5, 2, 3])
    let last = station.job(on: 1)
    #expect(last == 4)
  }

  @Test func theNumberOfServersMayChange() {
    var station = FlexibleStation(servers: 2, maximumServers: 4)
    for job: UInt32 in 0..<8 { _ = station.arrive(job: job) }
    station.setServers(4)
    #expect(station.startWaiting()?.job == 2)
    #expect(station.startWaiting()?.job == 3)
    #expect(station.startWaiting() == nil)
    station.setServers(1)
    for server in 0..<3 { #expect(station.finish(server: server) == nil) }
    #expect(station.finish(server: 3)?.job == 4)
    #expect(station.busy == 1 && station.waiting == 3)
  }

  @Test(arguments: [
    FlexibleStation.Discipline.priority, .preemptiveResume, .byRank,
  ])
  func noJobIsLostWhateverHappens(discipline: FlexibleStation.Discipline) {
    // The station itself checks conservation after each change.
    var stream = RandomStream(seed: 9, name: "station")
    var station = FlexibleStation(
      discipline: discipline, servers: 3, maximumServers: 5, classes: 4, capacity: 20)
    var busy = Set<Int>()
    var (job, seen) = (UInt32(0), 0)
    for _ in 0..<20_000 {
      switch stream.below(6) {
      case 0, 1, 2:
        seen += 1
        job = (job + 1) % 500
        if station.isWaiting(job) || busy.contains(where: { station.job(on: $0) == job }) {
          seen -= 1
          continue
        }
        let rank = Int64(stream.below(100))
        if case .starts(let server) = station.arrive(
          job: job, priorityClass: Int(stream.below(4)), rank: rank)
        {
          busy.insert(server)
        }
      case 3, 4:
        guard let server = busy.min() else { continue }
        if station.finish(server: server) == nil { busy.remove(server) }
      default:
        if stream.below(4) == 0 {
          station.setServers(Int(stream.below(6)))
          while let start = station.startWaiting() { busy.insert(start.server) }
        } else {
          _ = station.renege(stream.below(500))
        }
      }
      #expect(station.busy == busy.count)
      #expect(station.busy + station.waiting <= 20)
    }
    #expect(station.counts.arrived == seen)
    #expect(station.counts.balked > 0 && station.counts.reneged > 0)
  }
}
