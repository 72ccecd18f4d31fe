import Moderation
import Queueing

/// The login metadata of synthetic accounts: where a signatory keeps it, and the only way
/// to it.
///
/// Nothing reads a record but `answer(_:refused:at:)`, and nothing there answers without an
/// entry in the audit log. The store has no other entrance: that is what the sources say
/// of the regime, and the model holds itself to it. Records are counts; there is nobody
/// whose they are.
struct MetadataStore {
  /// How long a record is kept.
  private let retention: Microseconds
  /// Records of an account a day, on average.
  private let loginsPerDay: Double
  private var records: RandomStream
  /// The number of entries of the audit log; the entries themselves are the events.
  private(set) var auditEntries = 0
  /// The number of answers that disclosed, found expired or refused.
  private(set) var answers = 0

  init(_ authority: AuthorityParameters, retention: Microseconds, seed: UInt64) {
    self.retention = retention
    loginsPerDay = authority.loginsPerDay.value
    records = RandomStream(seed: seed, name: "login records")
  }

  /// Answers a request for the records of one account on one day.
  ///
  /// - Parameters:
  ///   - age: the time since that day ended.
  ///   - audit: is told of the access before anything is handed over.
  mutating func answer(
    _ request: InformationRequest, age: Microseconds, isRefused: Bool,
    audit: (InformationRequest, InformationRequest.Answer) -> Void
  ) -> InformationRequest.Answer {
    let answer: InformationRequest.Answer =
      isRefused
      ? .refused
      : age >= retention
        ? .expired : .disclosed(records: UInt32(records.poisson(mean: loginsPerDay)))
    auditEntries += 1
    audit(request, answer)
    answers += 1
    assert(answers == auditEntries, "an access is not in the audit log")
    return answer
  }
}
