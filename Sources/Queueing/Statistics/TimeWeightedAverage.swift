/// The average over time of a level that changes in steps, such as a queue's length.
public struct TimeWeightedAverage: Equatable, Sendable {
  /// The level now.
  public private(set) var level: Double
  private var start: Microseconds
  private var last: Microseconds
  private var area = 0.0

  /// Begins to observe at an instant.
  public init(at start: Microseconds = 0, level: Double = 0) {
    self.start = start
    self.last = start
    self.level = level
  }

  /// Sets the level from `time` on, in O(1).
  ///
  /// - Precondition: `time` is not before the last change (checked in debug builds).
  @inline(__always)
  public mutating func set(_ newLevel: Double, at time: Microseconds) {
    assert(time >= last, "time runs backwards")
    area += Double(time &- last) * level
    last = time
    level = newLevel
  }

  /// Changes the level by a difference from `time` on, in O(1).
  @inline(__always)
  public mutating func change(by difference: Double, at time: Microseconds) {
    set(level + difference, at: time)
  }

  /// The integral of the level from the start until `time`, in microseconds times level.
  public func area(until time: Microseconds) -> Double {
    area + Double(time - last) * level
  }

  /// The average level from the start until `time`; the level itself over no time.
  public func average(until time: Microseconds) -> Double {
    time > start ? area(until: time) / Double(time - start) : level
  }

  /// Forgets what was before `time`, as after a warm-up, and keeps the level.
  public mutating func restart(at time: Microseconds) {
    start = time
    last = time
    area = 0
  }
}
