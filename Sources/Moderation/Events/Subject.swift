/// A synthetic post, video or account to which something can happen.
///
/// A lawful upload that screening passes and nobody notices never becomes a
/// subject of its own: it is counted (`Fact.passed`).
public struct Subject: Equatable, Sendable {
  /// Numbers subjects in the order of their arrival, over all signatories; see `IDSpace`.
  public let id: UInt32
  /// The index of its signatory in the roster.
  public let signatory: UInt16
  public let kind: SubjectKind
  /// The index in `ScenarioFacts.policies` of the policy that it breaks, or, lawful,
  /// under which it was suspected.
  public let policy: UInt8
  /// The ground truth, which only a simulation knows.
  public let truth: Truth
  public let origin: Origin

  public init(
    id: UInt32, signatory: Int, kind: SubjectKind, policy: Int = 0, truth: Truth,
    origin: Origin = .original
  ) {
    self.id = id
    self.signatory = UInt16(truncatingIfNeeded: signatory)
    self.kind = kind
    self.policy = UInt8(truncatingIfNeeded: policy)
    self.truth = truth
    self.origin = origin
  }
}

/// Whether a subject breaks the policy, whatever anybody decided about it.
public enum Truth: UInt8, CaseIterable, Sendable {
  case lawful, violating
}

/// How a subject's content relates to other content.
public enum Origin: UInt8, CaseIterable, Sendable {
  /// Seen for the first time, or never to come again.
  case original
  /// The same content as an item in circulation: a hash of the item matches it.
  case copy
  /// An altered copy: the item's hash does not match it.
  case variant
}

/// The ranges of subject ids by where subjects come from.
///
/// What comes by itself, by a shock and by suspension is numbered apart, so that a shock
/// or a policy does not renumber, and thereby change, the rest of the world. Numbers of a
/// range that is used up begin again: after hundreds of years of the pledge.
public enum IDSpace {
  /// Uploads under the policies that are in force from the start.
  public static let uploads: UInt32 = 0
  /// Uploads under a policy that comes into force later.
  ///
  /// A range for each policy, of which a scenario has at most eight.
  public static func laterUploads(under policy: Int) -> UInt32 {
    1 << 29 + UInt32(policy) << 26
  }
  public static let shocks: UInt32 = 1 << 30
  public static let suspensions: UInt32 = 1 << 31

  /// Whether a subject came by a shock.
  public static func isOfShock(_ id: UInt32) -> Bool { (shocks..<suspensions).contains(id) }
}
