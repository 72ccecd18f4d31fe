import Queueing

/// M/M/10 with impatient customers: the models `mmcm` and `shifts`, two events a customer.
///
/// Arrivals of rate 11, service of rate 1, patience of rate 0.5. A customer who waits has
/// a timer, which is cancelled when its service starts. With shifts there are 6 and 14
/// servers in turn, for 8 mean services each.
struct ImpatientQueue: ~Copyable {
  private static var arrival: EventCalendar.Slot { 0 }
  private static var shift: EventCalendar.Slot { 15 }
  private static var shiftLength: Microseconds { Microseconds(8 * Scale.unit) }
  private static var firstTimer: EventCalendar.Slot { 16 }

  private var calendar = IndexedCalendar()
  private var station: FlexibleStation
  private let hasShifts: Bool
  private var arrivals: RandomStream
  private var services: RandomStream
  private var patience: RandomStream
  private var jobs = JobPool<Microseconds>()

  init(seed: UInt64, hasShifts: Bool) {
    self.hasShifts = hasShifts
    station = FlexibleStation(servers: hasShifts ? 6 : 10, maximumServers: hasShifts ? 14 : 10)
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
    if hasShifts { calendar.schedule(Self.shift, at: Self.shiftLength) }
    while events < 2 * customers {
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
      } else if slot < Self.shift {
        let server = Int(slot) - 1
        jobs.remove(station.job(on: server))
        if let start = station.finish(server: server) {
          waits += now - jobs[start.job]
          calendar.rescheduleNext(slot, at: try Self.after(now, Scale.unit, &services))
          calendar.cancel(Self.firstTimer + start.job)
        } else {
          calendar.removeNext()
        }
      } else if slot == Self.shift {
        events -= 1
        try changeShift(now, &waits)
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

  /// The other number of servers, from now on.
  private mutating func changeShift(
    _ now: Microseconds, _ waits: inout Microseconds
  ) throws(ClockOverflow) {
    station.setServers(20 - station.servers)
    while let start = station.startWaiting() {
      waits += now - jobs[start.job]
      calendar.cancel(Self.firstTimer + start.job)
      let slot = UInt32(truncatingIfNeeded: start.server + 1)
      calendar.schedule(slot, at: try Self.after(now, Scale.unit, &services))
    }
    calendar.rescheduleNext(Self.shift, at: now + Self.shiftLength)
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
