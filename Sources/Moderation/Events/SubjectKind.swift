/// What kind of thing is moderated: the three that the pledge's counters name.
public enum SubjectKind: UInt8, CaseIterable, Sendable {
  case post, video, account

  /// The number of kinds; arrays by kind have this length.
  public static let count = allCases.count

  /// The index into arrays by kind.
  public var index: Int { Int(rawValue) }

  /// The name in scenario files and exports.
  public var name: String {
    switch self {
    case .post: "post"
    case .video: "video"
    case .account: "account"
    }
  }

  /// The name of many, as a label.
  public var plural: String {
    switch self {
    case .post: "Posts"
    case .video: "Videos"
    case .account: "Accounts"
    }
  }
}
