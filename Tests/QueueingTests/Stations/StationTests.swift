import Testing

@testable import Queueing

@Suite struct StationTests {
  @Test func jobsWaitWhenAllServersAreBusy() {
    var station = Station(servers: 2)
    let first = station.arrive(job: 10)
    let second = station.arrive(job: 11)
    #expect(first != nil && second != nil && first != second)
    #expect(station.arrive(job: 12) == nil)
    #expect(station.busy == 2 && station.waiting == 1 && station.waiting(0) == 1)
    #expect(station.waitingJob(0, at: 0) == 12)
    let start = station.finish(server: first ?? 0)
    #expect(start == Station.Start(job: 12, priorityClass: 0, server: first ?? 0))
    #expect(station.job(on: first ?? 0) == 12)
    #expect(station.finish(server: 0) == nil)
    #expect(station.finish(server: 1) == nil)
    #expect(station.busy == 0 && station.waiting == 0)
  }

  @Test func urgentClassesGoFirstAndAClassKeepsItsOrder() {
    var station = Station(servers: 1, classes: 3, expectedWaiting: 1)
    _ = station.arrive(job: 0, priorityClass: 2)
    for job: UInt32 in 1...30 {
      #expect(station.arrive(job: job, priorityClass: Int(job % 3)) == nil)
    }
    var served: [UInt32] = []
    while let start = station.finish(server: 0) {
      #expect(start.priorityClass == Int(start.job % 3))
      served.append(start.job)
    }
    #expect(served == (0..<3).flatMap { k in (1...30).filter { $0 % 3 == k } })
  }

  @Test func addedServersStartWaitingJobs() {
    var station = Station(servers: 0, maximumServers: 3)
    for job: UInt32 in 0..<5 { #expect(station.arrive(job: job) == nil) }
    #expect(station.startWaiting() == nil)
    station.setServers(3)
    var started: [UInt32] = []
    while let start = station.startWaiting() { started.append(start.job) }
    #expect(started == [0, 1, 2])
    #expect(station.busy == 3 && station.waiting == 2)
  }

  @Test func serversAboveTheNumberLeaveWhenTheyFinish() {
    var station = Station(servers: 3)
    for job: UInt32 in 0..<6 { _ = station.arrive(job: job) }
    station.setServers(1)
    #expect(station.busy == 3 && station.servers == 1)
    #expect(station.finish(server: 0) == nil)
    #expect(station.finish(server: 2) == nil)
    #expect(station.busy == 1 && station.waiting == 3)
    #expect(station.finish(server: 1)?.job == 3)
    station.setServers(0)
    #expect(station.finish(server: 1) == nil)
    #expect(station.arrive(job: 9) == nil)
    station.setServers(2)
    let starts = [station.startWaiting(), station.startWaiting(), station.startWaiting()]
    #expect(starts.map { $0?.job } == [4, 5, nil])
  }
}
