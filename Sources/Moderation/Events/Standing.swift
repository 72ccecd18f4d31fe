/// What the world sees of a subject, and why: its state in the accounts.
///
/// Every subject has exactly one at every instant, so the tallies by standing add up to
/// the subjects that arrived.
public enum Standing: UInt8, CaseIterable, Sendable {
  /// Not here yet: where the first transition starts.
  case arriving
  /// Visible: screening passed it and nobody noticed it.
  case unnoticed
  /// Visible, and waiting for a first decision or in that review.
  case undecided
  /// As `undecided`, but not published before the decision.
  case held
  /// Visible: a moderator kept it.
  case kept
  /// Visible with restrictions.
  case restricted
  /// Visible again: its removal was undone.
  case reinstated
  case removed
  /// Taken down by its owner before anybody decided.
  case withdrawn

  /// The number of standings; arrays by standing have this length.
  public static let count = allCases.count

  public var index: Int { Int(rawValue) }

  /// Whether the public can see the subject.
  public var isVisible: Bool {
    switch self {
    case .unnoticed, .undecided, .kept, .restricted, .reinstated: true
    case .arriving, .held, .removed, .withdrawn: false
    }
  }

  /// Of the views that a subject would have, those that it has.
  ///
  /// - Parameter restricted: what a restriction leaves.
  public func reach(restricted: Double) -> Double {
    self == .restricted ? restricted : isVisible ? 1 : 0
  }

  /// Whether a first decision is still to come.
  public var isPending: Bool { self == .undecided || self == .held }

  /// Whether it is published and in nobody's queue for a first decision.
  public var isSettledVisible: Bool { isVisible && self != .undecided }

  /// Whether the regime acted against it.
  public var isAction: Bool { self == .removed || self == .restricted }

  /// The word in exports.
  public var name: String { "\(self)" }
}
