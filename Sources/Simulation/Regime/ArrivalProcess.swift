import Queueing

/// One signatory's arrivals: a Poisson process whose rate changes by the hour.
///
/// Drawn exactly by inversion: an exponential amount of expected arrivals is used
/// up along the rate until nothing is left of it (Çinlar, "Introduction to
/// Stochastic Processes", 1975, ch. 4).
struct ArrivalProcess {
  private let signatory: Int
  /// Expected arrivals a microsecond while the factor is 1.
  private let baseRate: Double
  private var stream: RandomStream
  private var now: Microseconds = 0
  private var hour = -1
  private var hourEnd: Microseconds = 0
  private var rate = 0.0
  private var noise = 1.0

  init(signatory: Int, arrivalsPerDay: Double, seed: UInt64) {
    self.signatory = signatory
    baseRate = arrivalsPerDay / Double(TimeUnit.day)
    stream = RandomStream(seed: seed, name: "arrivals of \(signatory)")
  }

  /// The next arrival and a uniform number by which to tell what arrives.
  ///
  /// Nil when nothing ever arrives, or not within the clock's range.
  mutating func next(_ intensity: ArrivalIntensity) -> (time: Microseconds, mark: Double)? {
    guard baseRate > 0 else { return nil }
    var remaining = stream.exponential()
    while true {
      let left = Double(hourEnd - now) * rate
      if remaining < left { break }
      remaining -= left
      guard hourEnd < SimulationClock.end - TimeUnit.hour else { return nil }
      enterNextHour(intensity)
    }
    now = min(hourEnd, now + Microseconds((remaining / rate).rounded()))
    return (now, stream.uniform())
  }

  private mutating func enterNextHour(_ intensity: ArrivalIntensity) {
    hour += 1
    now = hourEnd
    hourEnd += TimeUnit.hour
    if hour % 24 == 0 { noise = intensity.noise(day: hour / 24, signatory: signatory) }
    rate = baseRate * intensity.expectedFactor(hour: hour) * noise
  }
}
