import Moderation
import Queueing

/// The numbers of a kind that are needed at each event, without their provenance.
///
/// Copying a graded value copies the references of its texts; that was a quarter of
/// the time of an event.
struct KindConstants {
  let separation: Double
  let removeAt: Double
  let reviewAt: Double
  /// The probability that a lawful score is a candidate's.
  let candidateTail: Double
  let reportedShareOfViolating: Double
  let reportedShareOfLawful: Double
  /// In microseconds.
  let meanReportDelay: Double
  /// In seconds.
  let handling: Distribution
  let priorityClass: Int

  init(_ kind: KindParameters, priority: [SubjectKind]) {
    separation = kind.screening.separation.value
    removeAt = kind.screening.removeAt.value
    reviewAt = kind.screening.reviewAt.value
    candidateTail = StandardNormal.upperTail(kind.screening.candidateAt.value)
    reportedShareOfViolating = kind.reports.shareOfViolating.value
    reportedShareOfLawful = kind.reports.shareOfLawful.value
    meanReportDelay = kind.reports.meanDelayHours.value * Double(TimeUnit.hour)
    handling = kind.handlingSeconds.value
    priorityClass = priority.firstIndex(of: kind.kind) ?? kind.kind.index
  }
}
