extension Form {
  /// What may stand here, in words for errors.
  var expectation: String {
    switch resolved {
    case .text(let most): "a text of at most \(most) characters"
    case .named: "a text"
    case .pattern(let syntax): syntax.expectation
    case .word(let words): "one of \(words.joined(separator: ", "))"
    case .flag: "true or false"
    case .number(let number): number.expectation
    case .whole(let range):
      range.count == 1
        ? "\(range.lowerBound)" : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .list: "a list"
    case .entries: "a mapping"
    case .mapping, .tagged, .either: "a mapping with the keys \(keyNames.joined(separator: ", "))"
    }
  }

  /// The keys of a mapping, or of one of those that may stand here.
  private var keyNames: [String] {
    switch resolved {
    case .mapping(let form): form.names
    case .either(_, let with, _): with.names
    case .tagged(_, let variants, _): variants.first?.form.names ?? []
    default: []
    }
  }
}

extension FormKey {
  /// What is expected of a file that does not have the key, with what the key means.
  var absence: String {
    let sentence = summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    let meaning = sentence.prefix(1).lowercased() + sentence.dropFirst()
    return "key \"\(name)\" is missing, expected \(form.expectation): \(meaning)"
  }
}
