import Moderation
import Queueing

/// The uploads to one signatory that nobody notices: mere counts.
///
/// Holds no array: it is changed at many arrivals, in place.
struct UploadTally {
  /// Expected uploads a microsecond by kind, while the factor is 1.
  private var rates = InlineArray<3, Double>(repeating: 0)
  /// Expected uploads from the last tally until `now`, by kind.
  private var expected = InlineArray<3, Double>(repeating: 0)
  /// Uploads of a class that turned out to be as unnoticed as the rest, by kind.
  private var passed = InlineArray<3, Int>(repeating: 0)
  private var now: Microseconds = 0
  private var unnoticed: RandomStream
  private var noise: ArrivalIntensity.DayNoise
  /// When the first tally falls due: signatories report at different minutes.
  let firstTally: Microseconds

  init(signatory: Int, of count: Int, seed: UInt64) {
    unnoticed = RandomStream(seed: seed, name: "unreported uploads of \(signatory)")
    noise = ArrivalIntensity.DayNoise(signatory: signatory)
    // None at the full hour: what it tells of would count for the next day.
    firstTally = TimeUnit.hour * Microseconds(signatory + 1) / Microseconds(count + 1)
  }

  /// From now on so many uploads a day, by kind, are expected to go unnoticed.
  mutating func setRates(perDay: [Double]) {
    for kind in SubjectKind.allCases {
      rates[kind.index] = perDay[kind.index] / Double(TimeUnit.day)
    }
  }

  /// Moves on to an instant, over which the rates hold.
  mutating func advance(to instant: Microseconds, _ intensity: borrowing ArrivalIntensity) {
    let weight = intensity.weight(from: now, to: instant, &noise)
    for kind in 0..<SubjectKind.count { expected[kind] += rates[kind] * weight }
    now = instant
  }

  /// Counts an upload that passed and will not be heard of again.
  @inline(__always)
  mutating func countPassed(_ kind: SubjectKind) { passed[kind.index] += 1 }

  /// The uploads of a kind since the last tally that no class has.
  mutating func takeUnnoticed(_ kind: SubjectKind) -> Int {
    defer { expected[kind.index] = 0 }
    return unnoticed.poisson(mean: expected[kind.index])
  }

  /// The uploads of a class that turned out to be as unnoticed since the last tally.
  mutating func takePassed(_ kind: SubjectKind) -> Int {
    defer { passed[kind.index] = 0 }
    return passed[kind.index]
  }
}
