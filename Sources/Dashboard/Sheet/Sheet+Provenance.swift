import Moderation

/// What a value rests on.
extension Sheet {
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
