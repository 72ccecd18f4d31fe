import Queueing

/// The totals, and what the marks of the windows are less than them.
extension QueueActivity {
  /// The bucket of rates in which an instant lies.
  static func slot(at instant: Microseconds) -> Int64 { instant / slotLength }

  func write(to writer: inout StateWriter) {
    for number in [arrivals, decisions, onTime, late, claims] { writer.put(number) }
    writer.put(slot, before: Self.slot(at: writer.now))
    writer.put(hour, before: writer.hour)
    var after = SIMD4(arrivals, decisions, 0, 0)
    for passed in KeptMarks.range(upTo: slot, of: Self.slots).reversed() {
      let mark = slotMarks[Int(passed % Self.slots)]
      writer.put(after[0] - mark[0])
      writer.put(after[1] - mark[1])
      after = SIMD4(mark[0], mark[1], 0, 0)
    }
    after = totals
    for passed in KeptMarks.range(upTo: hour, of: Self.hours).reversed() {
      let mark = hourMarks[Int(passed % Self.hours)]
      for index in 0..<4 { writer.put(after[index] - mark[index]) }
      after = mark
    }
  }

  mutating func read(from reader: inout StateReader) throws(StateError) {
    arrivals = try reader.count()
    decisions = try reader.count()
    onTime = try reader.count()
    late = try reader.count()
    claims = try reader.count()
    slot = try reader.past(before: Self.slot(at: reader.now))
    hour = try reader.past(before: reader.hour)
    var mark = SIMD2(arrivals, decisions)
    for passed in KeptMarks.range(upTo: slot, of: Self.slots).reversed() {
      for index in 0..<2 { mark[index] -= try reader.count() }
      try reader.check(mark[0] >= 0 && mark[1] >= 0)
      slotMarks[Int(passed % Self.slots)] = mark
    }
    var totals = totals
    for passed in KeptMarks.range(upTo: hour, of: Self.hours).reversed() {
      for index in 0..<4 { totals[index] -= try reader.count() }
      try reader.check(totals.min() >= 0)
      hourMarks[Int(passed % Self.hours)] = totals
    }
  }
}
