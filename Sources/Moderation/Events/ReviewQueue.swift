/// A queue of jobs for moderators: one per kind for the first review, one for appeals.
package enum ReviewQueue: UInt8, CaseIterable, Sendable {
  case posts, videos, accounts, appeals

  /// The number of queues; arrays by queue have this length.
  package static let count = allCases.count

  /// The index into arrays by queue.
  package var index: Int { Int(rawValue) }

  /// The queue for the first review of a kind.
  package init(for kind: SubjectKind) {
    self =
      switch kind {
      case .post: .posts
      case .video: .videos
      case .account: .accounts
      }
  }

  /// The kind that is reviewed in it; nil for appeals, which are of all kinds.
  package var kind: SubjectKind? {
    switch self {
    case .posts: .post
    case .videos: .video
    case .accounts: .account
    case .appeals: nil
    }
  }

  /// The name as a label.
  package var name: String { kind?.plural ?? "Appeals" }
}
