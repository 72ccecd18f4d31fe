/// Simulated time in whole microseconds: an instant since the start of the
/// simulation, or a span, as the name of the value says.
///
/// Integers make every comparison exact, so the order of events never depends
/// on rounding. The calendar accepts instants below 2⁶⁰ µs (some 36,000 years).
package typealias Microseconds = Int64

/// Lengths of the usual units in microseconds.
package enum TimeUnit {
  package static let millisecond: Microseconds = 1_000
  package static let second: Microseconds = 1_000_000
  package static let minute: Microseconds = 60 * second
  package static let hour: Microseconds = 60 * minute
  package static let day: Microseconds = 24 * hour
}
