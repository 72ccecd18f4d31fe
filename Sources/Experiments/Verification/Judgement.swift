import Queueing

/// What independent replications say about an expected value.
///
/// A ratio of sums is tested by the sum of numerator − expected · denominator, whose mean is
/// exactly 0 when the expected value is right: no bias of a ratio enters. Its Student t, with
/// one degree of freedom less than replications, becomes the z of the same probability.
/// Source: E. C. Fieller, "Some problems in interval estimation",
/// doi:10.1111/j.2517-6161.1954.tb00159.x.
struct Judgement: Sendable, Equatable {
  let estimate: Double
  /// Of the 95 % interval.
  let halfWidth: Double
  /// In standard deviations of a normal law; at most ``greatest`` either way.
  let z: Double

  static let greatest = 99.0
  static let tooSlow = NotSimulated(description: "too slow to settle")
  static let tooRare = NotSimulated(description: "too rare to see")

  /// What must be seen in at least this share of the replications to be judged by t.
  private static let leastSeen = 0.9
  /// Durations are whole clock ticks, so a mean may be off by a millionth.
  private static let clockError = 1e-6
  /// The half-width, as a share of the estimate, beyond which an interval says nothing.
  private static let widest = 0.5

  static func judge(
    _ question: Question, _ readings: [Reading]
  ) throws(NotSimulated) -> Judgement {
    guard readings.count >= VerificationPlan.fewestReplications else { throw tooSlow }
    let total = readings.reduce(0) { $0 + $1.denominator }
    guard total > 0 else { throw tooRare }
    if question.kind == .variance { return try variance(question, readings, total) }
    let mean = readings.reduce(0) { $0 + $1.numerator } / total
    if question.kind == .shareAtLeast && mean >= question.expected {
      return Judgement(estimate: mean, halfWidth: spread(readings, around: mean), z: 0)
    }
    if let plain = try withoutSpread(question, readings, mean) { return plain }
    return try test(readings, estimate: mean, expected: question.expected)
  }

  /// What a variance is, from the squares around the mean of all replications.
  private static func variance(
    _ question: Question, _ readings: [Reading], _ total: Double
  ) throws(NotSimulated) -> Judgement {
    let mean = readings.reduce(0) { $0 + $1.numerator } / total
    let squares = readings.map { reading in
      let distance = reading.numerator / max(reading.denominator, 1) - mean
      return Reading(
        reading.squares + reading.denominator * distance * distance, per: reading.denominator)
    }
    let seen = readings.count { $0.squares > 0 }
    if seen == 0 && question.expected == 0 {
      return Judgement(estimate: 0, halfWidth: 0, z: 0)
    }
    guard Double(seen) >= leastSeen * Double(readings.count) else { throw tooRare }
    // Squares around an estimated mean are too small by the variance of that mean.
    let error = deviation(readings, around: mean).standardError / (total / Double(readings.count))
    let estimate = squares.reduce(0) { $0 + $1.numerator } / total
    return try test(
      squares, estimate: estimate, expected: question.expected, correction: error * error)
  }

  private static func test(
    _ readings: [Reading], estimate: Double, expected: Double, correction: Double = 0
  ) throws(NotSimulated) -> Judgement {
    let halfWidth = spread(readings, around: estimate)
    let corrected = estimate + correction
    guard halfWidth <= widest * abs(corrected) else { throw tooSlow }
    let size = readings.reduce(0) { $0 + $1.denominator } / Double(readings.count)
    let moments = deviation(readings, around: expected - correction)
    let tick = clockError * abs(expected) * size
    let error = (moments.variance / Double(moments.count) + tick * tick).squareRoot()
    let freedom = Double(readings.count - 1)
    let z: Double
    if error == 0 {
      z = moments.mean == 0 ? 0 : moments.mean > 0 ? greatest : -greatest
    } else {
      z = normal(moments.mean / error, degreesOfFreedom: freedom)
    }
    return Judgement(estimate: corrected, halfWidth: halfWidth, z: z)
  }

  /// The z of the probability of a t.
  private static func normal(_ t: Double, degreesOfFreedom: Double) -> Double {
    let tail = StudentT.upperTail(abs(t), degreesOfFreedom: degreesOfFreedom)
    let z = min(StandardNormal.upperTailQuantile(tail), greatest)
    return t < 0 ? -z : z
  }

  private static func deviation(
    _ readings: [Reading], around value: Double
  ) -> RunningMoments {
    readings.reduce(into: RunningMoments()) {
      $0.add($1.numerator - value * $1.denominator)
    }
  }

  /// The half-width of the 95 % interval of a ratio of sums.
  private static func spread(_ readings: [Reading], around ratio: Double) -> Double {
    let size = readings.reduce(0) { $0 + $1.denominator } / Double(readings.count)
    return deviation(readings, around: ratio).interval(confidence: 0.95).halfWidth / size
  }
}

extension Judgement {
  /// The cases in which too few replications have seen what is asked for a t to mean anything.
  ///
  /// What is expected with a share p is seen in a replication with a probability of at least
  /// p; that too few have seen it is judged by the binomial law.
  private static func withoutSpread(
    _ question: Question, _ readings: [Reading], _ mean: Double
  ) throws(NotSimulated) -> Judgement? {
    let count = readings.count
    let enough = leastSeen * Double(count)
    let seen = readings.count { $0.numerator > 0 }
    if Double(seen) < enough {
      if seen == 0 && question.expected == 0 {
        return Judgement(estimate: 0, halfWidth: 0, z: 0)
      }
      guard question.kind != .mean, isRefuted(question.expected, seen: seen, of: count)
      else { throw tooRare }
      return Judgement(estimate: mean, halfWidth: spread(readings, around: mean), z: -greatest)
    }
    if question.kind == .mean { return nil }
    let others = readings.count { $0.denominator - $0.numerator > 1e-12 * $0.denominator }
    if Double(others) >= enough { return nil }
    if others == 0 && abs(question.expected - 1) < 1e-11 {
      return Judgement(estimate: 1, halfWidth: 0, z: 0)
    }
    guard isRefuted(1 - question.expected, seen: others, of: count) else { throw tooRare }
    return Judgement(estimate: mean, halfWidth: spread(readings, around: mean), z: greatest)
  }

  /// Whether a share p is out of question when so few of the replications have seen it.
  private static func isRefuted(_ share: Double, seen: Int, of count: Int) -> Bool {
    guard share > 0 else { return seen > 0 }
    var (term, sum) = (1.0, 0.0)
    // The binomial probabilities of 0 ... seen, one from the other.
    for _ in 0..<count { term *= max(0, 1 - share) }
    for index in 0...seen where term > 0 {
      sum += term
      term *= share / (1 - share) * Double(count - index) / Double(index + 1)
    }
    return sum < 1e-9
  }
}
