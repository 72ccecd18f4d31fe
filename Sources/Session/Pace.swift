import Moderation
import Queueing

/// From wall time to the instant up to which a session should have advanced.
///
/// A pure function of the anchor at which it was last changed; wall time is
/// microseconds of any steady clock.
package struct Pace: Equatable, Sendable {
  package private(set) var isPaused = false
  package private(set) var speed: Speed
  /// The instant to race to before the speed counts; nil once it was reached.
  package private(set) var opening: Microseconds?
  /// Whether time runs back.
  package private(set) var isReversed = false
  /// Whether it pauses once it has reached its opening.
  private let pausesAtOpening: Bool
  private var wallAnchor: Microseconds
  private var anchor: Microseconds = 0

  /// No faster than this does time run back, since each look back is a seek.
  private static let fastestBack = Speed(perSecond: 30 * TimeUnit.day)

  /// A pace that races to `opening` and goes on from there, or waits there.
  package init(
    speed: Speed, opening: Microseconds, pausesAtOpening: Bool = false, at wall: Microseconds
  ) {
    self.speed = speed
    self.opening = opening > 0 ? opening : nil
    self.pausesAtOpening = pausesAtOpening
    isPaused = pausesAtOpening && opening <= 0
    wallAnchor = wall
  }

  /// The instant to advance to by now, never before `reached`, or after it in reverse.
  package func horizon(at wall: Microseconds, reached: Microseconds) -> Microseconds {
    if isPaused { return reached }
    if let opening { return max(reached, opening) }
    if isReversed { return reversedHorizon(at: wall, reached: reached) }
    if speed == .maximum { return SimulationClock.end - 1 }
    let elapsed = max(0, wall - wallAnchor)
    let (seconds, rest) = elapsed.quotientAndRemainder(dividingBy: TimeUnit.second)
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: speed.perSecond)
    guard !overflow else { return SimulationClock.end - 1 }
    let part = Double(rest) / Double(TimeUnit.second) * Double(speed.perSecond)
    let target = Double(anchor) + Double(whole) + part
    guard target < Double(SimulationClock.end) / 2 else { return SimulationClock.end - 1 }
    return max(reached, anchor + whole + Microseconds(part))
  }

  private func reversedHorizon(at wall: Microseconds, reached: Microseconds) -> Microseconds {
    let seconds = Double(max(0, wall - wallAnchor)) / Double(TimeUnit.second)
    let back = seconds * Double(min(speed, Self.fastestBack).perSecond)
    return min(reached, max(0, anchor - Microseconds(min(back, Double(anchor)))))
  }

  /// Notes where the session stands after it has advanced.
  ///
  /// One that could not follow its speed goes on from where it is, without a debt.
  package mutating func note(reached: Microseconds, at wall: Microseconds, isComplete: Bool) {
    if let opening, reached >= opening {
      self.opening = nil
      isPaused = isPaused || pausesAtOpening
      rebase(reached: reached, at: wall)
    } else if opening == nil, !isComplete {
      rebase(reached: reached, at: wall)
    }
  }

  /// Pauses or goes on.
  package mutating func setPaused(_ paused: Bool, reached: Microseconds, at wall: Microseconds) {
    isPaused = paused
    rebase(reached: reached, at: wall)
  }

  /// Changes the speed from here on.
  package mutating func setSpeed(_ speed: Speed, reached: Microseconds, at wall: Microseconds) {
    self.speed = speed
    rebase(reached: reached, at: wall)
  }

  /// Turns time around.
  package mutating func setReversed(
    _ reversed: Bool, reached: Microseconds, at wall: Microseconds
  ) {
    isReversed = reversed
    rebase(reached: reached, at: wall)
  }

  /// Lets the speed count from here and now on.
  package mutating func rebase(reached: Microseconds, at wall: Microseconds) {
    anchor = reached
    wallAnchor = wall
  }
}
