import Queueing

extension QueueBook {
  func write(to writer: inout StateWriter) {
    for queue in wholes.indices { wholes[queue].write(to: &writer) }
    for lane in lanes.indices { lanes[lane].write(to: &writer) }
  }

  mutating func read(from reader: inout StateReader) throws(StateError) {
    time.slot = QueueActivity.slot(at: reader.now)
    time.hour = reader.hour
    for queue in wholes.indices { try wholes[queue].read(from: &reader) }
    for lane in lanes.indices {
      let queue = lane % wholes.count
      try lanes[lane].read(from: &reader)
      lanes[lane].noteLate(before: reader.hour * TimeUnit.hour - wholes[queue].target)
      wholes[queue].waiting += Int32(lanes[lane].jobs.waiting)
    }
  }
}

extension QueueBook.Whole {
  fileprivate func write(to writer: inout StateWriter) {
    writer.put(target)
    writer.put(Int(discipline.rawValue))
    backlog.write(to: &writer)
    waits.write(to: &writer)
  }

  fileprivate mutating func read(from reader: inout StateReader) throws(StateError) {
    target = Int64(try reader.number(upTo: UInt64(SimulationClock.end)))
    guard let discipline = QueueDiscipline(rawValue: UInt8(try reader.number(upTo: 0xFF)))
    else { throw reader.fault }
    self.discipline = discipline
    backlog = try HourlySeries(from: &reader)
    try waits.read(from: &reader)
  }
}

extension Lane {
  fileprivate func write(to writer: inout StateWriter) {
    jobs.write(to: &writer)
    activity.write(to: &writer)
    for age in stride(from: keptWaits(at: writer.now), to: 0, by: -1) {
      writer.put(Int(waits[(nextWait + Self.capacity - age) % Self.capacity]))
    }
  }

  fileprivate mutating func read(from reader: inout StateReader) throws(StateError) {
    jobs = try JobLine(from: &reader)
    try activity.read(from: &reader)
    let count = min(activity.counts(at: reader.now).dayClaims, Self.capacity)
    waits.reserveCapacity(count)
    for _ in 0..<count { waits.append(UInt32(try reader.number(upTo: UInt64(UInt32.max)))) }
    nextWait = count % Self.capacity
  }

  /// The newest waits that can be asked for from an instant on.
  private func keptWaits(at now: Microseconds) -> Int {
    min(activity.counts(at: now).dayClaims, waits.count)
  }
}
