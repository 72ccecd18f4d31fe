/// One number an hour since the start, the newest `capacity` hours of them.
///
/// Which hours are held depends on the newest one alone, and not on the steps in which it
/// was reached: so the same log folded in other batches gives the same series.
///
/// The hour that is not over is held apart, so that a copy, such as a snapshot has, costs
/// nothing until the hour turns.
package struct HourlySeries: Equatable, Sendable {
  /// A little over a year; older hours are dropped, half the capacity at a time.
  package static let capacity = 24 * 400

  /// The hour of the first value.
  package internal(set) var firstHour: Int64 = 0
  /// The hours that are over.
  var past: [Int32] = []
  var newest: Int32 = 0

  package init() {}

  /// Oldest first; the last is that of the hour that is not over.
  package var values: [Int32] { past + [newest] }

  /// The number of hours held.
  package var count: Int { past.count + 1 }

  /// The hour of the last value.
  package var lastHour: Int64 { firstHour + Int64(past.count) }

  /// The first hour that is held when the newest is this one.
  static func firstHour(upTo newest: Int64) -> Int64 {
    let half = Int64(capacity / 2)
    return max(0, (newest / half - 1) * half)
  }

  /// Opens the hours up to `hour`, each with `filler`.
  package mutating func advance(to hour: Int64, filler: Int32) {
    guard hour > lastHour else { return }
    past.append(newest)
    newest = filler
    let first = Self.firstHour(upTo: hour)
    if first > firstHour {
      past.removeFirst(Int(min(first - firstHour, Int64(past.count))))
      firstHour = first
    }
    while lastHour < hour { past.append(filler) }
  }

  /// Adds to the newest hour.
  package mutating func add(_ amount: Int32) { newest += amount }

  /// Makes the newest hour at least this great.
  package mutating func raise(to value: Int32) { newest = max(newest, value) }

  /// The sums of the newest `count` runs of `hours` hours each, oldest first.
  ///
  /// The newest run ends with the newest hour; a run that began before the
  /// series is left out.
  package func sums(of hours: Int, newest count: Int) -> [Int] {
    runs(of: hours, newest: count) { $0 + Int($1) }
  }

  /// The greatest values of the same runs; no value is negative.
  package func peaks(of hours: Int, newest count: Int) -> [Int] {
    runs(of: hours, newest: count) { max($0, Int($1)) }
  }

  private func runs(
    of hours: Int, newest wanted: Int, _ add: (Int, Int32) -> Int
  ) -> [Int] {
    let runs = max(0, min(wanted, count / hours))
    return (0..<runs).map { run in
      let end = count - (runs - 1 - run) * hours
      let sum = past[(end - hours)..<min(end, past.count)].reduce(0, add)
      return end == count ? add(sum, newest) : sum
    }
  }
}
