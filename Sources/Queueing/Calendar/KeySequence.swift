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
