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
