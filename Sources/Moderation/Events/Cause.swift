/// What brought a change of standing about.
public enum Cause: UInt8, CaseIterable, Sendable {
  /// Automated screening at upload.
  case screening
  /// A match with the hash bank at upload.
  case hashBank
  /// An automation that went wrong in bulk.
  case bulkError
  /// A user's report.
  case report
  /// A trusted flagger's report.
  case trustedReport
  /// An authority's removal order.
  case order
  /// A moderator's first decision.
  case review
  /// A moderator who was not sure, or the decision of whom he asked.
  case escalation
  /// A second review of a decision.
  case secondReview
  /// Too many strikes against the account.
  case strikes
  /// The owner's appeal.
  case appeal
  /// An error that was found without an appeal.
  case audit
  /// The owner's own doing.
  case owner

  public static let count = allCases.count
  public var index: Int { Int(rawValue) }

  /// The causes that can remove a subject, in the order of the ledger.
  public static let removing: [Cause] = [
    .screening, .hashBank, .review, .escalation, .secondReview, .order, .strikes, .bulkError,
  ]

  /// Those of them in which no moderator has a part.
  public static let automated: [Cause] = [.screening, .hashBank, .bulkError]

  /// The name as a label.
  public var label: String {
    switch self {
    case .screening: "Screening"
    case .hashBank: "Hash bank"
    case .bulkError: "Bulk error"
    case .report: "Report"
    case .trustedReport: "Trusted flagger"
    case .order: "Removal order"
    case .review: "Review"
    case .escalation: "Escalation"
    case .secondReview: "Second review"
    case .strikes: "Strikes"
    case .appeal: "Appeal"
    case .audit: "Audit"
    case .owner: "Owner"
    }
  }

  /// The word in exports.
  public var name: String {
    switch self {
    case .hashBank: "hash_bank"
    case .bulkError: "bulk_error"
    case .trustedReport: "trusted_report"
    case .secondReview: "second_review"
    case .screening, .report, .order, .review, .escalation, .strikes, .appeal, .audit, .owner:
      "\(self)"
    }
  }
}
