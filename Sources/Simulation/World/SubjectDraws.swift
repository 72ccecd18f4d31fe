import Moderation
import Queueing

#if canImport(Glibc)
  import Glibc
#endif

/// What chance has in store for each subject, by its id.
///
/// Drawn by key: a subject's score, views, reports, handling times and the moderators'
/// errors are the same whatever the policy and in whatever order subjects are handled
/// (common random numbers).
struct SubjectDraws {
  /// What a number is for.
  enum Purpose: Int, CaseIterable {
    case score, views, copy, item, variant, owner
    case report, reportDelay, reporter, furtherReports, order, orderDelay, orderValidity
    case handling, decision, restriction, escalation, escalationDecision, escalationHandling
    case secondReview, secondDecision, secondHandling, lapse, withdrawal
    case contest, appeal, appealDelay, appealHandling, appealDecision, restoring
    case authorityReport, request, signatory
  }

  private let numbers: [KeyedRandom]

  init(seed: UInt64) {
    numbers = Purpose.allCases.map { KeyedRandom(seed: seed, purpose: "subject: \($0)") }
  }

  /// A number for a subject and a purpose, strictly between 0 and 1.
  ///
  /// - Parameter turn: tells repeated draws of one purpose for one subject apart.
  @inline(__always)
  func uniform(_ purpose: Purpose, of id: UInt32, turn: UInt64 = 0) -> Double {
    numbers[purpose.rawValue].uniform(UInt64(id) | turn << 32)
  }

  /// The numbers for a purpose, by subject's id.
  @inline(__always)
  func numbers(for purpose: Purpose) -> KeyedRandom { numbers[purpose.rawValue] }

  /// Whether something of that probability happens.
  @inline(__always)
  func happens(
    _ purpose: Purpose, to id: UInt32, probability: Double, turn: UInt64 = 0
  ) -> Bool {
    probability > 0 && uniform(purpose, of: id, turn: turn) < probability
  }

  /// An exponential delay with that mean.
  @inline(__always)
  func delay(_ purpose: Purpose, of id: UInt32, mean: Double, turn: UInt64 = 0) -> Double {
    -log(uniform(purpose, of: id, turn: turn)) * mean
  }
}
