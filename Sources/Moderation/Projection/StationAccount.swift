import Queueing

/// The moderators of one station: their number, and what their time went into.
///
/// The integral over time of a level is the level times the time, less, for each step, its
/// height times its instant: a step changes two numbers and no others.
struct StationAccount: Sendable {
  /// What is counted, and integrated over time.
  private enum Level: Int {
    case onDuty, resting, busy, exposed
  }

  static let hours: Int64 = 24

  /// By `Level`.
  var levels = InlineArray<4, Double>(repeating: 0)
  /// The heights of the steps times their instants, by `Level`.
  var offsets = InlineArray<4, Double>(repeating: 0)
  var decisions = 0
  var hour: Int64 = 0
  /// The integrals at the starts of the last 24 hours, by hour modulo `hours`.
  var marks = InlineArray<24, SIMD4<Double>>(repeating: SIMD4())

  mutating func setOnDuty(_ count: Int, at instant: Microseconds) {
    step(.onDuty, by: Double(count) - levels[Level.onDuty.rawValue], at: instant)
  }

  mutating func setResting(_ count: Int, at instant: Microseconds) {
    step(.resting, by: Double(count) - levels[Level.resting.rawValue], at: instant)
  }

  /// A moderator takes a job.
  mutating func claim(isExposing: Bool, at instant: Microseconds) {
    step(.busy, by: 1, at: instant)
    if isExposing { step(.exposed, by: 1, at: instant) }
  }

  /// A moderator is done with a job, by a decision or because the claim lapsed.
  mutating func finish(isExposing: Bool, isDecided: Bool, at instant: Microseconds) {
    step(.busy, by: -1, at: instant)
    if isExposing { step(.exposed, by: -1, at: instant) }
    if isDecided { decisions += 1 }
    assert(levels[Level.busy.rawValue] >= 0, "more jobs are decided than claimed")
  }

  /// Remembers how things stood at the starts of the hours up to this one.
  mutating func startHour(_ newHour: Int64) {
    // Not by a method: this is read as a copy, of a kilobyte, for each station and hour.
    let (levels, offsets) = (levels, offsets)
    for passed in max(hour, newHour - Self.hours) + 1...newHour {
      marks[Int(passed % Self.hours)] = Self.areas(levels, offsets, at: passed * TimeUnit.hour)
    }
    hour = newHour
  }

  /// The state at an instant that is not before the last change.
  func state(at instant: Microseconds) -> WorkforceState {
    let total = Self.areas(levels, offsets, at: instant)
    // The oldest mark is that of the start of the hour 23 hours ago; before the first
    // day is over it is the start of everything.
    let recent = total - marks[Int((hour + 1) % Self.hours)]
    return WorkforceState(
      levels: SIMD4(levels[0], levels[1], levels[2], levels[3]), total: total, recent: recent,
      decisions: decisions)
  }

  private mutating func step(_ level: Level, by height: Double, at instant: Microseconds) {
    levels[level.rawValue] += height
    offsets[level.rawValue] += height * Double(instant)
  }

  /// Microseconds by `Level` until an instant.
  static func areas(
    _ levels: InlineArray<4, Double>, _ offsets: InlineArray<4, Double>, at instant: Microseconds
  ) -> SIMD4<Double> {
    let time = Double(instant)
    return SIMD4(
      levels[0] * time - offsets[0], levels[1] * time - offsets[1],
      levels[2] * time - offsets[2], levels[3] * time - offsets[3])
  }
}
