import Queueing

/// One signatory's arrivals: a Poisson process whose rate changes by the hour.
///
/// Drawn exactly by inversion: an exponential amount of expected arrivals is used
/// up along the rate until nothing is left of it (Çinlar, "Introduction to
/// Stochastic Processes", 1975, ch. 4).
struct ArrivalProcess {
  /// Expected arrivals a microsecond while the factor is 1.
  private let baseRate: Double
  private var stream: RandomStream
  private var now: Microseconds = 0
  private var hour = -1
  private var hourEnd: Microseconds = 0
  private var rate = 0.0
  private var noise: ArrivalIntensity.DayNoise

  init(signatory: Int, arrivalsPerDay: Double, seed: UInt64) {
    baseRate = arrivalsPerDay / Double(TimeUnit.day)
    stream = RandomStream(seed: seed, name: "arrivals of \(signatory)")
    noise = ArrivalIntensity.DayNoise(signatory: signatory)
  }

  /// The next arrival; nil when nothing ever arrives, or not within the clock's range.
  @inline(__always)
  mutating func next(_ intensity: borrowing ArrivalIntensity) -> Microseconds? {
    guard baseRate > 0 else { return nil }
    var remaining = stream.exponential()
    while true {
      let left = Double(hourEnd - now) * rate
      if remaining < left { break }
      remaining -= left
      guard hourEnd < SimulationClock.end - TimeUnit.hour else { return nil }
      enterNextHour(intensity)
    }
    now = min(hourEnd, now + SimulationClock.nearest(remaining / rate))
    return now
  }

  /// A uniform number by which to tell what arrives, to be drawn once an arrival.
  @inline(__always)
  mutating func mark() -> Double { stream.uniform() }

  @inline(never)
  private mutating func enterNextHour(_ intensity: borrowing ArrivalIntensity) {
    hour += 1
    now = hourEnd
    hourEnd += TimeUnit.hour
    rate =
      baseRate * intensity.expectedFactor(hour: hour)
      * intensity.noise(day: hour / 24, &noise)
  }
}
