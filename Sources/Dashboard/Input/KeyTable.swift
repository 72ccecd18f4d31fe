/// The table of bindings as text, for the command line and the README.
package enum KeyTable {
  /// A line a binding, under the headings of the groups.
  package static var text: String {
    Binding.Group.allCases.map { group in
      let lines = Binding.all.filter { $0.group == group }.map { binding in
        let gap = String(repeating: " ", count: max(1, 16 - CellWidth.of(binding.keyNames)))
        return "  \(binding.keyNames)\(gap)\(binding.summary)"
      }
      return "\(group.rawValue)\n" + lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// A Markdown table.
  package static var markdown: String {
    let rows = Binding.all.map { binding in
      let keys = binding.keys.map { "`\($0.name)`" }.joined(separator: " ")
      return "| \(keys) | \(binding.summary) |"
    }
    return "| Key | What it does |\n|---|---|\n" + rows.joined(separator: "\n")
  }
}
