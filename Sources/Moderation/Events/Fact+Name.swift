extension Fact {
  /// What sort of fact it is, as exports spell it.
  package var name: String {
    switch self {
    case .passed: "passed"
    case .changed: "changed"
    case .queued: "queued"
    case .merged: "merged"
    case .claimed: "claimed"
    case .released: "released"
    case .decided: "decided"
    case .withdrawn: "withdrawn"
    case .hashed: "hashed"
    case .unhashed: "unhashed"
    case .reportedToAuthority: "reported_to_authority"
    case .requested: "requested"
    case .answered: "answered"
    case .decryptionOrdered: "decryption_ordered"
    case .decryptionAnswered: "decryption_answered"
    case .staffed: "staffed"
    case .resting: "resting"
    case .shockEnded: "shock_ended"
    case .intervened: "intervened"
    }
  }
}
