import DequeModule
import Queueing

/// The subjects that wait in one lane, in the order in which they entered.
///
/// Entering takes constant time; leaving takes constant time for the one that
/// waited longest, and time in the length of the list for another.
struct WaitingList: Sendable {
  private struct Entry: Sendable {
    let id: UInt32
    let since: Microseconds
  }

  private var entries: Deque<Entry> = []

  var count: Int { entries.count }

  /// Since when the longest waiting subject has been waiting; nil when none waits.
  var oldest: Microseconds? { entries.first?.since }

  /// How many entered before an instant.
  func count(before instant: Microseconds) -> Int {
    entries.prefix { $0.since < instant }.count
  }

  mutating func enter(_ id: UInt32, at instant: Microseconds) {
    entries.append(Entry(id: id, since: instant))
  }

  /// Takes a subject off the list; returns since when it waited, nil when it is not on it.
  mutating func leave(_ id: UInt32) -> Microseconds? {
    guard let place = entries.firstIndex(where: { $0.id == id }) else { return nil }
    return entries.remove(at: place).since
  }
}
