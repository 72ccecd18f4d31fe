import Moderation
import Queueing
import Simulation

/// The counters that a scenario without hashes, orders, strikes and second looks gives on
/// average, in closed form: what the simulation is held against.
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
struct ExpectedCounters: Sendable {
  let screened: Double
  /// The uploads that break the policy.
  let violating: Double
  let reviewed: Double
  let removed: Double
  let removedByScreening: Double
  let wronglyRemoved: Double
  let wronglyRemovedByScreening: Double
  let missed: Double

  /// The counters of a kind from the start up to an instant.
  ///
  /// Nil when the scenario's first policy does not screen and take reports of the kind.
  init?(_ scenario: Scenario, kind: SubjectKind, until instant: Microseconds) {
    let policy = scenario.policies[0]
    guard let parameters = policy.kinds[kind.index], let screening = parameters.screening,
      let reports = policy.reports
    else { return nil }
    let uploads =
      scenario.uploads[kind.index].perDay.value
      * Self.days(scenario.arrivals, scenario.facts, to: instant)
    let accuracy = scenario.teams[0].accuracy.value
    let violatingPath = Path(screening, reports, .violating, accuracy)
    let lawfulPath = Path(screening, reports, .lawful, accuracy)
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
      scenario.appeals.map {
        $0.shareOfRightful.value * (1 - (scenario.teams.last?.accuracy.value ?? 1))
      } ?? 0
    missed = bad * (1 - violatingPath.removed * (1 - wronglyRestored))
  }

  /// The share of the subjects removed by screening that break the policy.
  var screeningPrecision: Double { 1 - wronglyRemovedByScreening / removedByScreening }

  /// The share of all violating uploads that screening removes.
  var screeningRecall: Double {
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

    init(
      _ screening: ScreeningParameters, _ reports: ReportParameters, _ truth: Truth,
      _ accuracy: Double
    ) {
      let mean = truth == .violating ? screening.separation.value : 0
      removedAtOnce = StandardNormal.upperTail(screening.removeAt.value - mean)
      let flagged = StandardNormal.upperTail(screening.reviewAt.value - mean)
      let reportShare =
        truth == .violating ? reports.shareOfViolating.value : reports.shareOfLawful.value
      reviewed = flagged - removedAtOnce + (1 - flagged) * reportShare
      removed = removedAtOnce + reviewed * (truth == .violating ? accuracy : 1 - accuracy)
    }
  }
}
