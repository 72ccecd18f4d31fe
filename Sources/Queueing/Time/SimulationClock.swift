/// A sampled delay that cannot be added to the clock.
///
/// Thrown when a delay is negative or not a number, or when the instant it leads
/// to is not below ``SimulationClock/end``.
public struct ClockOverflow: Error, Equatable, Sendable, CustomStringConvertible {
  /// The instant at which the delay begins, in microseconds.
  public let now: Microseconds
  /// The delay as it was sampled, in microseconds.
  public let delay: Double

  public init(now: Microseconds, delay: Double) {
    self.now = now
    self.delay = delay
  }

  public var description: String {
    "delay: \(delay) µs cannot be added to the clock at \(now) µs"
  }
}

/// Arithmetic on the simulated clock.
///
/// Sampled durations are real numbers and the clock is whole microseconds. This is
/// the one place where the two meet, so the one place where the clock can overflow.
public enum SimulationClock {
  /// The first instant that no event can have: 2⁶⁰ − 1 µs, some 36,500 years.
  public static let end: Microseconds = (1 << 60) - 1

  /// The instant `delay` microseconds after `now`, rounded half up.
  ///
  /// - Parameters:
  ///   - delay: A non-negative duration in microseconds.
  ///   - now: An instant in `0 ..< end`, in microseconds.
  /// - Returns: An instant in `now ..< end`.
  /// - Throws: ``ClockOverflow`` when the delay is negative or not a number, or the sum
  ///   reaches ``end``.
  @inline(__always)
  public static func adding(
    _ delay: Double, to now: Microseconds
  ) throws(ClockOverflow) -> Microseconds {
    // False for a delay that is not a number as well.
    guard delay >= 0, delay < 0x1p60 else { throw ClockOverflow(now: now, delay: delay) }
    let instant = now &+ Microseconds(delay + 0.5)
    guard instant < end else { throw ClockOverflow(now: now, delay: delay) }
    return instant
  }

  /// The whole number nearest to a span, halves away from zero: what `rounded()` gives,
  /// without its call of the C library.
  ///
  /// - Precondition: `span` is a number, and not beyond the range of `Microseconds`.
  @inline(__always)
  public static func nearest(_ span: Double) -> Microseconds {
    let whole = Microseconds(span)
    // Exact, and 0 from 2⁵³ on.
    let rest = span - Double(whole)
    return whole &+ (rest >= 0.5 ? 1 : 0) &- (rest <= -0.5 ? 1 : 0)
  }
}
