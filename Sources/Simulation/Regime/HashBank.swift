import Queueing

/// The hashes of removed content, against which uploads are matched.
///
/// Lookups and changes take constant time. It holds the hashes of what ever circulated, and
/// of lawful items what they block now: few, since what circulates is bounded.
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
  /// Items that were found to be in order: automation alone cannot bring their hashes back.
  private var exempt: Set<Entry> = []
  /// The lawful subjects that each hash blocks now, in the order in which they came.
  private var blocked: [Entry: [CaseTable.Row]] = [:]

  init(_ parameters: HashBankParameters) {
    isShared = parameters.isShared
    delay = Microseconds(parameters.delayMinutes.value * Double(TimeUnit.minute))
  }

  /// Whether uploads of the item to the signatory are blocked.
  func blocks(_ item: Circulation.Item, signatory: UInt16) -> Bool {
    item != Circulation.none && entries.contains(entry(item, signatory))
  }

  /// Adds a hash; returns whether it is a new one.
  ///
  /// - Parameter isDecided: whether a moderator has decided against the content, which
  ///   counts for more than that the item was once found to be in order.
  mutating func insert(
    _ item: Circulation.Item, signatory: UInt16, isDecided: Bool = false
  ) -> Bool {
    let entry = entry(item, signatory)
    guard item != Circulation.none, isDecided || !exempt.contains(entry) else { return false }
    exempt.remove(entry)
    return entries.insert(entry).inserted
  }

  /// Takes a hash out, since its item is in order after all; returns the lawful subjects
  /// that it blocked, or nil when it was not in.
  mutating func remove(_ item: Circulation.Item, signatory: UInt16) -> [CaseTable.Row]? {
    let entry = entry(item, signatory)
    guard item != Circulation.none, entries.remove(entry) != nil else { return nil }
    exempt.insert(entry)
    return blocked.removeValue(forKey: entry) ?? []
  }

  /// Remembers a lawful subject that the hash of its item has blocked.
  mutating func noteBlocked(_ row: CaseTable.Row, _ item: Circulation.Item, signatory: UInt16) {
    blocked[entry(item, signatory), default: []].append(row)
  }

  /// Forgets what is blocked of items that circulate no more, since nobody will look at
  /// their hashes again; returns the subjects, in the order of their rows.
  mutating func forget(where isPast: (Circulation.Item) -> Bool) -> [CaseTable.Row] {
    let past = blocked.keys.filter { isPast($0.item) }
    // The order of a dictionary must not reach anything.
    return past.flatMap { blocked.removeValue(forKey: $0) ?? [] }.sorted()
  }

  private func entry(_ item: Circulation.Item, _ signatory: UInt16) -> Entry {
    Entry(item: item, signatory: isShared ? 0 : signatory)
  }
}
