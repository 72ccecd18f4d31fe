import Moderation
import Queueing

/// A regime and the world it works in: everything a simulation needs but the seed.
///
/// Scenario files (`ScenarioFile`) are the only way to make one.
package struct Scenario: Sendable {
  package let facts: ScenarioFacts
  /// The share of all uploads of each signatory; they add up to 1.
  package let shares: [Double]
  package let arrivals: ArrivalPattern
  /// By `SubjectKind.index`.
  package let uploads: [UploadParameters]
  /// In the order of `facts.policies`.
  package let policies: [PolicyParameters]
  /// In the order of `facts.teams`.
  package let teams: [TeamParameters]
  package let review: ReviewParameters
  /// Nil when nothing is hashed.
  package let hashBank: HashBankParameters?
  /// Nil when removals have no consequence for the account.
  package let strikes: StrikeParameters?
  /// Nil when there is no way to appeal.
  package let appeals: AppealParameters?
  /// Nil when nothing is reported to an authority and it asks for nothing.
  package let authority: AuthorityParameters?
  /// Nil when there are no orders to help with decryption.
  package let decryption: DecryptionParameters?
  /// In the order of `facts.shocks`.
  package let shocks: [ShockParameters]
  /// Where each graded value comes from.
  package let provenance: [ProvenanceEntry]
  /// What it was read from.
  package internal(set) var text = ScenarioText(yaml: "", file: "")

  /// The scenario with other values of graded numbers, by their paths.
  package func changed(by overrides: [String: Double]) throws(ScenarioError) -> Scenario {
    var text = text
    text.overrides.merge(overrides) { $1 }
    return try text.scenario()
  }
}
