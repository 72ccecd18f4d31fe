/// Suggests the right name for a wrong one.
package enum NearestName {
  /// `, did you mean "…"?` for a name that is near enough, else an empty text.
  package static func hint(for name: String, in names: [String]) -> String {
    nearest(to: name, in: names).map { ", did you mean \"\($0)\"?" } ?? ""
  }

  /// The name that was probably meant, if one is near enough.
  package static func nearest(to name: String, in names: [String]) -> String? {
    let ranked = names.map { (distance(name, $0), $0) }.min { $0.0 < $1.0 }
    guard let (distance, nearest) = ranked, distance <= max(1, nearest.count / 3) else {
      return nil
    }
    return nearest
  }

  /// The Levenshtein distance.
  ///
  /// Quadratic in the lengths.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let substituted = diagonal + (character == right[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
