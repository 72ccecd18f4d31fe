/// Simulated time in whole microseconds: an instant since the start of the
/// simulation, or a span, as the name of the value says.
///
/// Integers make every comparison exact, so the order of events never depends
/// on rounding. The calendar accepts instants below 2⁶⁰ µs (some 36,000 years).
public typealias Microseconds = Int64

/// Lengths of the usual units in microseconds.
public enum TimeUnit {
  public static let millisecond: Microseconds = 1_000
  public static let second: Microseconds = 1_000_000
  public static let minute: Microseconds = 60 * second
  public static let hour: Microseconds = 60 * minute
  public static let day: Microseconds = 24 * hour
}
