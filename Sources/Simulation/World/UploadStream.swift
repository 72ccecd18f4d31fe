import Moderation
import Queueing

/// Everything that is uploaded to one signatory: subjects one by one, the rest as counts.
///
/// Holds no array: it is changed at each arrival, in place.
struct UploadStream {
  private var process: ArrivalProcess
  /// The uniform number by which to tell what the arrival is that was drawn last.
  private(set) var mark = 0.0

  private let signatory: Int
  /// Expected uncounted uploads a microsecond by kind, while the factor is 1.
  private var unnoticedRates = InlineArray<3, Double>(repeating: 0)
  private var unnoticed: RandomStream
  /// Uploads of a class that turned out to be as unnoticed as the rest, by kind.
  private var passed = InlineArray<3, Int>(repeating: 0)
  private var lastTally: Microseconds = 0
  /// The noise of the day of the last tally.
  private var noise: ArrivalIntensity.DayNoise
  /// When the first tally falls due: signatories report at different minutes.
  let firstTally: Microseconds

  init(signatory: Int, of count: Int, share: Double, mix: UploadMix, seed: UInt64) {
    self.signatory = signatory
    let total = mix.classes.reduce(0) { $0 + $1.perDay }
    process = ArrivalProcess(
      signatory: signatory, arrivalsPerDay: total * share, seed: seed)
    for kind in SubjectKind.allCases {
      unnoticedRates[kind.index] =
        mix.unnoticedPerDay[kind.index] * share / Double(TimeUnit.day)
    }
    unnoticed = RandomStream(seed: seed, name: "unreported uploads of \(signatory)")
    noise = ArrivalIntensity.DayNoise(signatory: signatory)
    firstTally =
      TimeUnit.hour * Microseconds(signatory + 1) / Microseconds(count)
  }

  /// Draws the next arrival: sets `mark` and returns its instant, nil when there is none.
  @inline(__always)
  mutating func draw(_ intensity: borrowing ArrivalIntensity) -> Microseconds? {
    guard let time = process.next(intensity) else { return nil }
    mark = process.mark()
    return time
  }

  /// Counts an upload that passed and will not be heard of again.
  @inline(__always)
  mutating func countPassed(_ kind: SubjectKind) { passed[kind.index] += 1 }

  /// Closes the time since the last tally and returns the integral of the factor over it.
  mutating func startTally(
    at now: Microseconds, _ intensity: borrowing ArrivalIntensity
  ) -> Double {
    defer { lastTally = now }
    return intensity.weight(from: lastTally, to: now, &noise)
  }

  /// The lawful uploads of a kind that passed unnoticed in a time of that weight.
  mutating func takePassed(_ kind: SubjectKind, weight: Double) -> Int {
    defer { passed[kind.index] = 0 }
    return unnoticed.poisson(mean: unnoticedRates[kind.index] * weight) + passed[kind.index]
  }
}
