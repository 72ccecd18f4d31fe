import Queueing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What independent replications say about an expected value.
///
/// A ratio of sums is tested by the sum of numerator − expected · denominator, whose mean is
/// exactly 0 when the expected value is right: no bias of a ratio enters. Its Student t, with
/// one degree of freedom less than replications, becomes the z of the same probability.
/// Waits are skewed, so that a mean that comes out small comes with an error that is too
/// small as well: t is corrected for the skewness. Sources: E. C. Fieller, "Some problems in interval
/// estimation", doi:10.1111/j.2517-6161.1954.tb00159.x; P. Hall, "On the removal of skewness
/// by transformation", doi:10.1111/j.2517-6161.1992.tb01876.x.
struct Judgement: Sendable, Equatable {
  let estimate: Double
  /// Of the 95 % interval.
  let halfWidth: Double
  /// In standard deviations of a normal law; at most ``greatest`` either way.
  let z: Double

  static let greatest = 99.0
  static let tooSlow = NotSimulated(description: "too slow to settle")
  static let tooRare = NotSimulated(description: "too rare to see")

  /// A mean must have seen something in at least this share of the replications.
  private static let leastSeen = 0.9
  /// Durations are whole clock ticks, so a mean may be off by a millionth.
  private static let clockError = 1e-6
  /// The half-width, as a share of the estimate, beyond which an interval says nothing.
  private static let widest = 0.5
  /// What happens by chance no more often than this is out of question.
  private static let impossible = 1e-9

  /// - Parameter units: The measured length of all replications together.
  static func judge(
    _ question: Question, _ readings: [Reading], units: Double
  ) throws(NotSimulated) -> Judgement {
    guard readings.count >= VerificationPlan.fewestReplications, units >= question.leastUnits
    else { throw tooSlow }
    let total = readings.reduce(0) { $0 + $1.denominator }
    guard total > 0 else { throw tooRare }
    if question.kind == .variance { return try variance(question, readings, total) }
    let mean = readings.reduce(0) { $0 + $1.numerator } / total
    if question.kind == .shareAtLeast && mean >= question.expected {
      return Judgement(estimate: mean, halfWidth: spread(readings, around: mean), z: 0)
    }
    if let certain = certain(question, readings) { return certain }
    if question.kind == .mean {
      let seen = readings.count { $0.numerator > 0 }
      guard Double(seen) >= leastSeen * Double(readings.count) else { throw tooRare }
    } else if !question.isSeen(in: units) {
      return try rare(question, readings, mean)
    }
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
      let skewness = skewness(readings, around: expected - correction, moments)
      let t = unskewed(moments.mean / error, skewness)
      z = normal(t, degreesOfFreedom: freedom)
    }
    return Judgement(estimate: corrected, halfWidth: halfWidth, z: z)
  }

  /// The skewness of the mean of the deviations: theirs over the root of their number.
  private static func skewness(
    _ readings: [Reading], around value: Double, _ moments: RunningMoments
  ) -> Double {
    guard moments.variance > 0 else { return 0 }
    let cubes = readings.reduce(0) { sum, reading in
      let distance = reading.numerator - value * reading.denominator - moments.mean
      return sum + distance * distance * distance
    }
    let count = Double(readings.count)
    let deviation = moments.standardDeviation
    return cubes / count / (deviation * deviation * deviation) / count.squareRoot()
  }

  /// Hall's monotone transformation of a t whose mean has a skewness.
  ///
  /// Used only where it makes t smaller: the skewness is estimated, and what its error adds
  /// would make a right value look wrong.
  private static func unskewed(_ t: Double, _ skewness: Double) -> Double {
    guard abs(t) < greatest else { return t }
    let third = skewness / 3
    let corrected = t + third * t * t + third * third * t * t * t / 3 + skewness / 6
    return abs(corrected) < abs(t) ? corrected : t
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
  /// The verdict where all readings are the same by necessity: never, always, nothing.
  private static func certain(_ question: Question, _ readings: [Reading]) -> Judgement? {
    let expected = question.expected
    guard expected == 0 || (expected == 1 && question.kind == .share) else { return nil }
    let isSo = readings.allSatisfy {
      abs($0.numerator - expected * $0.denominator) <= 1e-12 * $0.denominator
    }
    return isSo ? Judgement(estimate: expected, halfWidth: 0, z: 0) : nil
  }

  /// The verdict on a share so small, or so great, that it should hardly be seen at all.
  ///
  /// A count with a mean m is positive with a probability of at most m, so that too many
  /// replications with one refute the share. Else nothing is known.
  private static func rare(
    _ question: Question, _ readings: [Reading], _ mean: Double
  ) throws(NotSimulated) -> Judgement {
    let isSmall = question.expected < 0.5
    let share = min(question.expected, 1 - question.expected)
    let size = readings.reduce(0) { max($0, $1.denominator) }
    let seen = readings.count {
      (isSmall ? $0.numerator : $0.denominator - $0.numerator) >= 1
    }
    let chance = min(1, share * size)
    // The binomial coefficient is at most 2 to the number of replications.
    let bound = exp2(Double(readings.count)) * pow(chance, Double(seen))
    guard seen > 0, bound < impossible else { throw tooRare }
    return Judgement(
      estimate: mean, halfWidth: spread(readings, around: mean),
      z: isSmall ? greatest : -greatest)
  }
}
