import Queueing

/// M/M/c on the kernel's parts, as a model writes it: the mean wait in one replication.
struct QueueSimulation: ~Copyable {
  private static let arrival: UInt32 = 0
  private static let unit = 1e6

  private var calendar = EventCalendar()
  private var station: Station
  private var arrivals: RandomStream
  private var services: RandomStream
  private var arrivedAt: [Microseconds] = []
  private var freeJobs: [UInt32] = []
  private let meanInterval: Double

  init(servers: Int, arrivalRate: Double, seed: UInt64, replication: UInt32) {
    station = Station(servers: servers)
    arrivals = RandomStream(seed: seed, name: "arrivals", replication: replication)
    services = RandomStream(seed: seed, name: "services", replication: replication)
    meanInterval = Self.unit / arrivalRate
  }

  /// The mean wait of `counted` customers after the first `skipped`, in service times.
  mutating func meanWait(skipping skipped: Int, counting counted: Int) throws -> Double {
    var (waits, started) = (0.0, 0)
    func count(_ wait: Microseconds) {
      started += 1
      if started > skipped && started <= skipped + counted { waits += Double(wait) }
    }
    calendar.schedule(Self.arrival, at: try after(0, meanInterval * arrivals.exponential()))
    while started < skipped + counted {
      let now = calendar.nextTime
      let slot = calendar.nextSlot
      if slot == Self.arrival {
        let next = try after(now, meanInterval * arrivals.exponential())
        calendar.rescheduleNext(Self.arrival, at: next)
        let job = freeJobs.popLast() ?? newJob()
        arrivedAt[Int(job)] = now
        if let server = station.arrive(job: job) {
          count(0)
          let end = try after(now, Self.unit * services.exponential())
          calendar.schedule(UInt32(server + 1), at: end)
        }
      } else {
        freeJobs.append(station.job(on: Int(slot - 1)))
        if let start = station.finish(server: Int(slot - 1)) {
          count(now - arrivedAt[Int(start.job)])
          calendar.rescheduleNext(slot, at: try after(now, Self.unit * services.exponential()))
        } else {
          calendar.removeNext()
        }
      }
    }
    return waits / Double(counted) / Self.unit
  }

  private mutating func newJob() -> UInt32 {
    arrivedAt.append(0)
    return UInt32(arrivedAt.count - 1)
  }

  private func after(_ now: Microseconds, _ delay: Double) throws -> Microseconds {
    try SimulationClock.adding(delay, to: now)
  }
}
