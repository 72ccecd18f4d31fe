import Queueing

/// M/M/c: the models `mm1` and `mmc10`, two events a customer.
struct MultiServerQueue: ~Copyable {
  private static let arrival: EventCalendar.Slot = 0

  private var calendar = EventCalendar()
  private var station: Station
  private var arrivals: RandomStream
  private var services: RandomStream
  private var jobs = JobPool<Microseconds>()
  private let meanInterval: Double

  init(servers: Int, load: Double, seed: UInt64) {
    station = Station(servers: servers)
    arrivals = RandomStream(seed: seed, name: "arrivals")
    services = RandomStream(seed: seed, name: "services")
    meanInterval = Scale.unit / (load * Double(servers))
  }

  mutating func run(customers: Int) throws(ClockOverflow) -> Outcome {
    var left = customers - 1
    var events = 0
    var waits: Microseconds = 0
    var queue = TimeWeightedAverage()
    calendar.schedule(Self.arrival, at: try nextArrival(0))
    while !calendar.isEmpty {
      let now = calendar.nextTime
      let slot = calendar.nextSlot
      events += 1
      queue.set(Double(station.waiting), at: now)
      if slot == Self.arrival {
        if left > 0 {
          left -= 1
          calendar.rescheduleNext(Self.arrival, at: try nextArrival(now))
        } else {
          calendar.removeNext()
        }
        if let server = station.arrive(job: jobs.insert(now)) {
          calendar.schedule(UInt32(truncatingIfNeeded: server + 1), at: try serviceEnd(now))
        }
      } else {
        let server = Int(slot) - 1
        jobs.remove(station.job(on: server))
        if let start = station.finish(server: server) {
          waits += now - jobs[start.job]
          calendar.rescheduleNext(slot, at: try serviceEnd(now))
        } else {
          calendar.removeNext()
        }
      }
    }
    return Outcome(events: events, metric: Double(waits) / Double(customers) / Scale.unit)
  }

  @inline(__always)
  private mutating func nextArrival(_ now: Microseconds) throws(ClockOverflow) -> Microseconds {
    try SimulationClock.adding(meanInterval * arrivals.exponential(), to: now)
  }

  @inline(__always)
  private mutating func serviceEnd(_ now: Microseconds) throws(ClockOverflow) -> Microseconds {
    try SimulationClock.adding(Scale.unit * services.exponential(), to: now)
  }
}
