/// A roster in a file of its own, which replaces that of a scenario.
///
/// In YAML it has the keys of the section `roster`, and perhaps `sources` beside them; in CSV
/// a row for each company (`RosterTable`).
package struct RosterFile: Sendable {
  /// What it was read from.
  package let text: ScenarioText.Roster
  private let roster: FileTree
  /// The sources that it brings; nil when it has none.
  private let sources: FileTree?

  /// Reads a roster; `file` names it in errors and says by its ending what it is written in.
  package init(_ text: String, file: String) throws(ScenarioError) {
    self.text = ScenarioText.Roster(text: text, file: file)
    let name = file.lowercased()
    if name.hasSuffix(".csv") {
      let table = try RosterTable(text, file: file)
      roster = table.roster
      sources = table.sources
    } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      let tree = try FileTree(yaml: text, file: file)
      guard let entries = tree.entries else {
        throw ScenarioError(tree.place, "expected a mapping with the keys of a roster")
      }
      sources = tree["sources"]
      roster = FileTree(
        content: .mapping(entries.filter { $0.key.scalar != "sources" }), place: tree.place)
    } else {
      throw ScenarioError(
        Place(file: file), "expected a roster in a file that ends in .csv, .yaml or .yml")
    }
  }

  /// The file of a scenario with this roster, whose sources it joins to its own.
  func replacingRoster(of scenario: FileTree) -> FileTree {
    guard var entries = scenario.entries else { return scenario }
    for index in entries.indices {
      switch entries[index].key.scalar {
      case "roster": entries[index].value = roster
      case "sources":
        let own = entries[index].value
        guard let sources, let theirs = own.entries else { continue }
        // Something else than a mapping is refused where it stands.
        guard let ours = sources.entries else {
          entries[index].value = sources
          continue
        }
        entries[index].value = FileTree(content: .mapping(theirs + ours), place: own.place)
      default: break
      }
    }
    return FileTree(content: .mapping(entries), place: scenario.place)
  }
}
