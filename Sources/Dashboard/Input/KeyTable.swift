/// The table of bindings as text, for the command line and the README.
package enum KeyTable {
  /// A line a binding, under the headings of the groups.
  package static var text: String {
    Binding.Group.allCases.map { group in
      let lines = Binding.all.filter { $0.group == group }.map { binding in
        let gap = String(repeating: " ", count: max(1, 16 - CellWidth.of(binding.keyNames)))
        return "  \(binding.keyNames)\(gap)\(binding.explanation)"
      }
      return "\(group.rawValue)\n" + lines.joined(separator: "\n")
    }.joined(separator: "\n") + "\n" + commands
  }

  /// What can be written after the colon.
  private static var commands: String {
    let lines = PromptCommand.all.map { command in
      let call = command.call
      let gap = String(repeating: " ", count: max(1, 30 - CellWidth.of(call)))
      return "  :\(call)\(gap)\(command.summary)"
    }
    return "Commands\n" + lines.joined(separator: "\n")
  }

  /// A Markdown table.
  package static var markdown: String {
    let rows = Binding.all.map { binding in
      let keys = (binding.liveKeys + binding.keys).map { "`\($0.name)`" }.joined(separator: " ")
      return "| \(keys) | \(binding.explanation) |"
    }
    let commands = PromptCommand.all.map { "| `:\($0.call)` | \($0.summary) |" }
    return "| Key | What it does |\n|---|---|\n" + rows.joined(separator: "\n")
      + "\n\n| Command | What it does |\n|---|---|\n" + commands.joined(separator: "\n")
  }
}
