import Moderation
import Queueing

/// Everything that is uploaded to one signatory: subjects one by one, the rest as counts.
struct UploadStream {
  /// One kind and class of the subjects that arrive.
  private struct Share {
    let kind: SubjectKind
    let uploadClass: UploadClasses.Class
    /// The upper end of its part of the marks.
    let upper: Double
  }

  private var process: ArrivalProcess
  private let shares: [Share]
  /// The kind and class of the arrival that was drawn last.
  private(set) var current: (kind: SubjectKind, uploadClass: UploadClasses.Class)

  private let signatory: Int
  /// Expected uncounted uploads a microsecond by kind, while the factor is 1.
  private let unreportedRates: [Double]
  private var unreported: RandomStream
  /// Candidates that screening passed and nobody reports, by kind.
  private var passed = Array(repeating: 0, count: SubjectKind.count)
  private var lastTally: Microseconds = 0
  /// When the first tally falls due: signatories report at different minutes.
  let firstTally: Microseconds

  init(signatory: Int, of count: Int, share: Double, classes: [UploadClasses], seed: UInt64) {
    self.signatory = signatory
    let total = classes.reduce(0) { $0 + $1.perDay.reduce(0, +) }
    var shares: [Share] = []
    var cumulative = 0.0
    for kind in SubjectKind.allCases {
      for uploadClass in UploadClasses.Class.allCases {
        cumulative += classes[kind.index].perDay[uploadClass.rawValue]
        shares.append(Share(kind: kind, uploadClass: uploadClass, upper: cumulative / total))
      }
    }
    self.shares = shares
    current = (.post, .violating)
    process = ArrivalProcess(
      signatory: signatory, arrivalsPerDay: total * share, seed: seed)
    unreportedRates = classes.map { $0.unreportedPerDay * share / Double(TimeUnit.day) }
    unreported = RandomStream(seed: seed, name: "unreported uploads of \(signatory)")
    firstTally =
      TimeUnit.hour * Microseconds(signatory + 1) / Microseconds(count)
  }

  /// Draws the next arrival: sets `current` and returns its instant, nil when there is none.
  mutating func draw(_ intensity: ArrivalIntensity) -> Microseconds? {
    guard let (time, mark) = process.next(intensity) else { return nil }
    // Rounding may leave the last upper end a little below 1.
    let share = shares.first { mark < $0.upper } ?? shares[shares.count - 1]
    current = (share.kind, share.uploadClass)
    return time
  }

  /// Counts a candidate that passed and will not be heard of again.
  mutating func countPassed(_ kind: SubjectKind) { passed[kind.index] += 1 }

  /// Closes the time since the last tally and returns the integral of the factor over it.
  mutating func startTally(at now: Microseconds, _ intensity: ArrivalIntensity) -> Double {
    defer { lastTally = now }
    return weight(from: lastTally, to: now, intensity)
  }

  /// The lawful uploads of a kind that passed unreported in a time of that weight.
  mutating func takePassed(_ kind: SubjectKind, weight: Double) -> Int {
    defer { passed[kind.index] = 0 }
    return unreported.poisson(mean: unreportedRates[kind.index] * weight) + passed[kind.index]
  }

  /// The integral of the factor over at most some hours.
  private func weight(
    from start: Microseconds, to end: Microseconds, _ intensity: ArrivalIntensity
  ) -> Double {
    var weight = 0.0
    var begin = start
    while begin < end {
      let hour = begin / TimeUnit.hour
      let stop = min(end, (hour + 1) * TimeUnit.hour)
      weight +=
        Double(stop - begin) * intensity.expectedFactor(hour: Int(hour))
        * intensity.noise(day: Int(hour) / 24, signatory: signatory)
      begin = stop
    }
    return weight
  }
}
