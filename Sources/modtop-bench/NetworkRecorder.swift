import Queueing

/// What is kept of a network's events; specialised away where nothing is kept.
protocol NetworkRecorder: ~Copyable {
  mutating func startAtOnce(_ station: Int, _ priorityClass: Int, _ now: Microseconds)
  mutating func joinLine(_ station: Int, _ now: Microseconds)
  mutating func leaveLine(
    _ station: Int, _ priorityClass: Int, _ wait: Microseconds, _ now: Microseconds)
  mutating func fallIdle(_ station: Int, _ now: Microseconds)
  /// A tiny number made of all that was kept, so that none of it is optimised away.
  func digest() -> Double
}

/// Keeps nothing: the model `net25`.
struct NoRecorder: NetworkRecorder {
  @inline(__always)
  func startAtOnce(_ station: Int, _ priorityClass: Int, _ now: Microseconds) {}
  @inline(__always)
  func joinLine(_ station: Int, _ now: Microseconds) {}
  @inline(__always)
  func leaveLine(
    _ station: Int, _ priorityClass: Int, _ wait: Microseconds, _ now: Microseconds
  ) {}
  @inline(__always)
  func fallIdle(_ station: Int, _ now: Microseconds) {}
  func digest() -> Double { 0 }
}

/// Keeps what a dashboard shows: the model `net25s`.
///
/// Queue length and busy servers of each station over time; mean, variance, extremes,
/// service level and histogram of the waits of each class.
struct FullRecorder: NetworkRecorder, ~Copyable {
  struct Levels: ~Copyable {
    var queue = TimeWeightedAverage()
    var busy = TimeWeightedAverage()
  }

  struct Waits: ~Copyable {
    var moments = RunningMoments()
    var withinTarget = 0
    var histogram = LogHistogram(subBucketBits: 5)
  }

  private static var target: Microseconds { Microseconds(Scale.unit) }

  private var levels = FixedArray<Levels>(count: 25) { _ in Levels() }
  private var waits = FixedArray<Waits>(count: 3) { _ in Waits() }

  @inline(__always)
  mutating func startAtOnce(_ station: Int, _ priorityClass: Int, _ now: Microseconds) {
    levels[station].busy.change(by: 1, at: now)
    add(0, priorityClass)
  }

  @inline(__always)
  mutating func joinLine(_ station: Int, _ now: Microseconds) {
    levels[station].queue.change(by: 1, at: now)
  }

  @inline(__always)
  mutating func leaveLine(
    _ station: Int, _ priorityClass: Int, _ wait: Microseconds, _ now: Microseconds
  ) {
    levels[station].queue.change(by: -1, at: now)
    add(wait, priorityClass)
  }

  @inline(__always)
  mutating func fallIdle(_ station: Int, _ now: Microseconds) {
    levels[station].busy.change(by: -1, at: now)
  }

  @inline(__always)
  private mutating func add(_ wait: Microseconds, _ priorityClass: Int) {
    waits[priorityClass].moments.add(Double(wait))
    waits[priorityClass].withinTarget += wait <= Self.target ? 1 : 0
    waits[priorityClass].histogram.add(wait)
  }

  func digest() -> Double {
    var sum = 0.0
    for index in 0..<25 {
      sum += levels[index].queue.area(until: .max >> 8) + levels[index].busy.area(until: .max >> 8)
    }
    for index in 0..<3 {
      sum += waits[index].moments.variance + Double(waits[index].withinTarget)
      sum += waits[index].histogram.quantile(0.95) ?? 0
    }
    return sum * 1e-100
  }
}
