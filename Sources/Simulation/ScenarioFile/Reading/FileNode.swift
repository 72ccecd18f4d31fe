import Moderation

/// A value in a scenario file that knows what may stand in its place.
struct FileNode {
  let tree: FileTree
  let form: Form
  /// The keys that lead to it, such as `teams.reviewers.shifts[2].from`.
  let path: String
  let ledger: ReadingLedger

  func error(_ problem: String) -> ScenarioError {
    ScenarioError(tree.place, path.isEmpty ? problem : "\(path): \(problem)")
  }

  /// An error that says what the file has here and what was expected.
  func error(expecting expectation: String) -> ScenarioError {
    error("\(excerpt), expected \(expectation)")
  }

  /// What the file says here, shortened, for errors.
  var excerpt: String {
    switch tree.content {
    case .scalar(let text, _): text.count <= 40 ? "\"\(text)\"" : "\"\(text.prefix(40))…\""
    case .mapping: "a mapping"
    case .list: "a list"
    }
  }

  /// The value under a key or at an index of it.
  func child(_ tree: FileTree, _ form: Form, _ step: String) -> FileNode {
    FileNode(tree: tree, form: form, path: path.isEmpty ? step : path + step, ledger: ledger)
  }

  func child(_ tree: FileTree, _ form: Form, key: String) -> FileNode {
    child(tree, form, path.isEmpty ? key : ".\(key)")
  }
}

extension FileMap {
  /// Only an assumption may do without a source.
  fileprivate func checkSource() throws(ScenarioError) {
    let grade = try required("grade")
    let word = try grade.text()
    if word != Grade.assumption.rawValue, at.tree["source"] == nil {
      throw grade.error("grade \(word) needs a source")
    }
  }
}

extension FileNode {
  /// Holds the value, and all within it, against its form.
  func check() throws(ScenarioError) {
    switch form.resolved {
    case .text, .pattern: _ = try text()
    case .word(let words): _ = try word(of: words)
    case .flag: _ = try flag()
    case .number: _ = try number()
    case .whole: _ = try whole()
    case .list: for element in try list() { try element.check() }
    case .entries: for (_, value) in try entries() { try value.check() }
    case .mapping, .tagged, .either:
      let map = try map()
      for (_, value) in map.entries { try value.check() }
      if map.form.isGraded { try map.checkSource() }
    case .named: break
    }
  }
}
