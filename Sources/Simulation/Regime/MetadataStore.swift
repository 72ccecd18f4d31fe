import Moderation
import Queueing

/// Where a signatory keeps login metadata, and answers an authority's requests for it.
struct MetadataStore {
  private let records: LoginRecords
  private(set) var audit = AuditLog()

  init(_ authority: AuthorityParameters, retention: Microseconds, seed: UInt64) {
    records = LoginRecords(
      perDay: authority.loginsPerDay.value, retention: retention, seed: seed)
  }

  /// Answers a request for the records of one account on one day.
  ///
  /// A refusal is in the audit log as well, and reads nothing.
  mutating func answer(
    account: UInt64, age: Microseconds, isRefused: Bool
  ) -> InformationRequest.Answer {
    let permit = audit.enter()
    if isRefused { return .refused }
    return records.read(account, age: age, permit).map { .disclosed(records: $0) } ?? .expired
  }
}
