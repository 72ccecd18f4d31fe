/// Shares out whole moderators.
enum Apportionment {
  /// Seats by the method of Webster and Sainte-Laguë, after `minimum` for each.
  ///
  /// The minimum for all is at most `total`. Ties go to the lower index. Quadratic in the worst
  /// case, for rosters and teams of a usual size.
  static func seats(_ total: Int, shares: [Double], minimum: Int) -> [Int] {
    var seats = Array(repeating: minimum, count: shares.count)
    for _ in 0..<max(0, total - minimum * shares.count) {
      let claims = shares.indices.map { shares[$0] / Double(2 * seats[$0] + 1) }
      guard let strongest = claims.indices.max(by: { claims[$0] < claims[$1] }),
        let first = claims.firstIndex(of: claims[strongest])
      else { break }
      seats[first] += 1
    }
    return seats
  }
}
