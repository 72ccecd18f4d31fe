/// A rectangle of cells: the place of a panel on the canvas.
package struct Rect: Equatable, Sendable {
  package var column: Int
  package var row: Int
  package var size: Size

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    size = Size(columns: columns, rows: rows)
  }

  package init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  package var columns: Int { size.columns }
  package var rows: Int { size.rows }

  /// Cuts `count` rows off the top and returns them; fewer when there are fewer.
  package mutating func takeTop(_ count: Int) -> Rect {
    let taken = min(max(0, count), rows)
    defer { self = Rect(column: column, row: row + taken, columns: columns, rows: rows - taken) }
    return Rect(column: column, row: row, columns: columns, rows: taken)
  }

  /// Cuts `count` rows off the bottom and returns them; fewer when there are fewer.
  package mutating func takeBottom(_ count: Int) -> Rect {
    let taken = min(max(0, count), rows)
    defer { self = Rect(column: column, row: row, columns: columns, rows: rows - taken) }
    return Rect(column: column, row: row + rows - taken, columns: columns, rows: taken)
  }

  /// Cuts `count` columns off the left and returns them; fewer when there are fewer.
  package mutating func takeLeft(_ count: Int) -> Rect {
    let taken = min(max(0, count), columns)
    defer { self = Rect(column: column + taken, row: row, columns: columns - taken, rows: rows) }
    return Rect(column: column, row: row, columns: taken, rows: rows)
  }
}
