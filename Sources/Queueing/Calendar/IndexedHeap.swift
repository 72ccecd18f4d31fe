/// The packed heap of `EventCalendar` with the place of each slot's key.
///
/// Shared by the calendar from which events can be cancelled and by the waiting line
/// from which jobs can leave. A slot has at most one key.
///
/// Complexity: O(log n) for what changes the heap. 16 bytes a key and 4 bytes a slot.
struct IndexedHeap: ~Copyable {
  private static let nowhere = UInt32.max

  private(set) var count = 0

  // Unsafe memory, owned and freed by the heap, for the reason given in
  // `EventCalendar`. `heap` has `capacity + 4` places, `places` has `slotCapacity`.
  private var heap: UnsafeMutablePointer<CalendarKey>
  private var places: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private var slotCapacity: Int

  init(minimumCapacity: Int) {
    capacity = max(minimumCapacity, 4)
    slotCapacity = capacity
    heap = .allocate(capacity: capacity + 4)
    heap.initialize(repeating: .greatest, count: capacity + 4)
    places = .allocate(capacity: slotCapacity)
    places.initialize(repeating: Self.nowhere, count: slotCapacity)
  }

  deinit {
    heap.deallocate()
    places.deallocate()
  }

  /// The least key; the greatest possible one when there is none.
  var least: CalendarKey {
    @inline(__always) get { heap[0] }
  }

  /// The slots whose keys satisfy a condition, the least key first.
  ///
  /// Complexity: O(n + m log m) for m slots found.
  @inline(__always)
  func slotsInOrder(where isWanted: (CalendarKey) -> Bool) -> [UInt32] {
    var found: [CalendarKey] = []
    for place in 0..<count where isWanted(heap[place]) { found.append(heap[place]) }
    return found.sorted { $0.precedes($1) }.map(\.slot)
  }

  @inline(__always)
  func contains(_ slot: UInt32) -> Bool {
    Int(slot) < slotCapacity && places[Int(slot)] != Self.nowhere
  }

  func key(of slot: UInt32) -> CalendarKey? {
    contains(slot) ? heap[Int(places[Int(slot)])] : nil
  }

  /// Adds the key of a slot that has none.
  @inline(__always)
  mutating func insert(_ key: CalendarKey) {
    assert(!contains(key.slot), "the slot has a key already")
    if Int(key.slot) >= slotCapacity || count == capacity { grow(key.slot) }
    count &+= 1
    siftUp(key, from: count &- 1)
  }

  /// Takes the slot's key out; false when it has none.
  @inline(__always)
  mutating func remove(_ slot: UInt32) -> Bool {
    guard contains(slot) else { return false }
    remove(at: Int(places[Int(slot)]))
    return true
  }

  @inline(__always)
  mutating func removeLeast() {
    remove(at: 0)
  }

  /// Replaces the least key by another one, of the same slot or of one that has none.
  @inline(__always)
  mutating func replaceLeast(_ key: CalendarKey) {
    places[Int(heap[0].slot)] = Self.nowhere
    assert(!contains(key.slot), "the slot has a key already")
    if Int(key.slot) >= slotCapacity { grow(key.slot) }
    siftDown(key, from: 0)
  }

  @inline(__always)
  private func put(_ key: CalendarKey, at place: Int) {
    heap[place] = key
    places[Int(key.slot)] = UInt32(truncatingIfNeeded: place)
  }

  @inline(__always)
  private mutating func remove(at place: Int) {
    places[Int(heap[place].slot)] = Self.nowhere
    count &-= 1
    let last = heap[count]
    heap[count] = .greatest
    if place == count { return }
    if place > 0 && last.precedes(heap[(place - 1) >> 2]) {
      siftUp(last, from: place)
    } else {
      siftDown(last, from: place)
    }
  }

  @inline(__always)
  private mutating func siftUp(_ key: CalendarKey, from last: Int) {
    var hole = last
    while hole > 0 {
      let parent = (hole - 1) >> 2
      if !key.precedes(heap[parent]) { break }
      put(heap[parent], at: hole)
      hole = parent
    }
    put(key, at: hole)
  }

  @inline(__always)
  private mutating func siftDown(_ key: CalendarKey, from first: Int) {
    let heap = heap
    let count = UInt32(truncatingIfNeeded: count)
    var hole = UInt32(truncatingIfNeeded: first)
    while true {
      // As in `EventCalendar`.
      let child = 4 &* hole &+ 1
      if child >= count { break }
      let left = heap[Int(child &+ 1)].precedes(heap[Int(child)]) ? child &+ 1 : child
      let right =
        heap[Int(child &+ 3)].precedes(heap[Int(child &+ 2)]) ? child &+ 3 : child &+ 2
      let least = heap[Int(right)].precedes(heap[Int(left)]) ? right : left
      if !heap[Int(least)].precedes(key) { break }
      put(heap[Int(least)], at: Int(hole))
      hole = least
    }
    put(key, at: Int(hole))
  }

  @inline(never)
  private mutating func grow(_ slot: UInt32) {
    if count == capacity {
      let larger = UnsafeMutablePointer<CalendarKey>.allocate(capacity: 2 * capacity + 4)
      larger.initialize(repeating: .greatest, count: 2 * capacity + 4)
      larger.update(from: heap, count: count)
      heap.deallocate()
      (heap, capacity) = (larger, 2 * capacity)
    }
    if Int(slot) >= slotCapacity {
      let newCapacity = max(2 * slotCapacity, Int(slot) + 1)
      let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: newCapacity)
      larger.initialize(repeating: Self.nowhere, count: newCapacity)
      larger.update(from: places, count: slotCapacity)
      places.deallocate()
      (places, slotCapacity) = (larger, newCapacity)
    }
  }
}
