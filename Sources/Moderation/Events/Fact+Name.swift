extension Fact {
  /// The sorts of facts, as exports spell them.
  package enum Name: String, CaseIterable, Sendable {
    case passed, changed, queued, merged, claimed, released, decided, withdrawn
    case hashed, unhashed
    case reportedToAuthority = "reported_to_authority"
    case requested, answered
    case decryptionOrdered = "decryption_ordered"
    case decryptionAnswered = "decryption_answered"
    case staffed, resting
    case shockEnded = "shock_ended"
    case intervened
  }

  /// What sort of fact it is.
  package var name: Name {
    switch self {
    case .passed: .passed
    case .changed: .changed
    case .queued: .queued
    case .merged: .merged
    case .claimed: .claimed
    case .released: .released
    case .decided: .decided
    case .withdrawn: .withdrawn
    case .hashed: .hashed
    case .unhashed: .unhashed
    case .reportedToAuthority: .reportedToAuthority
    case .requested: .requested
    case .answered: .answered
    case .decryptionOrdered: .decryptionOrdered
    case .decryptionAnswered: .decryptionAnswered
    case .staffed: .staffed
    case .resting: .resting
    case .shockEnded: .shockEnded
    case .intervened: .intervened
    }
  }
}
