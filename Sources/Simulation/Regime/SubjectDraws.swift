import Moderation
import Queueing

#if canImport(Glibc)
  import Glibc
#endif

/// What chance has in store for each subject, by its id.
///
/// Drawn by key: a subject's score, reports, handling time and the moderator's error
/// are the same whatever the policy and in whatever order subjects are handled
/// (common random numbers).
struct SubjectDraws {
  private let score: KeyedRandom
  private let report: KeyedRandom
  private let reportDelay: KeyedRandom
  private let handling: KeyedRandom
  private let decision: KeyedRandom
  private let appeal: KeyedRandom
  private let appealDelay: KeyedRandom
  private let appealHandling: KeyedRandom
  private let appealDecision: KeyedRandom
  private let restoring: KeyedRandom

  init(seed: UInt64) {
    score = KeyedRandom(seed: seed, purpose: "screening score")
    report = KeyedRandom(seed: seed, purpose: "user report")
    reportDelay = KeyedRandom(seed: seed, purpose: "report delay")
    handling = KeyedRandom(seed: seed, purpose: "handling time")
    decision = KeyedRandom(seed: seed, purpose: "decision")
    appeal = KeyedRandom(seed: seed, purpose: "appeal")
    appealDelay = KeyedRandom(seed: seed, purpose: "appeal delay")
    appealHandling = KeyedRandom(seed: seed, purpose: "appeal handling time")
    appealDecision = KeyedRandom(seed: seed, purpose: "appeal decision")
    restoring = KeyedRandom(seed: seed, purpose: "restored unasked")
  }

  /// The screening score; lawful subjects without a candidate's score have a lower one.
  func score(of subject: Subject, isCandidate: Bool, _ kind: borrowing KindConstants) -> Double {
    switch subject.truth {
    case .violating:
      return kind.separation + StandardNormal.quantile(score.uniform(UInt64(subject.id)))
    case .lawful:
      guard isCandidate else { return -.infinity }
      return StandardNormal.upperTailQuantile(
        score.uniform(UInt64(subject.id)) * kind.candidateTail)
    }
  }

  /// Whether a subject that screening passed is reported, with this probability.
  func isReported(_ subject: Subject, probability: Double) -> Bool {
    report.uniform(UInt64(subject.id)) < probability
  }

  /// The time from upload to report in microseconds: exponential.
  func reportDelay(of subject: Subject, _ kind: borrowing KindConstants) -> Double {
    -log(reportDelay.uniform(UInt64(subject.id))) * kind.meanReportDelay
  }

  /// The time that a moderator takes, in microseconds.
  func handlingTime(of subject: Subject, _ kind: borrowing KindConstants) -> Double {
    kind.handling.quantile(handling.uniform(UInt64(subject.id))) * Double(TimeUnit.second)
  }

  /// What the moderator decides, who is right with this probability.
  func decision(on subject: Subject, accuracy: Double) -> Decision {
    let isRight = decision.uniform(UInt64(subject.id)) < accuracy
    return (subject.truth == .violating) == isRight ? .remove : .keep
  }

  /// Whether the owner of a removed subject appeals.
  func isAppealed(_ subject: Subject, _ appeals: AppealConstants) -> Bool {
    let share =
      subject.truth == .lawful ? appeals.shareOfWrongful : appeals.shareOfRightful
    return appeal.uniform(UInt64(subject.id)) < share
  }

  /// Whether a wrong removal that nobody appeals is undone all the same.
  func isRestoredUnasked(_ subject: Subject, _ appeals: AppealConstants) -> Bool {
    subject.truth == .lawful
      && restoring.uniform(UInt64(subject.id)) < appeals.shareRestoredUnasked
  }

  /// The time from the removal to the appeal or the restoration in microseconds: exponential.
  func afterthoughtDelay(of subject: Subject, mean: Double) -> Double {
    -log(appealDelay.uniform(UInt64(subject.id))) * mean
  }

  /// The time that a moderator takes for the appeal, in microseconds.
  func appealHandlingTime(
    of subject: Subject, _ kind: borrowing KindConstants, factor: Double
  ) -> Double {
    kind.handling.quantile(appealHandling.uniform(UInt64(subject.id))) * factor
      * Double(TimeUnit.second)
  }

  /// What becomes of the appeal, with a moderator who is right with this probability.
  func appealOutcome(of subject: Subject, accuracy: Double) -> AppealOutcome {
    let isRight = appealDecision.uniform(UInt64(subject.id)) < accuracy
    return (subject.truth == .lawful) == isRight ? .overturned : .upheld
  }
}
