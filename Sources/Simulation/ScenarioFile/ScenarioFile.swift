import Moderation
import Queueing

/// Reads scenarios from YAML, format 1.
///
/// A file is held against `ScenarioFormat` first, then read section by section, then its
/// parts are held against each other. Every error points at its place.
package enum ScenarioFile {
  /// The scenario in a text.
  ///
  /// - Parameters:
  ///   - file: the name of the file, for errors.
  ///   - overrides: values that replace those of graded numbers, by their paths, such as
  ///     `policies.terrorism.kinds.post.screening.remove_at`.
  ///   - roster: a roster that replaces that of the file.
  package static func parse(
    _ text: String, file: String, overriding overrides: [String: Double] = [:],
    roster: RosterFile? = nil
  ) throws(ScenarioError) -> Scenario {
    var tree = try FileTree(yaml: text, file: file)
    if let roster { tree = roster.replacingRoster(of: tree) }
    var overriding = Overriding(overrides)
    tree = try overriding.apply(to: tree)
    let text = ScenarioText(
      yaml: text, file: file, overrides: overrides, roster: roster?.text)
    return try read(tree, of: text, replaced: overriding.replaced)
  }

  private static func read(
    _ tree: FileTree, of text: ScenarioText, replaced: [String: String]
  ) throws(ScenarioError) -> Scenario {
    let ledger = ReadingLedger()
    let root = FileNode(tree: tree, form: ScenarioFormat.root, path: "", ledger: ledger)
    try checkVersion(of: root)
    try root.check()
    var scenario = try Sections(root.map(), of: text, replaced: replaced).scenario()
    scenario.text = text
    assert(
      (try? ledger.unread(under: root)) == [],
      "nobody reads \((try? ledger.unread(under: root)) ?? [])")
    return scenario
  }

  /// Before all else: a file of another version has other keys.
  private static func checkVersion(of root: FileNode) throws(ScenarioError) {
    guard let version = root.tree["format"] else { return }
    let node = root.child(version, .whole(0...9_999), key: "format")
    guard try node.whole() == ScenarioFormat.version else {
      throw node.error("\(node.excerpt), this program reads format \(ScenarioFormat.version)")
    }
  }
}
