/// The pending events of a simulation, ordered by `(time, priority, sequence)`.
///
/// A 4-ary heap of 16-byte entries. An entry is one 128-bit key in two words: the high
/// word holds the time (60 bits) and the priority (4 bits), the low word the sequence
/// number (40 bits) and the slot (24 bits). Events of one instant and one priority
/// therefore leave in the order in which they were scheduled. Keys are compared by
/// subtracting with borrow, and places past the last entry hold the greatest key, so
/// choosing the least of four children takes no branch.
///
/// A slot names what happens; its meaning belongs to the model. `nextSlot` followed by
/// `rescheduleNext` (one sift) costs half of `removeNext` and `schedule` (two sifts).
/// While the model handles the next event without having removed it, it must not
/// schedule another one at the same instant with a more urgent priority.
///
/// Complexity: `schedule` O(log n), O(1) on average for times drawn ahead of most
/// others; `removeNext` and `rescheduleNext` O(log n); the rest O(1). 16 bytes an entry.
/// Layout after J. H. LaMarca and R. Ladner, "The influence of caches on the
/// performance of heaps", doi:10.1145/235141.235145.
public struct EventCalendar: ~Copyable {
  /// What an event is about: an index chosen by the model, below 2²⁴.
  public typealias Slot = UInt32

  /// Slots must be below this.
  public static let slotLimit: Slot = 1 << 24
  /// Priorities must be below this; 0 is the most urgent.
  public static let priorityLimit: UInt8 = 1 << 4

  /// Number of pending events.
  public private(set) var count = 0

  // Unsafe memory: the bounds and uniqueness checks of an array cost a tenth of the
  // whole event loop. The calendar owns `block` and frees it; no pointer leaves it;
  // every index is below `capacity + 4`, which `schedule` maintains.
  private var block: UnsafeMutableRawPointer
  private var heap: UnsafeMutablePointer<CalendarKey>
  private var capacity: Int
  private var nextSequence: UInt64 = 0
  #if DEBUG
    private var now: Microseconds = 0
  #endif

  /// Creates an empty calendar with room for `minimumCapacity` events; it grows when full.
  public init(minimumCapacity: Int = 16) {
    capacity = max(minimumCapacity, 4)
    (block, heap) = Self.allocate(capacity)
  }

  deinit { block.deallocate() }

  /// Whether no event is pending.
  public var isEmpty: Bool { count == 0 }

  /// The instant of the next event, or ``SimulationClock/end`` when none is pending.
  public var nextTime: Microseconds {
    @inline(__always) get { heap[0].value }
  }

  /// The slot of the next event; meaningless when none is pending.
  public var nextSlot: Slot {
    @inline(__always) get {
      assert(count > 0, "the calendar is empty")
      return heap[0].slot
    }
  }

  /// Adds an event.
  ///
  /// - Precondition: `time` lies between the instant of the event handled last and
  ///   ``SimulationClock/end``; the end is checked in every build, the rest in debug builds.
  @inline(__always)
  public mutating func schedule(_ slot: Slot, at time: Microseconds, priority: UInt8 = 0) {
    let key = makeKey(slot, time, priority)
    if count == capacity { grow() }
    siftUp(key, from: count)
    count += 1
  }

  /// Removes the next event.
  @inline(__always)
  public mutating func removeNext() {
    assert(count > 0, "the calendar is empty")
    checkAdvance()
    count -= 1
    let last = heap[count]
    heap[count] = .greatest
    if count > 0 { siftDown(last) }
  }

  /// Replaces the next event by another one: `removeNext` and `schedule` in one sift.
  @inline(__always)
  public mutating func rescheduleNext(
    _ slot: Slot, at time: Microseconds, priority: UInt8 = 0
  ) {
    assert(count > 0, "the calendar is empty")
    checkAdvance()
    let key = makeKey(slot, time, priority)
    siftDown(key)
  }

  /// Forgets all pending events and lets time start anew; keeps the memory.
  public mutating func removeAll() {
    heap.update(repeating: .greatest, count: count)
    count = 0
    nextSequence = 0
    #if DEBUG
      now = 0
    #endif
  }

