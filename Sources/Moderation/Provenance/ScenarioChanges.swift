/// In what a scenario differs from the built-in file that its name stands for.
///
/// Where it does, every output says so: runs of one name and seed need not be of one regime.
package struct ScenarioChanges: Equatable, Sendable {
  /// The file that a scenario was read from.
  package enum File: String, Sendable {
    /// One that the program carries.
    case builtIn = "built_in"
    /// One with the name of a built-in scenario and another text.
    case edited
    /// One with a name of its own.
    case own
  }

  /// A number that replaces that of the file.
  package struct Number: Equatable, Sendable {
    /// The keys that lead to it, such as `teams.reviewers.accuracy`.
    package let path: String
    package let value: Double
    /// What the file says; nil where nobody has looked.
    package let before: String?

    package init(path: String, value: Double, before: String? = nil) {
      self.path = path
      self.value = value
      self.before = before
    }
  }

  package let file: File
  /// By their paths.
  package let numbers: [Number]
  /// The file whose roster replaces that of the scenario, as it was named.
  package let roster: String?

  package init(file: File, numbers: [Number] = [], roster: String? = nil) {
    self.file = file
    self.numbers = numbers.sorted { $0.path < $1.path }
    self.roster = roster
  }

  package static let none = ScenarioChanges(file: .own)

  /// Whether the scenario is that of its file, and the file what its name says.
  package var isEmpty: Bool { file != .edited && numbers.isEmpty && roster == nil }

  /// What sort of changes there are, as in `edited file, 2 changed, 1 intervention`.
  ///
  /// - Parameter interventions: what a user changed while it ran.
  package func summary(interventions: Int) -> String {
    var parts: [String] = []
    if file == .edited { parts.append("edited file") }
    if roster != nil { parts.append("other roster") }
    if !numbers.isEmpty { parts.append("\(numbers.count) changed") }
    if interventions > 0 {
      parts.append("\(interventions) intervention\(interventions == 1 ? "" : "s")")
    }
    return parts.joined(separator: ", ")
  }

  /// A line a change; what comes from outside has to be cleaned by whoever shows it.
  package var lines: [String] {
    var lines: [String] = []
    if file == .edited {
      lines.append("edited file: not the text of the built-in scenario of this name and version")
    }
    if let roster { lines.append("the roster is that of \(roster)") }
    return lines
      + numbers.map { number in
        let before = number.before.map { ", \($0) in the file" } ?? ""
        return "\(number.path) is \(number.value.written)\(before)"
      }
  }
}
