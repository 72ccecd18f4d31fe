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

  /// Replaces the value of the newest hour.
  package mutating func set(_ value: Int32) { values[values.count - 1] = value }

  /// The sums of the newest `count` runs of `hours` hours each, oldest first.
  ///
  /// The newest run ends with the newest hour; a run that began before the
  /// series is left out.
  package func sums(of hours: Int, newest count: Int) -> [Int] {
    let runs = max(0, min(count, values.count / hours))
    return (0..<runs).map { run in
      let end = values.count - (runs - 1 - run) * hours
      return values[(end - hours)..<end].reduce(0) { $0 + Int($1) }
    }
  }
}
