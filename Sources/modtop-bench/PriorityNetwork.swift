import Queueing

/// 25 stations of 4 servers with 3 classes, the models `net25` and `net25s`.
///
/// External arrivals of rate 1.7 at each station, service of mean 1, leave with
/// probability ½ or go to any station: load 0.85, three events a customer.
struct PriorityNetwork<Recorder: NetworkRecorder & ~Copyable>: ~Copyable {
  private static var stations: Int { 25 }
  private static var servers: Int { 4 }
  private static var meanInterval: Double { Scale.unit / 1.7 }

  /// What the network keeps of a customer.
  struct Customer: BitwiseCopyable {
    var since: Microseconds
    var priorityClass: Int
  }

  private var calendar = EventCalendar(minimumCapacity: 128)
  private var stations: FixedArray<Station>
  private var arrivals: RandomStream
  private var services: RandomStream
  private var routing: RandomStream
  private var customers = JobPool<Customer>()
  private var recorder: Recorder
  private var waits: Microseconds = 0
  private var visits = 0

  init(seed: UInt64, recorder: consuming Recorder) {
    stations = FixedArray(count: Self.stations) { _ in
      Station(servers: Self.servers, classes: 3)
    }
    arrivals = RandomStream(seed: seed, name: "arrivals")
    services = RandomStream(seed: seed, name: "services")
    routing = RandomStream(seed: seed, name: "routing")
    self.recorder = recorder
  }

  mutating func run(customers count: Int) throws(ClockOverflow) -> Outcome {
    for station in 0..<Self.stations {
      calendar.schedule(UInt32(station), at: try Self.after(0, Self.meanInterval, &arrivals))
    }
    var left = count - Self.stations
    var events = 0
    while !calendar.isEmpty {
      let now = calendar.nextTime
      let slot = calendar.nextSlot
      events += 1
      if slot < UInt32(Self.stations) {
        if left > 0 {
          left -= 1
          calendar.rescheduleNext(slot, at: try Self.after(now, Self.meanInterval, &arrivals))
        } else {
          calendar.removeNext()
        }
        let priorityClass = Self.priorityClass(UInt32(truncatingIfNeeded: routing.next() >> 32))
        let id = customers.insert(Customer(since: now, priorityClass: priorityClass))
        try enter(Int(slot), id, priorityClass, now)
      } else {
        try finish(slot, now)
      }
    }
    let mean = Double(waits) / Double(visits) / Scale.unit
    return Outcome(events: events, metric: mean + recorder.digest(), visits: visits)
  }

  @inline(__always)
  private mutating func finish(
    _ slot: EventCalendar.Slot, _ now: Microseconds
  ) throws(ClockOverflow) {
    let place = slot &- UInt32(Self.stations)
    let station = Int(place / UInt32(Self.servers))
    let server = Int(place % UInt32(Self.servers))
    let done = stations[station].job(on: server)
    if let start = stations[station].finish(server: server) {
      let wait = now - customers[start.job].since
      waits += wait
      recorder.leaveLine(station, start.priorityClass, wait, now)
      calendar.rescheduleNext(slot, at: try Self.after(now, Scale.unit, &services))
    } else {
      recorder.fallIdle(station, now)
      calendar.removeNext()
    }
    let word = routing.next()
    if word >> 63 == 0 {
      customers.remove(done)
      return
    }
    let next = Int(((word & 0xFFFF_FFFF) &* UInt64(Self.stations)) >> 32)
    let priorityClass = customers[done].priorityClass
    customers[done] = Customer(since: now, priorityClass: priorityClass)
    try enter(next, done, priorityClass, now)
  }

  @inline(__always)
  private mutating func enter(
    _ station: Int, _ id: UInt32, _ priorityClass: Int, _ now: Microseconds
  ) throws(ClockOverflow) {
    visits += 1
    if let server = stations[station].arrive(job: id, priorityClass: priorityClass) {
      recorder.startAtOnce(station, priorityClass, now)
      let slot = UInt32(truncatingIfNeeded: Self.stations &+ station &* Self.servers &+ server)
      calendar.schedule(slot, at: try Self.after(now, Scale.unit, &services))
    } else {
      recorder.joinLine(station, now)
    }
  }

  @inline(__always)
  private static func after(
    _ now: Microseconds, _ mean: Double, _ stream: inout RandomStream
  ) throws(ClockOverflow) -> Microseconds {
    try SimulationClock.adding(mean * stream.exponential(), to: now)
  }

  /// Shares of 0.2, 0.3 and 0.5 of the random words.
  @inline(__always)
  private static func priorityClass(_ word: UInt32) -> Int {
    word < 858_993_459 ? 0 : word < 2_147_483_648 ? 1 : 2
  }
}
