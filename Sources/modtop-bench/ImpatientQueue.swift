import Queueing

/// M/M/10 with impatient customers: the model `mmcm`, two events a customer.
///
/// Arrivals of rate 11, service of rate 1, patience of rate 0.5. A customer who waits has
/// a timer, which is cancelled when its service starts.
struct ImpatientQueue: ~Copyable {
  private static var arrival: EventCalendar.Slot { 0 }
  private static var servers: Int { 10 }
  private static var firstTimer: EventCalendar.Slot { 11 }

  private var calendar = IndexedCalendar()
  private var station = FlexibleStation(servers: 10)
  private var arrivals: RandomStream
  private var services: RandomStream
  private var patience: RandomStream
  private var jobs = JobPool<Microseconds>()

  init(seed: UInt64) {
    arrivals = RandomStream(seed: seed, name: "arrivals")
    services = RandomStream(seed: seed, name: "services")
    patience = RandomStream(seed: seed, name: "patience")
  }

  /// The metric is the share of customers who gave up.
  mutating func run(customers: Int) throws(ClockOverflow) -> Outcome {
    var left = customers - 1
    var events = 0
    var waits: Microseconds = 0
    calendar.schedule(Self.arrival, at: try Self.after(0, Scale.unit / 11, &arrivals))
    while !calendar.isEmpty {
      let now = calendar.nextTime
      let slot = calendar.nextSlot
      events += 1
      if slot == Self.arrival {
        if left > 0 {
          left -= 1
          let next = try Self.after(now, Scale.unit / 11, &arrivals)
          calendar.rescheduleNext(Self.arrival, at: next)
        } else {
          calendar.removeNext()
        }
        try enter(now)
      } else if slot < Self.firstTimer {
        let server = Int(slot) - 1
        jobs.remove(station.job(on: server))
        if let start = station.finish(server: server) {
          waits += now - jobs[start.job]
          calendar.rescheduleNext(slot, at: try Self.after(now, Scale.unit, &services))
          calendar.cancel(Self.firstTimer + start.job)
        } else {
          calendar.removeNext()
        }
      } else {
        let job = slot - Self.firstTimer
        calendar.removeNext()
        if station.renege(job) {
          waits += now - jobs[job]
          jobs.remove(job)
        }
      }
    }
    let abandoned = Double(station.counts.reneged) / Double(customers)
    return Outcome(events: events, metric: abandoned + Double(waits) * 1e-100)
  }

  @inline(__always)
  private mutating func enter(_ now: Microseconds) throws(ClockOverflow) {
    let job = jobs.insert(now)
    switch station.arrive(job: job) {
    case .starts(let server):
      let slot = UInt32(truncatingIfNeeded: server + 1)
      calendar.schedule(slot, at: try Self.after(now, Scale.unit, &services))
    case .waits:
      let end = try Self.after(now, Scale.unit / 0.5, &patience)
      calendar.schedule(Self.firstTimer + job, at: end)
    case .balks, .interrupts:
      preconditionFailure("neither limited places nor interruptions in this model")
    }
  }

  @inline(__always)
  private static func after(
    _ now: Microseconds, _ mean: Double, _ stream: inout RandomStream
  ) throws(ClockOverflow) -> Microseconds {
    try SimulationClock.adding(mean * stream.exponential(), to: now)
  }
}
