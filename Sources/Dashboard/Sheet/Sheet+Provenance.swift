import Moderation

/// What a scenario and its values rest on.
extension Sheet {
  /// One of the changes that were made in the scenario, in full.
  static func change(
    _ index: Int, of facts: ScenarioFacts, columns: Int, choice: Int? = nil
  ) -> Sheet {
    var sheet = Sheet(columns: columns)
    let text = Sanitizer.clean(facts.changes.lines[index])
    for (row, line) in Wrap.lines(text, cells: columns - 6).enumerated() {
      sheet.add(
        [(row == 0 ? "* " : "  ", .warning), (line, .normal)], choice: row == 0 ? choice : nil)
    }
    return sheet
  }

  /// The note and the source of a value, where it has them.
  static func provenance<Value>(
    _ value: Graded<Value>, _ facts: ScenarioFacts, columns: Int
  ) -> Sheet {
    var parts = value.note.map { [$0.hasSuffix(".") ? $0 : "\($0)."] } ?? []
    if let source = facts.source(value.source) {
      parts.append("Source: \(source.title), \(source.date).")
    }
    var sheet = Sheet(columns: columns)
    sheet.prose(Sanitizer.clean(parts.joined(separator: " ")), .muted)
    return sheet
  }
}

extension ScenarioFacts {
  /// The source of a key, if there is one.
  func source(_ key: String?) -> Source? {
    key.flatMap { key in sources.first { $0.key == key } }
  }
}

extension Grade {
  /// What the letter says.
  var meaning: String {
    switch self {
    case .stated: "stated in a source"
    case .primary: "primary data"
    case .secondary: "secondary"
    case .assumption: "ours"
    }
  }
}
