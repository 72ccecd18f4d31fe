import Queueing

/// How long things took for the subjects of one kind, since the start.
struct Durations: Sendable {
  var actionFromUpload = DurationDistribution()
  var actionFromFlag = DurationDistribution()
  var handling = DurationDistribution()
  var appeals = DurationDistribution()

  /// A subject is removed or restricted that was neither.
  mutating func noteAction(_ transition: Transition, byModerator: Bool) {
    actionFromUpload.add(seconds: transition.age)
    // What automation removes at once has no flag from which to count.
    if byModerator { actionFromFlag.add(seconds: transition.sinceFlag) }
  }

  /// A moderator decides.
  mutating func noteDecision(
    _ placement: Placement, handling time: Microseconds, at now: Microseconds
  ) {
    handling.add(time)
    if placement.source == .appeal { appeals.add(now - placement.since) }
  }

  mutating func merge(_ other: Durations) {
    actionFromUpload.merge(other.actionFromUpload)
    actionFromFlag.merge(other.actionFromFlag)
    handling.merge(other.handling)
    appeals.merge(other.appeals)
  }

  var summary: DurationSummaries {
    DurationSummaries(
      actionFromUpload: actionFromUpload.summary, actionFromFlag: actionFromFlag.summary,
      handling: handling.summary, appeals: appeals.summary)
  }
}

/// How long things took, since the start.
package struct DurationSummaries: Equatable, Sendable {
  /// From upload until the subject was removed or restricted.
  package let actionFromUpload: DurationSummary
  /// From the first flag by screening, report or order until a moderator's decision removed
  /// or restricted the subject.
  package let actionFromFlag: DurationSummary
  /// From a moderator's claim until the decision.
  package let handling: DurationSummary
  /// From an appeal until the decision.
  package let appeals: DurationSummary
}
