/// Small counts by key, in one open table.
///
/// A standard dictionary of as many accounts as have strikes costs three fetches from far
/// memory an access, and strikes two accesses each; this costs one. Linear probing over a
/// multiplicative hash; what leaves is filled from behind, so there are no tombstones.
///
/// Complexity: O(1) on average for keys that no opponent chooses.
struct CountTable {
  private struct Slot {
    /// 0 where the slot is free.
    var key: UInt64 = 0
    var count: UInt16 = 0
  }

  /// A power of two of them, at most half of them taken.
  private var slots = Array(repeating: Slot(), count: 64)
  private var taken = 0

  /// The count of a key, which is not 0; setting a count of 0 forgets the key.
  subscript(key: UInt64) -> UInt16 {
    get { slots[place(of: key)].count }
    set {
      assert(key != 0, "0 stands for no key")
      let place = place(of: key)
      if newValue == 0 {
        if slots[place].key == key { remove(place) }
      } else if slots[place].key == key {
        slots[place].count = newValue
      } else {
        slots[place] = Slot(key: key, count: newValue)
        taken += 1
        if 2 * taken > slots.count { grow() }
      }
    }
  }

  /// Where the search for a key begins.
  private func home(_ key: UInt64) -> Int {
    let shift = UInt64(64 - slots.count.trailingZeroBitCount)
    return Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  /// The slot of a key, or the free one where it would be.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = home(key)
    while slots[place].key != key, slots[place].key != 0 { place = (place + 1) & mask }
    return place
  }

  /// Frees a slot, and moves those behind it that would not be found any more.
  private mutating func remove(_ place: Int) {
    let mask = slots.count - 1
    var hole = place
    var next = (hole + 1) & mask
    while slots[next].key != 0 {
      // Those whose search does not pass the hole stay.
      if (next - home(slots[next].key)) & mask >= (next - hole) & mask {
        slots[hole] = slots[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    slots[hole] = Slot()
    taken -= 1
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
  }
}
