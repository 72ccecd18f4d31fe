import Moderation

/// The subjects to which something is still to happen, in reused rows.
struct SubjectTable {
  private var rows: [Subject] = []
  private var free: [UInt32] = []

  subscript(row: UInt32) -> Subject { rows[Int(row)] }

  /// Takes a subject in and returns its row.
  mutating func insert(_ subject: Subject) -> UInt32 {
    if let row = free.popLast() {
      rows[Int(row)] = subject
      return row
    }
    rows.append(subject)
    return UInt32(rows.count - 1)
  }

  /// Gives up a row, which the next subject may take.
  mutating func remove(_ row: UInt32) { free.append(row) }
}
