import Moderation
import Queueing

/// An upload that can become a subject.
struct Upload {
  let id: UInt32
  let signatory: Int
  let kind: SubjectKind
  let policy: Int
  let sort: UploadClass.Sort
}

/// The uploads of some classes: a Poisson process whose rate changes by the hour.
///
/// One process for all signatories and classes: independent Poisson processes add up to
/// one, of which each arrival belongs to one of them with a probability in proportion to
/// its rate at that instant (Kingman, "Poisson Processes", 1993, §2.2 and §5.1). So the
/// next upload is one number, and not an entry of the calendar for each signatory.
///
/// Drawn exactly by inversion: an exponential amount of expected arrivals is used up along
/// the rate until nothing is left of it (Çinlar, "Introduction to Stochastic Processes",
/// 1975, ch. 4).
struct UploadStream {
  private let classes: [UploadClass]
  private let shares: [Double]
  /// Expected uploads a microsecond while the factor of every signatory is 1.
  private let baseRate: Double
  private let ids: Range<UInt32>
  private let classChoice: WeightedChoice
  /// By the signatories' shares and their noise of the day.
  private var signatoryChoice: WeightedChoice
  private var dayFactor = 1.0
  private var stream: RandomStream
  private var nextID: UInt32
  private var now: Microseconds = 0
  private var hour = 0
  private var hourEnd: Microseconds = 0
  private var rate = 0.0
  /// When the next upload comes; `Microseconds.max` before the start, and when none does.
  private(set) var nextTime = Microseconds.max

  init(_ classes: [UploadClass], shares: [Double], ids: Range<UInt32>, name: String, seed: UInt64) {
    self.classes = classes
    self.shares = shares
    self.ids = ids
    nextID = ids.lowerBound
    baseRate = classes.reduce(0) { $0 + $1.perDay } / Double(TimeUnit.day)
    classChoice = WeightedChoice(classes.map(\.perDay))
    signatoryChoice = WeightedChoice(shares)
    stream = RandomStream(seed: seed, name: name)
  }

  /// Has uploads come from an instant on.
  mutating func start(at instant: Microseconds, _ intensity: borrowing ArrivalIntensity) {
    now = instant
    hour = Int(instant / TimeUnit.hour)
    hourEnd = Microseconds(hour + 1) * TimeUnit.hour
    enterDay(intensity)
    rate = baseRate * dayFactor * intensity.expectedFactor(hour: hour)
    drawNext(intensity)
  }

  /// The upload that comes at `nextTime`, which the one after it replaces.
  @inline(__always)
  mutating func takeNext(_ intensity: borrowing ArrivalIntensity) -> Upload {
    let signatory = signatoryChoice.index(stream.uniform())
    let chosen = classChoice.index(stream.uniform())
    let upload = Upload(
      id: nextID, signatory: signatory, kind: classes[chosen].kind,
      policy: classes[chosen].policy, sort: classes[chosen].sort)
    nextID = nextID == ids.upperBound - 1 ? ids.lowerBound : nextID + 1
    drawNext(intensity)
    return upload
  }

  @inline(__always)
  private mutating func drawNext(_ intensity: borrowing ArrivalIntensity) {
    var remaining = stream.exponential()
    while true {
      let left = Double(hourEnd - now) * rate
      if remaining < left { break }
      remaining -= left
      guard baseRate > 0, hourEnd < SimulationClock.end - TimeUnit.hour else {
        nextTime = .max
        return
      }
      enterNextHour(intensity)
    }
    now = min(hourEnd, now + SimulationClock.nearest(remaining / rate))
    nextTime = now
  }

  @inline(never)
  private mutating func enterNextHour(_ intensity: borrowing ArrivalIntensity) {
    hour += 1
    now = hourEnd
    hourEnd += TimeUnit.hour
    if hour % 24 == 0 { enterDay(intensity) }
    rate = baseRate * dayFactor * intensity.expectedFactor(hour: hour)
  }

  private mutating func enterDay(_ intensity: borrowing ArrivalIntensity) {
    let weights = shares.indices.map {
      shares[$0] * intensity.noise(day: hour / 24, signatory: $0)
    }
    dayFactor = weights.reduce(0, +)
    signatoryChoice = WeightedChoice(weights)
  }
}
