import Moderation
import Queueing

/// The classes into which the uploads of a kind split by what can happen to them.
///
/// Poisson splitting makes their processes independent (Kingman, "Poisson
/// Processes", 1993, §5.1), so each can be drawn alone and the last one, which is
/// nearly all uploads, as a count.
struct UploadClasses {
  /// A class of which every member becomes a subject.
  enum Class: Int, CaseIterable {
    /// Breaks the policy.
    case violating
    /// Lawful with a score that a threshold may reach.
    case candidate
    /// Lawful with a lower score, and will be reported.
    case reported
  }

  /// Expected uploads a day over all signatories, by `Class`.
  let perDay: [Double]
  /// Expected lawful uploads a day with a lower score that nobody reports.
  let unreportedPerDay: Double

  init(_ kind: KindParameters) {
    let uploads = kind.uploadsPerDay.value
    let lawful = uploads * (1 - kind.violatingShare)
    let candidates = lawful * StandardNormal.upperTail(kind.screening.candidateAt.value)
    let reported = (lawful - candidates) * kind.reports.shareOfLawful.value
    perDay = [uploads * kind.violatingShare, candidates, reported]
    unreportedPerDay = lawful - candidates - reported
  }
}
