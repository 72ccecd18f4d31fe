import Yams

/// A value in a scenario file that knows where it stands.
struct FileNode {
  let node: Node
  /// The name of the file, for errors.
  let file: String
  /// The keys that lead to it, such as `review.shifts[2].from`.
  let path: String

  func error(_ problem: String) -> ScenarioError {
    let what = path.isEmpty ? problem : "\(path): \(problem)"
    return ScenarioError(
      file: file, line: node.mark?.line, column: node.mark?.column, problem: what)
  }

  /// What the file says here, shortened, for errors.
  var excerpt: String {
    switch node {
    case .scalar(let scalar):
      scalar.string.count <= 40 ? "\"\(scalar.string)\"" : "\"\(scalar.string.prefix(40))…\""
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  func text() throws(ScenarioError) -> String {
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
      throw error("\(excerpt), expected a text")
    }
    return scalar.string
  }

  /// A number for which `isAllowed` holds; `expected` says which those are.
  func number(
    _ expected: String, where isAllowed: (Double) -> Bool
  ) throws(ScenarioError) -> Double {
    guard let number = node.float, number.isFinite, isAllowed(number) else {
      throw error("\(excerpt), expected \(expected)")
    }
    return number
  }

  func integer(in range: ClosedRange<Int>) throws(ScenarioError) -> Int {
    guard let number = node.int, range.contains(number) else {
      throw error(
        "\(excerpt), expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func list() throws(ScenarioError) -> [FileNode] {
    guard case .sequence(let sequence) = node else {
      throw error("\(excerpt), expected a list")
    }
    return sequence.enumerated().map { index, element in
      FileNode(node: element, file: file, path: "\(path)[\(index)]")
    }
  }

  /// One of the words of an enumeration.
  func word<Word: RawRepresentable & CaseIterable>(
    of type: Word.Type
  ) throws(ScenarioError) -> Word where Word.RawValue == String {
    let names = Word.allCases.map(\.rawValue)
    return try word(of: names, as: { Word(rawValue: $0) })
  }

  /// One of some words, with the nearest suggested when it is none of them.
  func word<Value>(
    of names: [String], as value: (String) -> Value?
  ) throws(ScenarioError) -> Value {
    let word = try text()
    if let found = value(word) { return found }
    let expected = "expected one of \(names.joined(separator: ", "))"
    throw error("unknown word \"\(word)\", \(expected)\(NearestName.hint(for: word, in: names))")
  }

  /// The mapping here, which may have the keys of `allowed` and no others.
  func map(_ allowed: [String]) throws(ScenarioError) -> FileMap {
    guard case .mapping(let mapping) = node else {
      throw error("\(excerpt), expected a mapping with the keys \(allowed.joined(separator: ", "))")
    }
    for (key, _) in mapping {
      let name = key.string ?? ""
      guard allowed.contains(name) else {
        let at = FileNode(node: key, file: file, path: path)
        throw at.error("unknown key \"\(name)\"\(NearestName.hint(for: name, in: allowed))")
      }
    }
    return FileMap(mapping: mapping, at: self)
  }

  /// The mapping here, with keys of the writer's choice, in the order of the file.
  func entries() throws(ScenarioError) -> [(key: String, value: FileNode)] {
    guard case .mapping(let mapping) = node else {
      throw error("\(excerpt), expected a mapping")
    }
    return mapping.map { key, value in
      let name = key.string ?? ""
      return (name, FileNode(node: value, file: file, path: join(name)))
    }
  }

  fileprivate func join(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

/// A mapping whose keys have been checked.
struct FileMap {
  fileprivate let mapping: Node.Mapping
  /// The mapping itself, for errors about it as a whole.
  let at: FileNode

  fileprivate init(mapping: Node.Mapping, at node: FileNode) {
    self.mapping = mapping
    at = node
  }

  /// What the mapping says under the keys but some, on one line.
  func statement(without hidden: [String]) -> String {
    let said = mapping.filter { !hidden.contains($0.key.string ?? "") }
    guard said.count > 1 else { return said.first.map { Self.inline($0.value) } ?? "" }
    return said.map { "\($0.key.string ?? "") \(Self.inline($0.value))" }.joined(separator: ", ")
  }

  private static func inline(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.string
    case .sequence(let sequence): "[\(sequence.map(inline).joined(separator: ", "))]"
    case .mapping, .alias: ""
    }
  }

  /// The value of a key, or nil when the file does not have it.
  func optional(_ key: String) -> FileNode? {
    mapping[Node(key)].map { FileNode(node: $0, file: at.file, path: at.join(key)) }
  }

  /// The value of a key that must be there.
  func required(_ key: String) throws(ScenarioError) -> FileNode {
    guard let found = optional(key) else { throw at.error("key \"\(key)\" is missing") }
    return found
  }
}
