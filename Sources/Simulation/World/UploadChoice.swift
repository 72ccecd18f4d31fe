/// Chooses the class of an upload by a uniform number.
///
/// A table over the number's first bits says where to begin the search, which nearly
/// always is where it ends: searched from the first class on, each step was a branch that
/// nothing can predict.
struct UploadChoice {
  private static let guides = 256

  /// The upper end of each class's part of the numbers.
  private let upperEnds: [Double]
  /// The class of the least number of each 256th.
  private let guide: [UInt16]

  init(_ classes: [UploadClass]) {
    let total = classes.reduce(0) { $0 + $1.perDay }
    var cumulative = 0.0
    let ends = classes.map { uploadClass in
      cumulative += uploadClass.perDay
      return cumulative / total
    }
    upperEnds = ends
    guide = (0..<Self.guides).map { place in
      let least = Double(place) / Double(Self.guides)
      return UInt16(ends.firstIndex { least < $0 } ?? max(0, ends.count - 1))
    }
  }

  /// The index of the class for a number in 0 ..< 1.
  @inline(__always)
  func index(_ uniform: Double) -> Int {
    var index = Int(guide[Int(uniform * Double(Self.guides))])
    // Rounding may leave the last upper end a little below 1.
    while index < upperEnds.count - 1, uniform >= upperEnds[index] { index += 1 }
    return index
  }
}
