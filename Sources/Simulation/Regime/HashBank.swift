import Queueing

/// The hashes of removed content, against which uploads are matched.
///
/// Lookups and changes take constant time. An item that circulates no more has no use for
/// its hash: whoever owns the bank removes it, so the bank is bounded by what circulates.
struct HashBank {
  private struct Entry: Hashable {
    let item: Circulation.Item
    let signatory: UInt16

    /// One word, of which equal entries have equal ones: each costs a round of the hash.
    func hash(into hasher: inout Hasher) {
      hasher.combine(item &+ UInt64(signatory) &* 0x9E37_79B9_7F4A_7C15)
    }
  }

  private let isShared: Bool
  /// From a removal until its hash is in force.
  let delay: Microseconds
  private var entries: Set<Entry> = []

  init(_ parameters: HashBankParameters) {
    isShared = parameters.isShared
    delay = Microseconds(parameters.delayMinutes.value * Double(TimeUnit.minute))
  }

  /// Whether uploads of the item to the signatory are blocked.
  func blocks(_ item: Circulation.Item, signatory: UInt16) -> Bool {
    item != Circulation.none && entries.contains(entry(item, signatory))
  }

  /// Adds a hash; returns whether it is a new one.
  mutating func insert(_ item: Circulation.Item, signatory: UInt16) -> Bool {
    item != Circulation.none && entries.insert(entry(item, signatory)).inserted
  }

  /// Takes a hash out; returns whether it was in.
  mutating func remove(_ item: Circulation.Item, signatory: UInt16) -> Bool {
    item != Circulation.none && entries.remove(entry(item, signatory)) != nil
  }

  /// Forgets the hashes of items that are not current any more.
  mutating func prune(where isPast: (Circulation.Item) -> Bool) {
    entries = entries.filter { !isPast($0.item) }
  }

  private func entry(_ item: Circulation.Item, _ signatory: UInt16) -> Entry {
    Entry(item: item, signatory: isShared ? 0 : signatory)
  }
}
