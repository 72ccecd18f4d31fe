import Assets
import Moderation
import Queueing
import Simulation
import Testing

/// Built-in scenarios with changes, and their logs.
enum ScenarioFixture {
  /// A built-in scenario whose text has `old` replaced by `new` once for each change.
  static func scenario(
    _ name: String = "pledge-2016", _ changes: [(old: String, new: String)] = [],
    overriding overrides: [String: Double] = [:]
  ) throws -> Scenario {
    var text = try #require(Assets.scenarios.first { $0.name == name }).text
    for (old, new) in changes {
      let range = try #require(text.firstRange(of: old), "\(name) does not have \(old)")
      text.replaceSubrange(range, with: new)
    }
    return try ScenarioFile.parse(text, file: "\(name), changed", overriding: overrides)
  }

  /// A built-in scenario without some of its sections, which must be at the top level.
  static func scenario(_ name: String, without sections: [String]) throws -> Scenario {
    let text = try #require(Assets.scenarios.first { $0.name == name }).text
    var kept: [Substring] = []
    var isKept = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let first = line.first, first != " ", first != "#" {
        isKept = !sections.contains { line.hasPrefix("\($0):") }
      }
      if isKept { kept.append(line) }
    }
    return try ScenarioFile.parse(kept.joined(separator: "\n"), file: "\(name), cut")
  }

  /// What happens in a scenario's first days.
  static func log(_ scenario: Scenario, days: Double, seed: UInt64 = 7) -> [Event] {
    var log: [Event] = []
    _ = RegimeSimulation(scenario, seed: seed)
      .advance(to: Microseconds(days * Double(TimeUnit.day)), limit: .max, into: &log)
    return log
  }

  /// The fold of a scenario's first days.
  static func projection(_ scenario: Scenario, days: Double, seed: UInt64 = 7) -> Projection {
    var projection = Projection(facts: scenario.facts)
    for event in log(scenario, days: days, seed: seed) { projection.apply(event) }
    projection.advance(to: Microseconds(days * Double(TimeUnit.day)))
    return projection
  }
}
