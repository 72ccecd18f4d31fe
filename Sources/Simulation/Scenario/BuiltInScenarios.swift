import Assets

/// The scenarios that the program carries.
package enum BuiltInScenarios {
  /// Their names, sorted.
  package static var names: [String] { Assets.scenarios.map(\.name) }

  /// The file of a name, or nil when there is none.
  package static func text(named name: String) -> String? {
    Assets.scenarios.first { $0.name == name }?.text
  }

  /// The scenario of a name, or nil when there is none; see `ScenarioFile.parse`.
  package static func scenario(
    named name: String, overriding overrides: [String: Double] = [:], roster: RosterFile? = nil
  ) throws(ScenarioError) -> Scenario? {
    guard let text = text(named: name) else { return nil }
    return try ScenarioFile.parse(
      text, file: "\(name).yaml", overriding: overrides, roster: roster)
  }
}
