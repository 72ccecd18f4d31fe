extension NetworkSimulation {
  /// Handles the next event.
  mutating func step() throws(NetworkError) {
    clock = calendar.nextTime
    switch slots.meaning(calendar.nextSlot) {
    case .serviceEnd(let station, let server): try finish(station, server)
    case .timer(let job): try expire(job)
    case .arrival(let source): try arrive(from: source)
    case .shift(let station): try changeShift(station)
    case .observation: try observe()
    }
  }

  /// Schedules the first event of a source.
  mutating func open(_ source: Int) throws(NetworkError) {
    if case .population(let size, let law) = network.sources[source].kind {
      for _ in 0..<size {
        let job = jobs.insert(newCustomer(source, number: -1, station: Customer.outside))
        let delay = law.sample(&sources[source].stream)
        calendar.schedule(slots.timer(job), at: try after(delay))
      }
    } else if let time = try nextArrival(source) {
      calendar.schedule(slots.arrival(source), at: time)
    }
  }

  private mutating func nextArrival(_ source: Int) throws(NetworkError) -> Microseconds? {
    switch network.sources[source].kind {
    case .renewal(let law): return try after(law.sample(&sources[source].stream))
    case .population: return nil
    case .poisson:
      guard let time = sources[source].nextPoissonArrival() else { return nil }
      // Never before the arrival handled now, whatever was rounded.
      return max(try instant(time), clock)
    }
  }

  private mutating func arrive(from source: Int) throws(NetworkError) {
    if let time = try nextArrival(source) {
      calendar.rescheduleNext(slots.arrival(source), at: time)
    } else {
      calendar.removeNext()
    }
    for _ in 0..<sources[source].drawBatch() {
      if population.level >= Double(options.greatestPopulation) {
        throw .crowded(limit: options.greatestPopulation)
      }
      let number = numbered < recordedWaits.count ? numbered : -1
      numbered += 1
      let job = jobs.insert(newCustomer(source, number: number, station: 0))
      try join(job, from: source)
    }
  }

  /// A customer comes from its source into the network.
  private mutating func join(_ job: UInt32, from source: Int) throws(NetworkError) {
    arrivals += 1
    population.change(by: 1, at: clock)
    try enter(job, sources[source].plan.station)
  }

  private func newCustomer(_ source: Int, number: Int, station: Int32) -> Customer {
    Customer(
      arrived: clock, entered: clock, remaining: -1, visit: 0, number: number,
      station: station, source: Int32(source),
      priorityClass: sources[source].plan.priorityClass)
  }

  /// A customer arrives at a station.
  private mutating func enter(_ job: UInt32, _ station: Int) throws(NetworkError) {
    var customer = jobs[job]
    let priorityClass = customer.priorityClass
    customer.entered = clock
    customer.remaining = -1
    customer.station = Int32(station)
    customer.visit = stations[station].visits
    jobs[job] = customer
    stations[station].visits += 1
    stations[station].classes[priorityClass].offered += 1
    let rank = stations[station].drawRank(priorityClass, clock, unit: unit)
    switch stations[station].station.arrive(job: job, priorityClass: priorityClass, rank: rank) {
    case .starts(let server):
      stations[station].busy.change(by: 1, at: clock)
      let end = try begin(job, station)
      calendar.schedule(slots.serviceEnd(station, server), at: end)
    case .waits:
      stations[station].classes[priorityClass].delayed += 1
      stations[station].queue.change(by: 1, at: clock)
      if let patience = stations[station].drawPatience(priorityClass) {
        calendar.schedule(slots.timer(job), at: try after(patience))
      }
    case .balks:
      stations[station].classes[priorityClass].balked += 1
      recordFirstWait(job, .nan)
      try leave(job)
    case .interrupts(let server, let interrupted):
      let slot = slots.serviceEnd(station, server)
      stations[station].queue.change(by: 1, at: clock)
      jobs[interrupted].remaining = (calendar.time(of: slot) ?? clock) - clock
      calendar.cancel(slot)
      calendar.schedule(slot, at: try begin(job, station))
    }
  }

  /// Service begins or resumes: the instant at which it will end.
  private mutating func begin(_ job: UInt32, _ station: Int) throws(NetworkError) -> Microseconds {
    let customer = jobs[job]
    if customer.remaining >= 0 {
      // Work that was counted before, so within the clock but for the wait.
      guard clock + customer.remaining < SimulationClock.end else {
        throw .clockOverflow(ClockOverflow(now: clock, delay: Double(customer.remaining)))
      }
      return clock + customer.remaining
    }
    calendar.cancel(slots.timer(job))
    recordWait(customer, isServed: true)
    recordFirstWait(job, Double(clock - customer.entered) / unit)
    if options.measuresVirtualWaits { endVirtualWaits(station, before: customer.visit) }
    return try after(stations[station].drawService(customer.priorityClass))
  }

  private mutating func finish(_ station: Int, _ server: Int) throws(NetworkError) {
    let job = stations[station].station.job(on: server)
    if let start = stations[station].station.finish(server: server) {
      stations[station].queue.change(by: -1, at: clock)
      let end = try begin(start.job, station)
      calendar.rescheduleNext(slots.serviceEnd(station, server), at: end)
    } else {
      calendar.removeNext()
      stations[station].busy.change(by: -1, at: clock)
      if options.measuresVirtualWaits && stations[station].station.waiting == 0 {
        endVirtualWaits(station, before: .max)
      }
    }
    recordSojourn(jobs[job])
    if let next = stations[station].drawNextStation() {
      try enter(job, next)
    } else {
      sojourn.add(Double(clock - jobs[job].arrived) / unit)
      try leave(job)
    }
  }

  /// A customer gives up waiting, or a member of a population comes back.
  private mutating func expire(_ job: UInt32) throws(NetworkError) {
    calendar.removeNext()
    let customer = jobs[job]
    if customer.station == Customer.outside {
      jobs[job].arrived = clock
      try join(job, from: Int(customer.source))
      return
    }
    let station = Int(customer.station)
    let hasLeft = stations[station].station.renege(job)
    assert(hasLeft, "a timer outlived the wait")
    stations[station].queue.change(by: -1, at: clock)
    stations[station].classes[customer.priorityClass].reneged += 1
    recordWait(customer, isServed: false)
    recordFirstWait(job, Double(clock - customer.entered) / unit)
    if options.measuresVirtualWaits {
      let place = stations[station].ghosts.lastIndex { $0.visit < customer.visit } ?? -1
      stations[station].ghosts.insert((customer.visit, customer.entered), at: place + 1)
    }
    try leave(job)
  }

  /// A customer leaves the network; a member of a population goes outside.
  private mutating func leave(_ job: UInt32) throws(NetworkError) {
    departures += 1
    population.change(by: -1, at: clock)
    assert(population.level >= 0, "more customers left than came")
    let source = Int(jobs[job].source)
    guard case .population(_, let law) = network.sources[source].kind else {
      jobs.remove(job)
      return
    }
    jobs[job].station = Customer.outside
    let delay = law.sample(&sources[source].stream)
    calendar.schedule(slots.timer(job), at: try after(delay))
  }
}

