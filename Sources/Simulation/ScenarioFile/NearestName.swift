/// Suggests the right name for a wrong one.
package enum NearestName {
  /// `, did you mean "…"?` for a name that is near enough, else an empty text.
  package static func hint(for name: String, in names: [String]) -> String {
    nearest(to: name, in: names).map { ", did you mean \"\($0)\"?" } ?? ""
  }

  /// The name that was probably meant, if one is near enough.
  package static func nearest(to name: String, in names: [String]) -> String? {
    // Any letter is one step from any other.
    guard name.count > 1 else { return nil }
    let ranked = names.map { (distance(name, $0), $0) }.min { $0.0 < $1.0 }
    guard let (distance, nearest) = ranked, distance <= max(1, nearest.count / 3) else {
      return nil
    }
    return nearest
  }

  /// The Levenshtein distance, with two neighbours exchanged as one step.
  ///
  /// Quadratic in the lengths.
  private static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    var (beforeLast, last) = ([0], Array(0...right.count))
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        var least = min(last[j] + (left[i] == right[j] ? 0 : 1), row[j] + 1, last[j + 1] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          least = min(least, beforeLast[j - 1] + 1)
        }
        row.append(least)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
