/// A value in a file with its place, whatever syntax it was written in.
struct FileTree: Sendable {
  indirect enum Content: Sendable {
    case scalar(String, isQuoted: Bool)
    case list([FileTree])
    case mapping([Entry])
  }

  struct Entry: Sendable {
    let key: FileTree
    var value: FileTree
  }

  var content: Content
  let place: Place

  /// The entries of a mapping; nil when it is none.
  var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The text of a scalar; nil when it is none.
  var scalar: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// The value of a key; nil when it is not there.
  subscript(key: String) -> FileTree? { entries?.first { $0.key.scalar == key }?.value }
}

/// Where a value stands.
struct Place: Equatable, Sendable {
  let file: String
  /// From 1; nil for what stands in no line, such as an override.
  var line: Int?
  var column: Int?

  /// The place for the middle of a sentence about the same file.
  var whereabouts: String {
    guard let line else { return "elsewhere" }
    return "in line \(line)" + (column.map { ", column \($0)" } ?? "")
  }
}
