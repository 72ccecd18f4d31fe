import Moderation

/// What reading a scenario file gathers beside the scenario itself.
final class ReadingLedger {
  private(set) var sources: [Source] = []
  /// The provenance of every graded value read so far.
  private(set) var provenance: [ProvenanceEntry] = []
  /// The paths that were read, by which debug builds find keys that nobody reads.
  private var touched: Set<String> = []

  /// Reads a section of sources.
  func readSources(_ node: FileNode) throws(ScenarioError) {
    for (key, value) in try node.entries() {
      let map = try value.map()
      let source = Source(key: key, title: try map.text("title"), date: try map.text("date"))
      // A roster of another file brings sources of its own.
      if let other = sources.first(where: { $0.key == key }) {
        guard other == source else { throw value.error("is the key of another source already") }
        continue
      }
      sources.append(source)
    }
  }

  /// The key of a source that the file names.
  func source(_ node: FileNode) throws(ScenarioError) -> String {
    try node.word(of: sources.map(\.key))
  }

  /// Adds the provenance that stands beside a value.
  ///
  /// - Parameter remark: what became of the value that the file gives; it is an assumption
  ///   of ours then.
  func grade<Value>(
    _ value: Value, in map: FileMap, range: ClosedRange<Double>? = nil, remark: String? = nil
  ) throws(ScenarioError) -> Graded<Value> {
    let stated = Grade.allCases[try map.index("grade", in: Grade.allCases.map(\.rawValue))]
    var source: String?
    if let node = map.optional("source") { source = try self.source(node) }
    let grade = remark == nil ? stated : .assumption
    let ownNote = try map.optional("note")?.text()
    let note = remark ?? ownNote
    provenance.append(
      ProvenanceEntry(
        path: map.at.path, value: Self.statement(of: map), grade: grade, source: source,
        note: note, range: range))
    return Graded(value, grade: grade, source: source, note: note, range: range)
  }

  /// What the mapping says beside the provenance, on one line.
  private static func statement(of map: FileMap) -> String {
    let hidden = FormKey.provenance.map(\.name) + ["range"]
    let said = map.entries.filter { !hidden.contains($0.key) }
    guard said.count > 1 else { return said.first.map { inline($0.value.tree) } ?? "" }
    return said.map { "\($0.key) \(inline($0.value.tree))" }.joined(separator: ", ")
  }

  private static func inline(_ tree: FileTree) -> String {
    switch tree.content {
    case .scalar(let text, _): text
    case .list(let elements): "[\(elements.map(inline).joined(separator: ", "))]"
    case .mapping: ""
    }
  }

  // MARK: What was read

  func touch(_ path: String) {
    // Only debug builds ask.
    assert(touched.insert(path).memberAfterInsert == path)
  }

  /// The keys under a node that nobody has read: parts of the format without a meaning.
  func unread(under node: FileNode) throws(ScenarioError) -> [String] {
    switch node.form.resolved {
    case .list: return try unread(under: node.list())
    case .entries: return try unread(under: node.entries().map(\.value))
    case .mapping, .tagged, .either:
      let values = try node.map().entries.map(\.value)
      return values.map(\.path).filter { !touched.contains($0) } + (try unread(under: values))
    default: return []
    }
  }

  private func unread(under nodes: [FileNode]) throws(ScenarioError) -> [String] {
    var paths: [String] = []
    for node in nodes { paths += try unread(under: node) }
    return paths
  }
}