  @inline(__always)
  private mutating func makeKey(
    _ slot: Slot, _ time: Microseconds, _ priority: UInt8
  ) -> CalendarKey {
    precondition(UInt64(bitPattern: time) < UInt64(SimulationClock.end), "the clock overflows")
    assert(slot < Self.slotLimit, "slot out of range")
    assert(priority < Self.priorityLimit, "priority out of range")
    #if DEBUG
      precondition(time >= now, "an event is scheduled in the past")
    #endif
    let low = nextSequence | UInt64(slot)
    let (following, isExhausted) = nextSequence.addingReportingOverflow(1 << CalendarKey.slotBits)
    nextSequence = following
    let key = CalendarKey(
      high: UInt64(bitPattern: time) << CalendarKey.priorityBits | UInt64(priority), low: low)
    if isExhausted { return renumber(with: key) }
    return key
  }

  @inline(__always)
  private mutating func checkAdvance() {
    #if DEBUG
      precondition(nextTime >= now, "the clock runs backwards")
      now = nextTime
    #endif
  }

  @inline(__always)
  private mutating func siftUp(_ key: CalendarKey, from last: Int) {
    var hole = last
    while hole > 0 {
      let parent = (hole - 1) >> 2
      if !key.precedes(heap[parent]) { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = key
  }

  @inline(__always)
  private mutating func siftDown(_ key: CalendarKey) {
    let heap = heap
    let count = UInt32(truncatingIfNeeded: count)
    var hole: UInt32 = 0
    while true {
      // Indices of 32 bits and this form of the choice become conditional moves.
      let child = 4 &* hole &+ 1
      if child >= count { break }
      let left = heap[Int(child &+ 1)].precedes(heap[Int(child)]) ? child &+ 1 : child
      let right =
        heap[Int(child &+ 3)].precedes(heap[Int(child &+ 2)]) ? child &+ 3 : child &+ 2
      let least = heap[Int(right)].precedes(heap[Int(left)]) ? right : left
      if !heap[Int(least)].precedes(key) { break }
      heap[Int(hole)] = heap[Int(least)]
      hole = least
    }
    heap[Int(hole)] = key
  }

  /// Numbers the pending events from 0 again, in their order: once in 2⁴⁰ events.
  @inline(never)
  private mutating func renumber(with key: CalendarKey) -> CalendarKey {
    let slots = UInt64(Self.slotLimit - 1)
    var keys = (0..<count).map { heap[$0] }
    keys.sort { $0.precedes($1) }
    for index in keys.indices {
      keys[index].low = UInt64(index) << CalendarKey.slotBits | keys[index].low & slots
      heap[index] = keys[index]
    }
    let low = UInt64(count) << CalendarKey.slotBits | key.low & slots
    nextSequence = UInt64(count + 1) << CalendarKey.slotBits
    return CalendarKey(high: key.high, low: low)
  }

  @inline(never)
  private mutating func grow() {
    precondition(capacity <= 1 << 28, "too many pending events")
    let (newBlock, newHeap) = Self.allocate(2 * capacity)
    newHeap.update(from: heap, count: count)
    block.deallocate()
    (block, heap, capacity) = (newBlock, newHeap, 2 * capacity)
  }

  /// Memory for `capacity` entries and a family of padding, all of the greatest key, in
  /// which the four children of any entry share one 64-byte cache line.
  private static func allocate(
    _ capacity: Int
  ) -> (UnsafeMutableRawPointer, UnsafeMutablePointer<CalendarKey>) {
    let stride = MemoryLayout<CalendarKey>.stride
    let places = capacity + 4
    let block = UnsafeMutableRawPointer.allocate(
      byteCount: (places + 3) * stride, alignment: 64)
    let heap = (block + 3 * stride).bindMemory(to: CalendarKey.self, capacity: places)
    heap.initialize(repeating: .greatest, count: places)
    return (block, heap)
  }

  #if DEBUG
    /// Makes the sequence numbers run out after `count` more events, for tests.
    public mutating func exhaustSequence(after count: UInt64) {
      nextSequence = 0 &- (count << CalendarKey.slotBits)
    }
  #endif
}
