/// A company that signed the pledge.
package struct Signatory: Equatable, Sendable {
  /// The English name, or a number for one that no source names.
  package let name: String
  /// The Chinese name of a named one.
  package let chineseName: String?
  /// Whether a source names it, or a user in a roster of his own.
  package let isNamed: Bool
  /// What the sources say about it, and nothing else.
  package let facts: [SourcedFact]
  /// The share of staff in safety work, where a source gives both numbers.
  package let safetyStaffShare: Graded<Double>?
  /// When it signed; nil where there is no pledge, or no date.
  package let pledgedOn: CivilDate?

  package init(
    name: String, chineseName: String?, isNamed: Bool, facts: [SourcedFact],
    safetyStaffShare: Graded<Double>?, pledgedOn: CivilDate? = nil
  ) {
    self.name = name
    self.chineseName = chineseName
    self.isNamed = isNamed
    self.facts = facts
    self.safetyStaffShare = safetyStaffShare
    self.pledgedOn = pledgedOn
  }
}

/// A statement about a signatory or the regime, with its source.
package struct SourcedFact: Equatable, Sendable {
  package let text: String
  /// The key of the source in the scenario.
  package let source: String

  package init(text: String, source: String) {
    self.text = text
    self.source = source
  }
}
