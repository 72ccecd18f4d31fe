/// Chooses one of several, each with a probability in proportion to its weight, by a
/// uniform number.
///
/// A table over the number's first bits says where to begin the search, which nearly
/// always is where it ends: searched from the first one on, each step was a branch that
/// nothing can predict.
struct WeightedChoice {
  private static let guides = 256

  /// The upper end of each one's part of the numbers.
  private let upperEnds: [Double]
  /// The choice for the least number of each 256th.
  private let guide: [UInt16]

  init(_ weights: [Double]) {
    let total = weights.reduce(0, +)
    var cumulative = 0.0
    let ends = weights.map { weight in
      cumulative += weight
      return cumulative / total
    }
    var index = 0
    guide = (0..<Self.guides).map { place in
      let least = Double(place) / Double(Self.guides)
      while index < ends.count - 1, least >= ends[index] { index += 1 }
      return UInt16(index)
    }
    upperEnds = ends
  }

  /// The index of the chosen one for a number in 0 ..< 1.
  @inline(__always)
  func index(_ uniform: Double) -> Int {
    var index = Int(guide[Int(uniform * Double(Self.guides))])
    // Rounding may leave the last upper end a little below 1.
    while index < upperEnds.count - 1, uniform >= upperEnds[index] { index += 1 }
    return index
  }
}
