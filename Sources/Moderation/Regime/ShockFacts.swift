import Queueing

/// Something that befalls the regime, by the scenario's timetable or when the user says so.
package struct ShockFacts: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Copies of one violating item are uploaded in great number.
    case reuploadSurge = "reupload_surge"
    /// The hash of a lawful item that many upload gets into the bank.
    case poisonedHash = "poisoned_hash"
    /// An automation removes lawful subjects in bulk until somebody finds out.
    case bulkError = "bulk_error"
    /// A share of the moderators does not come.
    case absence
    /// A policy comes into force overnight.
    case newLaw = "new_law"

    package var label: String {
      switch self {
      case .reuploadSurge: "Re-upload surge"
      case .poisonedHash: "Poisoned hash"
      case .bulkError: "Bulk automation error"
      case .absence: "Moderators absent"
      case .newLaw: "New law"
      }
    }
  }

  package let kind: Kind
  /// What it is, in a few words and numbers.
  package let text: String
  /// When it begins; nil when only the user triggers it.
  package let at: Microseconds?
  package let duration: Microseconds
  /// The index in `ScenarioFacts.policies` of what a new law brings into force.
  package let policy: Int?

  package init(
    kind: Kind, text: String, at: Microseconds?, duration: Microseconds, policy: Int? = nil
  ) {
    self.kind = kind
    self.text = text
    self.at = at
    self.duration = duration
    self.policy = policy
  }
}
