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
  private let pattern: ArrivalPattern
  private let noise: KeyedRandom
  private let firstWeekday: Int

  init(_ scenario: Scenario, seed: UInt64) {
    pattern = scenario.arrivals
    noise = KeyedRandom(seed: seed, purpose: "day noise")
    firstWeekday = scenario.facts.clock.startDate.weekday
  }

  /// See `ArrivalPattern.expectedFactor`.
  func expectedFactor(hour: Int) -> Double {
    pattern.expectedFactor(hour: hour, firstWeekday: firstWeekday)
  }

  /// The noise of a day for one signatory: lognormal with mean 1.
  func noise(day: Int, signatory: Int) -> Double {
    let logSD = pattern.dayNoiseLogSD.value
    guard logSD > 0 else { return 1 }
    let normal = StandardNormal.quantile(noise.uniform(UInt64(day) << 16 | UInt64(signatory)))
    return exp(logSD * normal - logSD * logSD / 2)
  }
}
