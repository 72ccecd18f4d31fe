/// What kind of thing is moderated: the three that the pledge's counters name.
package enum SubjectKind: UInt8, CaseIterable, Sendable {
  case post, video, account

  /// The number of kinds; arrays by kind have this length.
  package static let count = allCases.count

  /// The index into arrays by kind.
  package var index: Int { Int(rawValue) }

  /// The name in scenario files and exports.
  package var name: String {
    switch self {
    case .post: "post"
    case .video: "video"
    case .account: "account"
    }
  }

  /// The name of many, as a label.
  package var plural: String {
    switch self {
    case .post: "Posts"
    case .video: "Videos"
    case .account: "Accounts"
    }
  }
}
