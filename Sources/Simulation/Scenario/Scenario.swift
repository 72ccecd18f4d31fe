import Moderation
import Queueing

/// A regime and the world it works in: everything a simulation needs but the seed.
///
/// Scenario files (`ScenarioFile`) are the only way to make one.
package struct Scenario: Sendable {
  package let facts: ScenarioFacts
  /// The share of all uploads of each signatory; they add up to 1.
  package let shares: [Double]
  package let arrivals: ArrivalPattern
  /// By `SubjectKind.index`.
  package let kinds: [KindParameters]
  package let review: ReviewParameters
  /// Nil when there is no way to appeal.
  package let appeals: AppealParameters?
  /// Where each graded value comes from.
  package let provenance: [ProvenanceEntry]
}

/// How uploads vary over time around their daily mean.
package struct ArrivalPattern: Sendable {
  /// 24 factors with mean 1.
  package let hourFactors: Graded<[Double]>
  /// 7 factors from Monday on, with mean 1.
  package let weekdayFactors: Graded<[Double]>
  /// The standard deviation of the logarithm of a day's noise, which has mean 1.
  package let dayNoiseLogSD: Graded<Double>

  /// The factor of an hour since the start without noise; its mean over a week is 1.
  ///
  /// - Parameter firstWeekday: the weekday of the first day, 0 for Monday.
  func expectedFactor(hour: Int, firstWeekday: Int) -> Double {
    hourFactors.value[hour % 24] * weekdayFactors.value[(firstWeekday + hour / 24) % 7]
  }
}

/// What is uploaded of one kind, how it is screened and what users report.
package struct KindParameters: Sendable {
  package let kind: SubjectKind
  package let uploadsPerDay: Graded<Double>
  package let violatingPerMillion: Graded<Double>
  package let screening: ScreeningParameters
  package let reports: ReportParameters
  /// The time a moderator takes for one review, in seconds.
  package let handlingSeconds: Graded<Distribution>

  /// The probability that an upload breaks the policy.
  package var violatingShare: Double { violatingPerMillion.value / 1_000_000 }
}

/// The scores of automated screening and the thresholds on them.
///
/// A score is normal with unit variance, around 0 for a lawful upload and around
/// `separation` for a violating one: the equal-variance model of signal detection
/// (Green and Swets, "Signal Detection Theory and Psychophysics", 1966).
package struct ScreeningParameters: Sendable {
  package let separation: Graded<Double>
  /// At or above it a subject is removed at once.
  package let removeAt: Graded<Double>
  /// From it on a subject waits for a moderator.
  package let reviewAt: Graded<Double>
  /// Lawful scores from here on are drawn one by one; no threshold lies below.
  package let candidateAt: Graded<Double>
}

/// What users report of what screening let pass.
package struct ReportParameters: Sendable {
  package let shareOfViolating: Graded<Double>
  package let shareOfLawful: Graded<Double>
  /// The mean of the exponential delay from upload to report, in hours.
  package let meanDelayHours: Graded<Double>
}

/// The moderators before the review queues, and how they decide.
package struct ReviewParameters: Sendable {
  /// The kinds in the order in which a free moderator takes them.
  package let priority: [SubjectKind]
  /// The probability that a decision agrees with the truth.
  package let accuracy: Graded<Double>
  /// They cover the day without gap or overlap, in order.
  package let shifts: [Shift]
}

/// A part of the day with a number of moderators on duty over all signatories.
package struct Shift: Sendable {
  /// Microseconds since midnight.
  package let start: Microseconds
  package let end: Microseconds
  package let moderators: Graded<Int>
  /// The fewest that a team has.
  package let minimum: Int
}

/// What happens to removals afterwards: appeals, and errors found without one.
package struct AppealParameters: Sendable {
  /// Of the wrongly removed, those whose owner appeals.
  package let shareOfWrongful: Graded<Double>
  /// Of the rightly removed, those whose owner appeals.
  package let shareOfRightful: Graded<Double>
  /// The mean of the exponential delay from removal to appeal, in hours.
  package let meanDelayHours: Graded<Double>
  /// How much longer than a first review an appeal takes.
  package let handlingFactor: Graded<Double>
  /// The probability that the decision agrees with the truth.
  package let accuracy: Graded<Double>
  /// Of the wrongly removed that nobody appeals, those that are restored all the same.
  package let shareRestoredUnasked: Graded<Double>
  /// The mean of the exponential delay from removal to that, in hours.
  package let meanRestoreHours: Graded<Double>
  /// Moderators for appeals alone, so that nobody decides on his own removal.
  package let shifts: [Shift]
}
