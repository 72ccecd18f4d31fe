import Moderation

/// The texts that a scenario was made of: enough to make it again, elsewhere or changed.
package struct ScenarioText: Codable, Equatable, Sendable {
  /// A roster file that replaced the scenario's own roster.
  package struct Roster: Codable, Equatable, Sendable {
    package let text: String
    /// The name of the file: its ending says what it is written in.
    package let file: String
  }

  package let yaml: String
  /// The name of the file, for errors.
  package let file: String
  /// Values that replace those of the file, by path.
  package var overrides: [String: Double]
  package let roster: Roster?

  package init(
    yaml: String, file: String, overrides: [String: Double] = [:], roster: Roster? = nil
  ) {
    self.yaml = yaml
    self.file = file
    self.overrides = overrides
    self.roster = roster
  }

  /// In what a scenario of that name differs from the built-in file.
  ///
  /// - Parameter replaced: what the file says in the place of the overrides, by path.
  package func changes(name: String, replaced: [String: String] = [:]) -> ScenarioChanges {
    let builtIn = BuiltInScenarios.text(named: name)
    return ScenarioChanges(
      file: builtIn == nil ? .own : builtIn == yaml ? .builtIn : .edited,
      numbers: overrides.map { .init(path: $0, value: $1, before: replaced[$0]) },
      roster: roster?.file)
  }

  /// The scenario that the texts make.
  package func scenario() throws(ScenarioError) -> Scenario {
    var rosterFile: RosterFile?
    if let roster { rosterFile = try RosterFile(roster.text, file: roster.file) }
    return try ScenarioFile.parse(
      yaml, file: file, overriding: overrides, roster: rosterFile)
  }
}
