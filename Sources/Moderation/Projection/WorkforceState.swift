import Queueing

/// The moderators of a station or of several: their number, and what their time went into.
package struct WorkforceState: Equatable, Sendable {
  /// On duty, resting, busy, busy with violating subjects.
  private var levels = SIMD4<Double>()
  /// Microseconds of the same since the start.
  private var total = SIMD4<Double>()
  /// Microseconds of the same over the last 24 hours.
  private var recent = SIMD4<Double>()
  /// Decisions since the start.
  package private(set) var decisions = 0

  package init() {}

  init(
    levels: SIMD4<Double>, total: SIMD4<Double>, recent: SIMD4<Double>, decisions: Int
  ) {
    self.levels = levels
    self.total = total
    self.recent = recent
    self.decisions = decisions
  }

  /// Moderators on duty now, those on a break among them.
  package var onDuty: Int { Int(levels[0]) }
  /// On a break now.
  package var resting: Int { Int(levels[1]) }
  /// With a job now.
  package var busy: Int { Int(levels[2]) }

  /// Hours on duty, over all moderators, since the start.
  package var dutyHours: Double { total[0] / Double(TimeUnit.hour) }
  /// Hours on a break.
  package var restHours: Double { total[1] / Double(TimeUnit.hour) }
  /// Hours with a job.
  package var busyHours: Double { total[2] / Double(TimeUnit.hour) }
  /// Minutes with a job whose subject does break the policy.
  package var exposureMinutes: Double { total[3] / Double(TimeUnit.minute) }
  /// The same of the last 24 hours.
  package var recentExposureMinutes: Double { recent[3] / Double(TimeUnit.minute) }

  /// Busy time as a share of time on duty since the start; nil when nobody was on duty.
  ///
  /// Above 1 when moderators finish what they have after their shifts.
  package var utilization: Double? { total[0] > 0 ? total[2] / total[0] : nil }
  /// The same over the last 24 hours.
  package var recentUtilization: Double? { recent[0] > 0 ? recent[2] / recent[0] : nil }

  /// Busy seconds a decision, lapsed claims and reviews under way among them; nil before
  /// the first one.
  package var secondsPerDecision: Double? {
    decisions == 0 ? nil : total[2] / Double(TimeUnit.second) / Double(decisions)
  }

  package static func += (left: inout WorkforceState, right: WorkforceState) {
    left.levels += right.levels
    left.total += right.total
    left.recent += right.recent
    left.decisions += right.decisions
  }
}