extension NetworkSimulation {
  /// Schedules the next change of a station's servers, if there is one.
  mutating func scheduleShift(_ station: Int) throws(NetworkError) {
    let plan = network.stations[station]
    let next = stations[station].nextShift
    if next < plan.shifts.count {
      let time = try instant(stations[station].shiftOrigin + plan.shifts[next].start)
      calendar.schedule(slots.shift(station), at: time)
    } else if let period = plan.shiftPeriod, !plan.shifts.isEmpty {
      stations[station].nextShift = 0
      stations[station].shiftOrigin += period
      try scheduleShift(station)
    }
  }

  private mutating func changeShift(_ station: Int) throws(NetworkError) {
    calendar.removeNext()
    let shift = network.stations[station].shifts[stations[station].nextShift]
    stations[station].nextShift += 1
    stations[station].station.setServers(shift.servers)
    while let start = stations[station].station.startWaiting() {
      stations[station].queue.change(by: -1, at: clock)
      stations[station].busy.change(by: 1, at: clock)
      let end = try begin(start.job, station)
      calendar.schedule(slots.serviceEnd(station, start.server), at: end)
    }
    if options.measuresVirtualWaits && stations[station].station.busy < shift.servers {
      endVirtualWaits(station, before: .max)
    }
    try scheduleShift(station)
  }

  /// Schedules the next observation, if there is one.
  mutating func scheduleObservation() throws(NetworkError) {
    if observations.count == options.observationTimes.count { return }
    // After whatever else happens at that instant.
    let time = try instant(options.observationTimes[observations.count])
    calendar.schedule(slots.observing, at: time, priority: EventCalendar.priorityLimit - 1)
  }

  private mutating func observe() throws(NetworkError) {
    calendar.removeNext()
    var states: [NetworkObservation.Station] = []
    for index in 0..<stations.count {
      states.append(
        NetworkObservation.Station(
          waiting: stations[index].station.waiting, busy: stations[index].station.busy,
          servers: stations[index].station.servers,
          queueArea: stations[index].queue.area(until: clock) / unit))
    }
    observations.append(NetworkObservation(time: now, stations: states))
    try scheduleObservation()
  }
}
