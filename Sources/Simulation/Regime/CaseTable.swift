import BasicContainers
import Moderation
import Queueing

/// The subjects to which something is still to happen, in reused rows.
///
/// In an array that nothing can share: each change of a row of a standard array first
/// counts its owners, and an event changes several.
struct CaseTable: ~Copyable {
  typealias Row = UInt32

  private var cases = UniqueArray<Case>()
  private var free = UniqueArray<Row>()

  /// How many cases are in it.
  var count: Int { cases.count - free.count }

  /// The case of a row that is in use.
  subscript(row: Row) -> Case {
    @inline(__always) _read { yield cases[Int(row)] }
    @inline(__always) _modify { yield &cases[Int(row)] }
  }

  /// Takes a case in and returns its row.
  @inline(__always)
  mutating func insert(_ new: consuming Case) -> Row {
    let row = free.popLast() ?? addRow()
    // Not appended: what is appended is made elsewhere first and copied.
    cases[Int(row)] = new
    return row
  }

  /// Gives up a row, which the next case may take.
  @inline(__always)
  mutating func remove(_ row: Row) { free.append(row) }

  @inline(never)
  private mutating func addRow() -> Row {
    let nobody = Subject(id: 0, signatory: 0, kind: .post, truth: .lawful)
    cases.append(Case(nobody, item: Circulation.none, uploadedAt: 0, views: 0))
    return Row(cases.count - 1)
  }
}
