extension FileNode {
  func list() throws(ScenarioError) -> [FileNode] {
    guard case .list(of: let form, let count) = form.resolved else { throw misread }
    guard case .list(let elements) = tree.content else { throw error(expecting: "a list") }
    guard count.contains(elements.count) else {
      throw error("\(elements.count) elements, expected \(Self.text(count))")
    }
    return elements.enumerated().map { index, element in child(element, form, "[\(index)]") }
  }

  /// The mapping here, with keys of the writer's choice, in the order of the file.
  func entries() throws(ScenarioError) -> [(key: String, value: FileNode)] {
    guard case .entries(of: let form, let count) = form.resolved else { throw misread }
    guard let entries = tree.entries else { throw error(expecting: "a mapping") }
    guard count.contains(entries.count) else {
      throw error("\(entries.count) entries, expected \(Self.text(count))")
    }
    var nodes: [(key: String, value: FileNode)] = []
    for entry in entries {
      let key = try child(entry.key, .pattern(.key), "").text()
      nodes.append((key, child(entry.value, form, key: key)))
    }
    return nodes
  }

  /// The mapping here, its keys checked.
  func map() throws(ScenarioError) -> FileMap {
    guard let entries = tree.entries else { throw error(expecting: form.expectation) }
    let form = try mappingForm()
    for entry in entries where form[entry.key.scalar ?? ""] == nil {
      let name = entry.key.scalar ?? ""
      let key = child(entry.key, .line, "")
      throw key.error(
        "unknown key \(key.excerpt)\(NearestName.hint(for: name, in: form.names))")
    }
    for key in form.keys where key.isRequired && tree[key.name] == nil {
      throw error(key.absence)
    }
    return FileMap(at: self, form: form)
  }

  /// The form of the mapping here, chosen by what it says.
  private func mappingForm() throws(ScenarioError) -> MappingForm {
    if let chosen = form.mappingForm(for: tree) { return chosen }
    guard case .tagged(let key, let variants, _) = form.resolved else { throw misread }
    let words = variants.map(\.word)
    guard let tag = tree[key] else {
      throw error("key \"\(key)\" is missing, expected \(Form.word(words).expectation)")
    }
    throw try child(tag, .word(words), key: key).unknownWord(words)
  }

  private static func text(_ count: ClosedRange<Int>) -> String {
    count.count == 1
      ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
  }
}
