/// Dense linear equations, for systems of tens of unknowns.
enum LinearSystem {
  /// The solution of `matrix` · x = `right` by elimination with partial pivoting, O(n³).
  ///
  /// Nil when the matrix is singular to working precision.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    var rows = matrix
    var values = right
    let count = rows.count
    let scale = rows.lazy.flatMap { $0 }.reduce(0) { max($0, abs($1)) }
    for column in 0..<count {
      var pivot = column
      for row in column..<count where abs(rows[row][column]) > abs(rows[pivot][column]) {
        pivot = row
      }
      guard abs(rows[pivot][column]) > 1e-14 * scale else { return nil }
      rows.swapAt(pivot, column)
      values.swapAt(pivot, column)
      for row in (column + 1)..<max(count, column + 1) {
        let factor = rows[row][column] / rows[column][column]
        guard factor != 0 else { continue }
        for index in column..<count { rows[row][index] -= factor * rows[column][index] }
        values[row] -= factor * values[column]
      }
    }
    for row in (0..<count).reversed() {
      for index in (row + 1)..<max(count, row + 1) {
        values[row] -= rows[row][index] * values[index]
      }
      values[row] /= rows[row][row]
    }
    return values
  }
}
