import Assets

/// The scenarios that the program carries.
package enum BuiltInScenarios {
  /// Their names, sorted.
  package static var names: [String] { Assets.scenarios.map(\.name) }

  /// The scenario of a name, or nil when there is none; see `ScenarioFile.parse`.
  package static func scenario(
    named name: String, overriding overrides: [String: Double] = [:], roster: RosterFile? = nil
  ) throws(ScenarioError) -> Scenario? {
    guard let asset = Assets.scenarios.first(where: { $0.name == name }) else { return nil }
    return try ScenarioFile.parse(
      asset.text, file: "\(name).yaml", overriding: overrides, roster: roster)
  }
}
