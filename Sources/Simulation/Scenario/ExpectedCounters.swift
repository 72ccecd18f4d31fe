import Moderation
import Queueing

/// The counters that a scenario gives on average, in closed form.
///
/// Per upload of a truth t, with α(t) the probability of a score at or above the
/// removal threshold, β(t) of one between the thresholds, γ(t) = 1 − α(t) − β(t),
/// ρ(t) the share of those passed that is reported and κ the moderators' accuracy:
///
///     reviewed(t)       = β(t) + γ(t) ρ(t)
///     removed(violating) = α + κ (β + γ ρ)
///     removed(lawful)    = α + (1 − κ) (β + γ ρ)
///
/// times the expected uploads of that truth up to the instant. Missed are the violating
/// ones that are not removed or come back on an appeal that is decided wrongly. Subjects
/// that are still waiting, unreported or not appealed yet at the instant are counted as
/// if all were over; within a scenario's staffing that is under one part in a thousand
/// of a season's removals.
package struct ExpectedCounters: Sendable {
  package let screened: Double
  /// The uploads that break the policy.
  package let violating: Double
  package let reviewed: Double
  package let removed: Double
  package let removedByScreening: Double
  package let wronglyRemoved: Double
  package let wronglyRemovedByScreening: Double
  package let missed: Double

  /// The counters of a kind from the start up to an instant.
  package init(_ scenario: Scenario, kind: SubjectKind, until instant: Microseconds) {
    let parameters = scenario.kinds[kind.index]
    let uploads =
      parameters.uploadsPerDay.value * Self.days(scenario.arrivals, scenario.facts, to: instant)
    let violatingPath = Path(parameters, .violating, scenario.review.accuracy.value)
    let lawfulPath = Path(parameters, .lawful, scenario.review.accuracy.value)
    let bad = uploads * parameters.violatingShare
    let good = uploads - bad
    screened = uploads
    violating = bad
    reviewed = bad * violatingPath.reviewed + good * lawfulPath.reviewed
    removedByScreening = bad * violatingPath.removedAtOnce + good * lawfulPath.removedAtOnce
    wronglyRemovedByScreening = good * lawfulPath.removedAtOnce
    removed = bad * violatingPath.removed + good * lawfulPath.removed
    wronglyRemoved = good * lawfulPath.removed
    let wronglyRestored =
      scenario.appeals.map { $0.shareOfRightful.value * (1 - $0.accuracy.value) } ?? 0
    missed = bad * (1 - violatingPath.removed * (1 - wronglyRestored))
  }

  /// The share of the subjects removed by screening that break the policy.
  package var screeningPrecision: Double { 1 - wronglyRemovedByScreening / removedByScreening }

  /// The share of all violating uploads that screening removes.
  package var screeningRecall: Double {
    (removedByScreening - wronglyRemovedByScreening) / violating
  }

  /// The expected days up to an instant, each weighted with its factors.
  private static func days(
    _ pattern: ArrivalPattern, _ facts: ScenarioFacts, to instant: Microseconds
  ) -> Double {
    let firstWeekday = facts.clock.startDate.weekday
    let hours = Int(instant / TimeUnit.hour)
    func factor(_ hour: Int) -> Double {
      pattern.expectedFactor(hour: hour, firstWeekday: firstWeekday) / 24
    }
    let rest = Double(instant % TimeUnit.hour) / Double(TimeUnit.hour)
    return (0..<hours).reduce(0) { $0 + factor($1) } + rest * factor(hours)
  }

  /// Where an upload of one truth ends, as probabilities.
  private struct Path {
    let removedAtOnce: Double
    let reviewed: Double
    let removed: Double

    init(_ kind: KindParameters, _ truth: Truth, _ accuracy: Double) {
      let mean = truth == .violating ? kind.screening.separation.value : 0
      removedAtOnce = StandardNormal.upperTail(kind.screening.removeAt.value - mean)
      let flagged = StandardNormal.upperTail(kind.screening.reviewAt.value - mean)
      let reportShare =
        truth == .violating
        ? kind.reports.shareOfViolating.value : kind.reports.shareOfLawful.value
      reviewed = flagged - removedAtOnce + (1 - flagged) * reportShare
      removed = removedAtOnce + reviewed * (truth == .violating ? accuracy : 1 - accuracy)
    }
  }
}
