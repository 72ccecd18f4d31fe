import Moderation
import Queueing

#if canImport(Glibc)
  import Glibc
#endif

/// The numbers of a kind that are needed at each event, without their provenance.
///
/// Plain numbers only: copying a graded value, or a distribution in general form,
/// copies references, and that was a quarter of the time of an event.
struct KindConstants {
  /// Which uniform numbers stand for which outcome of screening.
  ///
  /// Comparing the number saves computing the score: a score is at or above a
  /// threshold just when its number is on one side of the threshold's probability.
  struct Bounds {
    let remove: Double
    let review: Double
  }

  /// A violating subject's number is at or above them for a high score.
  let violating: Bounds
  /// A lawful candidate's number is at or below them for a high score.
  let candidate: Bounds
  let reportedShareOfViolating: Double
  let reportedShareOfLawful: Double
  /// In microseconds.
  let meanReportDelay: Double
  /// The mean and standard deviation of the logarithm of the handling time in
  /// microseconds, which is lognormal.
  let handlingLogMean: Double
  let handlingLogSD: Double
  let priorityClass: Int

  init(_ kind: KindParameters, priority: [SubjectKind]) {
    let screening = kind.screening
    let separation = screening.separation.value
    violating = Bounds(
      remove: StandardNormal.cdf(screening.removeAt.value - separation),
      review: StandardNormal.cdf(screening.reviewAt.value - separation))
    let tail = StandardNormal.upperTail(screening.candidateAt.value)
    candidate = Bounds(
      remove: StandardNormal.upperTail(screening.removeAt.value) / tail,
      review: StandardNormal.upperTail(screening.reviewAt.value) / tail)
    reportedShareOfViolating = kind.reports.shareOfViolating.value
    reportedShareOfLawful = kind.reports.shareOfLawful.value
    meanReportDelay = kind.reports.meanDelayHours.value * Double(TimeUnit.hour)
    let law = kind.handlingSeconds.value
    let variance = log1p(law.scv)
    handlingLogMean = log(law.mean * Double(TimeUnit.second)) - variance / 2
    handlingLogSD = variance.squareRoot()
    priorityClass = priority.firstIndex(of: kind.kind) ?? kind.kind.index
  }

  /// The handling time in microseconds that a uniform number stands for.
  func handlingTime(_ uniform: Double) -> Double {
    exp(handlingLogMean + handlingLogSD * StandardNormal.quantile(uniform))
  }
}
