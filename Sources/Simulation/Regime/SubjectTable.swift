import Moderation

/// The subjects to which something is still to happen, in reused rows.
struct SubjectTable {
  /// What happens next to a subject for which the calendar has an event.
  enum Step {
    /// A user reports it.
    case report
    /// Its owner appeals.
    case appeal
    /// Its removal is undone without an appeal.
    case restore
  }

  private struct Row {
    var subject: Subject
    var step: Step
  }

  private var rows: [Row] = []
  private var free: [UInt32] = []

  /// How many subjects are in it.
  var count: Int { rows.count - free.count }

  subscript(row: UInt32) -> Subject { rows[Int(row)].subject }

  /// What happens next to the subject of a row.
  func step(of row: UInt32) -> Step { rows[Int(row)].step }

  /// Takes a subject in and returns its row.
  mutating func insert(_ subject: Subject, next step: Step = .report) -> UInt32 {
    let entry = Row(subject: subject, step: step)
    if let row = free.popLast() {
      rows[Int(row)] = entry
      return row
    }
    rows.append(entry)
    return UInt32(rows.count - 1)
  }

  /// Gives up a row, which the next subject may take.
  mutating func remove(_ row: UInt32) { free.append(row) }
}
