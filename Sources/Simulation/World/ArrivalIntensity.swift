import Moderation
import Queueing

#if canImport(Glibc)
  import Glibc
#endif

/// How fast uploads come at each instant, as a multiple of their daily mean.
///
/// The rate is constant within an hour: hour of day × day of week × the day's noise.
/// Noise is drawn by key, so any hour can be asked for in any order.
struct ArrivalIntensity {
  /// The factors without noise, by hour of the week from the scenario's first hour on.
  private let weekFactors: [Double]
  private let noiseLogSD: Double
  private let noise: KeyedRandom

  /// One signatory's noise of the day that was asked for last.
  struct DayNoise {
    let signatory: Int
    fileprivate var day = -1
    fileprivate var factor = 1.0

    init(signatory: Int) { self.signatory = signatory }
  }

  init(_ scenario: Scenario, seed: UInt64) {
    let firstWeekday = scenario.facts.clock.startDate.weekday
    weekFactors = (0..<168).map {
      scenario.arrivals.expectedFactor(hour: $0, firstWeekday: firstWeekday)
    }
    noiseLogSD = scenario.arrivals.dayNoiseLogSD.value
    noise = KeyedRandom(seed: seed, purpose: "day noise")
  }

  /// See `ArrivalPattern.expectedFactor`.
  func expectedFactor(hour: Int) -> Double { weekFactors[hour % weekFactors.count] }

  /// The noise of a day for one signatory: lognormal with mean 1.
  func noise(day: Int, signatory: Int) -> Double {
    guard noiseLogSD > 0 else { return 1 }
    let normal = StandardNormal.quantile(noise.uniform(UInt64(day) << 16 | UInt64(signatory)))
    return exp(noiseLogSD * normal - noiseLogSD * noiseLogSD / 2)
  }

  /// The same for the signatory that was asked about before, and mostly about that day.
  private func noise(day: Int, _ latest: inout DayNoise) -> Double {
    if day != latest.day {
      latest.factor = noise(day: day, signatory: latest.signatory)
      latest.day = day
    }
    return latest.factor
  }

  /// The integral of the factor, noise included, over at most some hours.
  func weight(
    from start: Microseconds, to end: Microseconds, _ latest: inout DayNoise
  ) -> Double {
    var weight = 0.0
    var begin = start
    while begin < end {
      let hour = begin / TimeUnit.hour
      let stop = min(end, (hour + 1) * TimeUnit.hour)
      weight +=
        Double(stop - begin) * expectedFactor(hour: Int(hour))
        * noise(day: Int(hour) / 24, &latest)
      begin = stop
    }
    return weight
  }
}
