/// A key of the packed heaps: a 128-bit integer in two words.
///
/// The high word holds a value of 60 bits (a time or a rank) and a priority of 4 bits,
/// the low word a sequence number of 40 bits and a slot of 24 bits.
struct CalendarKey {
  static let priorityBits: UInt64 = 4
  static let slotBits: UInt64 = 24

  var high: UInt64
  var low: UInt64

  /// What stands in unused places: after every key.
  static let greatest = CalendarKey(high: .max, low: .max)

  /// The value of the key; ``SimulationClock/end`` in the greatest one.
  var value: Int64 {
    @inline(__always) get { Int64(bitPattern: high >> Self.priorityBits) }
  }

  var slot: UInt32 {
    @inline(__always) get { UInt32(truncatingIfNeeded: low) & (1 << UInt32(Self.slotBits) - 1) }
  }

  /// Whether this key is less than the other: the borrow of their 128-bit difference.
  @inline(__always)
  func precedes(_ other: CalendarKey) -> Bool {
    let borrow = low.subtractingReportingOverflow(other.low).overflow
    let (difference, first) = high.subtractingReportingOverflow(other.high)
    let second = difference.subtractingReportingOverflow(borrow ? 1 : 0).overflow
    return first != second
  }
}

/// Makes keys in their order of arrival.
struct KeySequence {
  private var following: UInt64 = 0

  /// The key of the next entry.
  ///
  /// The limits of the value and of the sequence are checked in every build: a wrapped
  /// clock or a wrong order among simultaneous events is never silent.
  @inline(__always)
  mutating func next(_ value: Int64, _ priority: UInt8, _ slot: UInt32) -> CalendarKey {
    precondition(UInt64(bitPattern: value) < UInt64(SimulationClock.end), "the clock overflows")
    assert(slot < EventCalendar.slotLimit, "slot out of range")
    assert(priority < EventCalendar.priorityLimit, "priority out of range")
    let low = following | UInt64(slot)
    let (sum, isExhausted) = following.addingReportingOverflow(1 << CalendarKey.slotBits)
    precondition(!isExhausted, "the sequence numbers are exhausted")
    following = sum
    return CalendarKey(
      high: UInt64(bitPattern: value) << CalendarKey.priorityBits | UInt64(priority), low: low)
  }
}
