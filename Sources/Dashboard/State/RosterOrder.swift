import Moderation

/// By which column the roster is sorted, and which way.
package struct RosterOrder: Equatable, Sendable {
  package private(set) var column = RosterColumn.name
  package private(set) var isDescending = false

  package init() {}

  /// Sorts by the column so many places further right among those on the screen.
  mutating func move(by step: Int, among columns: [RosterColumn]) {
    guard !columns.isEmpty else { return }
    let place = columns.firstIndex(of: column) ?? 0
    let next = columns[min(max(0, place + step), columns.count - 1)]
    guard next != column else { return }
    column = next
    isDescending = next.isDescendingAtFirst
  }

  mutating func reverse() { isDescending.toggle() }

  /// The places on the roster in the order in which they are shown.
  ///
  /// Equal ones keep the order of the roster.
  package func places(in snapshot: Snapshot) -> [Int] {
    let keys = snapshot.signatories.indices.map {
      column.key($0, snapshot.facts.signatories[$0], snapshot.signatories[$0])
    }
    return keys.indices.sorted { left, right in
      if keys[left] == keys[right] { return left < right }
      return isDescending ? keys[left] > keys[right] : keys[left] < keys[right]
    }
  }
}
