import Moderation

/// Replaces the values of graded numbers in a scenario file by others.
struct Overriding {
  /// The new values by the paths of the numbers, such as `teams.reviewers.accuracy`.
  let values: [String: Double]
  /// The paths of all numbers that could be replaced.
  private(set) var known: [String] = []
  /// What the file says in the place of the new values, by path.
  private(set) var replaced: [String: String] = [:]

  init(_ values: [String: Double]) { self.values = values }

  /// The tree with the values replaced; their grade becomes C, and a note says so.
  mutating func apply(to root: FileTree) throws(ScenarioError) -> FileTree {
    if values.isEmpty { return root }
    let changed = walk(root, ScenarioFormat.root, path: "")
    for path in values.keys.sorted() where !known.contains(path) {
      throw ScenarioError(
        Place(file: root.place.file),
        "no number \"\(path)\"\(NearestName.hint(for: path, in: known))")
    }
    return changed
  }

  private mutating func walk(_ tree: FileTree, _ form: Form, path: String) -> FileTree {
    switch (tree.content, form.resolved) {
    case (.list(let elements), .list(of: let form, _)):
      let changed = elements.enumerated().map { index, element in
        walk(element, form, path: "\(path)[\(index)]")
      }
      return FileTree(content: .list(changed), place: tree.place)
    case (.mapping(let entries), .entries(of: let form, _)):
      let changed = entries.map { entry in
        let key = entry.key.scalar ?? ""
        return FileTree.Entry(
          key: entry.key, value: walk(entry.value, form, path: Self.join(path, key)))
      }
      return FileTree(content: .mapping(changed), place: tree.place)
    case (.mapping, let form):
      guard let mapping = form.mappingForm(for: tree) else { return tree }
      return mapping.isGraded
        ? replace(in: tree, mapping, path: path) : walk(tree, mapping, path: path)
    default: return tree
    }
  }

  private mutating func walk(_ tree: FileTree, _ form: MappingForm, path: String) -> FileTree {
    var entries = tree.entries ?? []
    for key in form.keys {
      let path = Self.join(path, key.name)
      if let index = entries.firstIndex(where: { $0.key.scalar == key.name }) {
        entries[index].value = walk(entries[index].value, key.form, path: path)
      } else if let absent = FileTree.absentNumber(key.form) {
        // An optional number has a default, which can be overridden too.
        let added = walk(absent, key.form, path: path)
        if values[path] != nil { entries.append(.init(key: .made(key.name), value: added)) }
      }
    }
    return FileTree(content: .mapping(entries), place: tree.place)
  }

  /// A graded number under its own path, or those of a law or a shift under theirs.
  private mutating func replace(
    in tree: FileTree, _ form: MappingForm, path: String
  ) -> FileTree {
    var entries = tree.entries ?? []
    var old: [String] = []
    for key in form.keys where key.form.isNumeric {
      guard let index = entries.firstIndex(where: { $0.key.scalar == key.name }) else { continue }
      let ownPath = key.name == "value" ? path : Self.join(path, key.name)
      known.append(ownPath)
      guard let value = values[ownPath] else { continue }
      if let scalar = entries[index].value.scalar {
        old.append(scalar)
        replaced[ownPath] = scalar
      }
      entries[index].value = .made(value.written)
    }
    guard !old.isEmpty else { return tree }
    entries.removeAll { ["grade", "source", "note", "range"].contains($0.key.scalar) }
    let note = "overridden; \(old.joined(separator: ", ")) before"
    entries.append(.init(key: .made("grade"), value: .made("C")))
    entries.append(.init(key: .made("note"), value: .made(note)))
    return FileTree(content: .mapping(entries), place: tree.place)
  }

  private static func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }
}

extension FileTree {
  /// A scalar that stands in no file.
  fileprivate static func made(_ text: String) -> FileTree {
    FileTree(content: .scalar(text, isQuoted: false), place: Place(file: "--set"))
  }

  /// What an optional number is overridden in when the file does not have it.
  fileprivate static func absentNumber(_ form: Form) -> FileTree? {
    guard case .mapping(let mapping) = form.resolved, mapping.isGraded,
      let value = mapping["value"], value.form.isNumeric
    else { return nil }
    let entry = Entry(key: .made("value"), value: .made("no value"))
    return FileTree(content: .mapping([entry]), place: Place(file: "--set"))
  }
}
