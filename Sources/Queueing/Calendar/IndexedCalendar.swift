/// Pending events that can be cancelled: at most one for each slot.
///
/// A timer that is no longer wanted is taken out at once and never fires. Order and
/// limits are those of `EventCalendar`. Use that one where nothing is cancelled: it is
/// faster, since it does not keep the place of each event.
///
/// Complexity: `schedule`, `cancel` and removal O(log n); the rest O(1). 16 bytes a
/// pending event and 4 bytes a slot.
public struct IndexedCalendar: ~Copyable {
  /// What an event is about: an index chosen by the model, below 2²⁴.
  public typealias Slot = EventCalendar.Slot

  private var heap: IndexedHeap
  private var sequence = KeySequence()
  #if DEBUG
    private var now: Microseconds = 0
  #endif

  /// Creates an empty calendar with room for the slots below `minimumCapacity`.
  public init(minimumCapacity: Int = 64) {
    heap = IndexedHeap(minimumCapacity: minimumCapacity)
  }

  /// Number of pending events.
  public var count: Int { heap.count }

  /// Whether no event is pending.
  public var isEmpty: Bool { heap.count == 0 }

  /// The instant of the next event, or ``SimulationClock/end`` when none is pending.
  public var nextTime: Microseconds {
    @inline(__always) get { heap.least.value }
  }

  /// The slot of the next event; meaningless when none is pending.
  public var nextSlot: Slot {
    @inline(__always) get {
      assert(heap.count > 0, "the calendar is empty")
      return heap.least.slot
    }
  }

  /// Whether the slot has a pending event.
  @inline(__always)
  public func contains(_ slot: Slot) -> Bool { heap.contains(slot) }

  /// The instant of the slot's event, or nil when it has none.
  public func time(of slot: Slot) -> Microseconds? { heap.key(of: slot)?.value }

  /// Adds the event of a slot that has none.
  ///
  /// - Precondition: `time` lies between the instant of the event handled last and
  ///   ``SimulationClock/end``; the end is checked in every build, the rest in debug builds.
  @inline(__always)
  public mutating func schedule(_ slot: Slot, at time: Microseconds, priority: UInt8 = 0) {
    checkFuture(time)
    heap.insert(sequence.next(time, priority, slot))
  }

  /// Takes the slot's event out; false when it has none.
  @inline(__always)
  @discardableResult
  public mutating func cancel(_ slot: Slot) -> Bool { heap.remove(slot) }

  /// Removes the next event.
  @inline(__always)
  public mutating func removeNext() {
    assert(heap.count > 0, "the calendar is empty")
    checkAdvance()
    heap.removeLeast()
  }

  /// Replaces the next event by another one, of the same slot or of one without event.
  @inline(__always)
  public mutating func rescheduleNext(
    _ slot: Slot, at time: Microseconds, priority: UInt8 = 0
  ) {
    assert(heap.count > 0, "the calendar is empty")
    checkAdvance()
    checkFuture(time)
    heap.replaceLeast(sequence.next(time, priority, slot))
  }

  @inline(__always)
  private mutating func checkAdvance() {
    #if DEBUG
      precondition(nextTime >= now, "the clock runs backwards")
      now = nextTime
    #endif
  }

  @inline(__always)
  private func checkFuture(_ time: Microseconds) {
    #if DEBUG
      precondition(time >= now, "an event is scheduled in the past")
    #endif
  }
}
