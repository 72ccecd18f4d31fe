/// One number an hour since the start, the newest `capacity` hours of them.
package struct HourlySeries: Equatable, Sendable {
  /// A little over a year; older hours are dropped, half the capacity at a time.
  package static let capacity = 24 * 400

  /// The hour of the first value.
  package private(set) var firstHour: Int64 = 0
  package private(set) var values: [Int32] = [0]

  package init() {}

  /// The hour of the last value.
  package var lastHour: Int64 { firstHour + Int64(values.count) - 1 }

  /// Opens the hours up to `hour`, each with `filler`.
  package mutating func advance(to hour: Int64, filler: Int32) {
    guard hour > lastHour else { return }
    if hour - lastHour > Int64(Self.capacity) {
      firstHour = hour - Int64(Self.capacity)
      values = [filler]
    }
    while lastHour < hour { values.append(filler) }
    if values.count > Self.capacity {
      let surplus = values.count - Self.capacity / 2
      values.removeFirst(surplus)
      firstHour += Int64(surplus)
    }
  }

  /// Adds to the newest hour.
  package mutating func add(_ amount: Int32) { values[values.count - 1] += amount }

  /// Makes the newest hour at least this great.
  package mutating func raise(to value: Int32) {
    if value > values[values.count - 1] { values[values.count - 1] = value }
  }

  /// The sums of the newest `count` runs of `hours` hours each, oldest first.
  ///
  /// The newest run ends with the newest hour; a run that began before the
  /// series is left out.
  package func sums(of hours: Int, newest count: Int) -> [Int] {
    runs(of: hours, newest: count) { $0.reduce(0) { $0 + Int($1) } }
  }

  /// The greatest values of the same runs.
  package func peaks(of hours: Int, newest count: Int) -> [Int] {
    runs(of: hours, newest: count) { Int($0.max() ?? 0) }
  }

  private func runs(
    of hours: Int, newest count: Int, _ value: (ArraySlice<Int32>) -> Int
  ) -> [Int] {
    let count = max(0, min(count, values.count / hours))
    return (0..<count).map { run in
      let end = values.count - (count - 1 - run) * hours
      return value(values[(end - hours)..<end])
    }
  }
}
