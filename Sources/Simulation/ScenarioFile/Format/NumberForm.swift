import Moderation

/// The numbers that may stand at a place, and the words for them in errors.
struct NumberForm: Sendable {
  let noun: String
  let bounds: ClosedRange<Double>
  /// Whether the lower bound itself is too little.
  let isAbove: Bool

  init(_ noun: String, from lower: Double, to upper: Double) {
    self.noun = noun
    bounds = lower...upper
    isAbove = false
  }

  init(_ noun: String, above lower: Double, to upper: Double) {
    self.noun = noun
    bounds = lower...upper
    isAbove = true
  }

  func allows(_ number: Double) -> Bool {
    bounds.contains(number) && !(isAbove && number == bounds.lowerBound)
  }

  /// What is expected, as in `hours above 0, at most 8784`.
  var expectation: String {
    let lower = bounds.lowerBound.written
    let upper = bounds.upperBound.written
    return isAbove
      ? "\(noun) above \(lower), at most \(upper)" : "\(noun) from \(lower) to \(upper)"
  }
}
